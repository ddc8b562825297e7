import type { AboutResponse } from '#core/contract/about.ts';
import { fill } from '#core/language/format.ts';
import { ModelBadge } from '../ui/badge.tsx';
import { useWords } from '../ui/language-context.tsx';

/** Sources of what the map draws, and the mark of model data where there is any. */
export const Attribution = ({ about }: { about: AboutResponse }) => {
  const { access } = useWords();
  const sources = [...new Set(about.dataVersions.map((version) => version.title))].join(', ');
  return (
    <>
      {about.isModel ? <ModelBadge /> : null} {fill(access.map.sources, { sources })}
    </>
  );
};
