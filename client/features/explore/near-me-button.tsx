import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language-context.tsx';
import { findMe, forgetMe, useNearMe } from './near-me.ts';

/** Turns the reader's own position on and off, and says what became of it. */
export const NearMeButton = ({ isOutside }: { isOutside: boolean }) => {
  const { events } = useWords();
  const nearMe = useNearMe();
  const isDevice = nearMe.state === 'known' && nearMe.name === null;
  return (
    <div className="near-me">
      {isDevice ? (
        <Button onClick={forgetMe}>{events.nearMeOff}</Button>
      ) : (
        <Button onClick={findMe} disabled={nearMe.state === 'asking'}>
          {events.nearMe}
        </Button>
      )}
      <p role="status" className="field-hint">
        {nearMe.state === 'asking' && events.nearMeAsking}
        {nearMe.state === 'failed' && events.nearMeFailed[nearMe.reason]}
        {nearMe.state === 'known' && isOutside && events.nearMeFailed.outside}
        {isDevice && !isOutside && events.nearMeOn}
      </p>
    </div>
  );
};
