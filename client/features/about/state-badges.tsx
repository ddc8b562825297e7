import { Fragment } from 'react';
import type { DatasetVersion } from '#core/place/provenance.ts';
import { Badge, ModelBadge } from '../../ui/badge.tsx';
import { statesOf } from './states.ts';
import { useDataWords } from './words.ts';

/** What a dataset is made of, in words: a mark for each kind among its lists. */
export const StateBadges = ({ versions }: { versions: readonly DatasetVersion[] }) => {
  const { states } = useDataWords();
  return statesOf(versions).map((state, index) => (
    <Fragment key={state}>
      {index === 0 ? '' : ' '}
      {state === 'model' ? <ModelBadge /> : <Badge>{states[state]}</Badge>}
    </Fragment>
  ));
};
