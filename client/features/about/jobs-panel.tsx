import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fill, formatNumber } from '#core/language/format.ts';
import { jobWords } from '#core/language/job-words.ts';
import type { JobProgress, ProgressAnswer } from '#core/transit/timetable-answer.ts';
import { apiBase, apiQuery } from '../../api.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';

const againMs = 3000;

const isUnderWay = ({ state }: JobProgress) => state === 'waiting' || state === 'running';
const isTold = (job: JobProgress) => isUnderWay(job) || job.state === 'failed';

/**
 * What the server makes of new data beside requests: shown while it goes on, gone when it is done; what failed
 * stays, with its reason. Read out only when the kind of work changes, not with every count.
 */
export const JobsPanel = () => {
  const language = useLanguage();
  const text = jobWords[language];
  const { data } = useQuery({
    ...apiQuery<ProgressAnswer>(`${apiBase}/progress`, language),
    refetchInterval: ({ state }) => (state.data?.jobs.some(isUnderWay) ? againMs : false),
  });
  const jobs = data?.jobs.filter(isTold) ?? [];
  return (
    <>
      <Summary jobs={data?.jobs ?? []} />
      {jobs.length === 0 ? null : (
        <Panel title={text.title}>
          <p>{text.lead}</p>
          <ul>
            {jobs.map((job) => (
              <Line key={job.id} job={job} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
};

/** One sentence for those who cannot see the list; nothing where nothing was ever under way. */
const Summary = ({ jobs }: { jobs: readonly JobProgress[] }) => {
  const text = jobWords[useLanguage()];
  const [wasOpen, setWasOpen] = useState(false);
  const named = (some: readonly JobProgress[]) =>
    [...new Set(some.map(({ kind }) => text.names[kind] ?? kind))].join(', ');
  const failed = jobs.filter(({ state }) => state === 'failed');
  const open = jobs.filter(isUnderWay);
  useEffect(() => {
    if (open.length > 0) setWasOpen(true);
  }, [open.length]);
  const told = () => {
    if (open.length > 0) return fill(text.now, { names: named(open) });
    if (failed.length > 0) return fill(text.someFailed, { names: named(failed) });
    return wasOpen ? text.done : '';
  };
  return (
    <p className="visually-hidden" role="status">
      {told()}
    </p>
  );
};

const Line = ({ job }: { job: JobProgress }) => {
  const language = useLanguage();
  const text = jobWords[language];
  const { modes: namesOfModes, shell } = useWords();
  const modes: Readonly<Record<string, string>> = namesOfModes;
  const [, part] = job.id.split('/');
  const name = [text.names[job.kind] ?? job.kind, part === undefined ? '' : (modes[part] ?? part)];
  const label = name.filter((word) => word !== '').join(' – ');
  const datasets: Readonly<Record<string, string>> = shell.aboutData.names;
  const versions = job.dataVersions
    .map(({ dataset, id }) => `${datasets[dataset] ?? dataset} ${id}`)
    .join(', ');
  return (
    <li>
      {label}: <State job={job} label={label} />
      {versions === '' ? null : <div className="muted">{fill(text.madeFor, { versions })}</div>}
    </li>
  );
};

const State = ({ job, label }: { job: JobProgress; label: string }) => {
  const language = useLanguage();
  const text = jobWords[language];
  const reason = job.reason ?? text.noReason;
  if (job.state === 'failed') return <strong>{fill(text.failed, { reason })}</strong>;
  if (job.state === 'waiting') {
    return <>{job.reason === null ? text.waiting : fill(text.waitingAgain, { reason })}</>;
  }
  if (job.of === 0) return <>{text.running}</>;
  const count = { done: formatNumber(language, job.done), of: formatNumber(language, job.of) };
  return (
    <>
      {fill(text.runningOf, count)} <progress value={job.done} max={job.of} aria-label={label} />
    </>
  );
};
