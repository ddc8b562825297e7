import type { AccessAnswer } from '#core/access/answer.ts';
import { findingOf } from './finding.ts';
import { answerTitle, type Speech } from './offers.ts';

/** The answer in words for the whole region, before any map: also what a screen reader hears first. */
export const Summary = ({ answer, speech }: { answer: AccessAnswer; speech: Speech }) => (
  <div className="access-summary">
    <h2>{answerTitle(answer, speech)}</h2>
    <p className="finding">{findingOf(answer, speech)}</p>
  </div>
);
