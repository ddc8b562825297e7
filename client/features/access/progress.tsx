import { useQuery } from '@tanstack/react-query';
import { fill, formatNumber } from '#core/language/format.ts';
import type { ProgressAnswer } from '#core/transit/timetable-answer.ts';
import { apiBase, apiQuery } from '../../api.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';

const againMs = 3000;

type Job = ProgressAnswer['jobs'][number];

const isUnderWay = ({ state }: Job) => state === 'waiting' || state === 'running';
/** Of the rest, the page about the data tells. */
const isOurs = ({ kind, of }: Job) => of > 0 && (kind === 'travel-times' || kind === 'round-trips');

/** What the server computes beside our questions, quietly; nothing once it is done or where it cannot be known. */
export function Progress() {
  const language = useLanguage();
  const { transit } = useWords();
  const { data } = useQuery({
    ...apiQuery<ProgressAnswer>(`${apiBase}/progress`, language),
    refetchInterval: ({ state }) => (state.data?.jobs.some(isUnderWay) ? againMs : false),
  });
  const jobs = data?.jobs.filter((job) => isUnderWay(job) && isOurs(job)) ?? [];
  if (jobs.length === 0) return null;
  const texts: Readonly<Record<string, string>> = transit.progress;
  return (
    <ul className="progress">
      {jobs.map((job) => {
        const text = fill(texts[job.kind] ?? transit.progress.other, {
          done: formatNumber(language, job.done),
          of: formatNumber(language, job.of),
        });
        return (
          <li key={job.id}>
            {text} <progress value={job.done} max={Math.max(1, job.of)} aria-label={text} />
          </li>
        );
      })}
    </ul>
  );
}
