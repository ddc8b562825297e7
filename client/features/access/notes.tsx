import type { AccessAnswer } from '#core/access/answer.ts';
import type { AccessResponse } from '#core/contract/envelope.ts';
import { formatDate } from '#core/language/dates.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import { DatasetSource } from '../../dataset-link.tsx';
import { Method } from '../../method-text.tsx';
import { ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { blankGroups } from './cells.ts';

/** What belongs beside the numbers: caveats with what was not counted, why there are blanks, method, data. */
export function Notes({ response }: { response: AccessResponse }) {
  const { access } = useWords();
  const { result, caveats } = response;
  return (
    <Panel title={access.notes}>
      {caveats.map((caveat) => (
        <p key={caveat}>{caveat}</p>
      ))}
      <Blanks answer={result} />
      <Method measure={result.query.measure} />
      <DataList versions={response.dataVersions} />
    </Panel>
  );
}

function Blanks({ answer }: { answer: AccessAnswer }) {
  const language = useLanguage();
  const { access, reasons } = useWords();
  const groups = blankGroups(answer);
  if (groups.length === 0) return null;
  return (
    <>
      <h3>{access.blanks}</h3>
      <ul>
        {groups.map(({ reason, people }) => (
          <li key={reason}>
            {fill(access.blankPeople, { people: formatNumber(language, people), reason: reasons[reason] })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the numbers were computed from, with date, licence and model mark. */
export function DataList({ versions }: { versions: AccessResponse['dataVersions'] }) {
  const language = useLanguage();
  const { access } = useWords();
  return (
    <>
      <h3>{access.dataFrom}</h3>
      <ul>
        {versions.map((version) => (
          <li key={version.id}>
            <DatasetSource version={version} />,{' '}
            {fill(access.dataDate, { date: formatDate(language, version.retrievedAt) })}{' '}
            {version.isModel ? <ModelBadge /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
