import { useQuery } from '@tanstack/react-query';
import type { StreetsResponse } from '#core/contract/envelope.ts';
import { fill, formatFixed, formatNumber, formatPercent } from '#core/language/format.ts';
import type { StreetsReport } from '#core/roads/osm/report.ts';
import { modes } from '#core/roads/street.ts';
import { apiBase, apiQuery } from '../../api.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SortableTable } from '../../ui/sortable-table.tsx';

type Names = Readonly<Record<string, string>>;

/** What the import of streets read, had to guess, and could not join; nothing where it told nothing. */
export const StreetsPanel = () => {
  const language = useLanguage();
  const { transit } = useWords();
  const report = useQuery(apiQuery<StreetsResponse>(`${apiBase}/streets`, language)).data?.result;
  if (!report || !isMeasured(report)) return null;
  return (
    <Panel title={transit.about.streets}>
      <Guessed report={report} />
      <Kilometres kmByClass={report.kmByClass} />
      {isOsmReport(report) ? <Connections report={report} /> : null}
    </Panel>
  );
};

type KmByClass = Readonly<Record<string, number>>;

/** What every import measures; one from OpenStreetMap tells more. */
interface Measured {
  readonly km: number;
  readonly kmByClass: KmByClass;
  readonly guessed: {
    readonly surfaceKm: number;
    readonly speedKm?: number;
    readonly carKm?: number;
  };
}

const isMeasured = (report: object): report is Measured =>
  'km' in report && 'kmByClass' in report && 'guessed' in report;

/** Only an import from OpenStreetMap tells what is not joined and what was left out. */
const isOsmReport = (report: unknown): report is StreetsReport =>
  typeof report === 'object' && report !== null && 'kind' in report && report.kind === 'osm';

/** Of roads open to cars where the import tells them apart, else of all. */
const Guessed = ({ report }: { report: Measured }) => {
  const language = useLanguage();
  const { transit } = useWords();
  const { surfaceKm, speedKm, carKm = report.km } = report.guessed;
  const share = (km: number) => (carKm === 0 ? '–' : formatPercent(language, (100 * km) / carKm, 1));
  return (
    <p>
      {fill(transit.about.guessedSurface, { percent: share(surfaceKm) })}
      {speedKm === undefined ? '' : ` ${fill(transit.about.guessedSpeed, { percent: share(speedKm) })}`}
    </p>
  );
};

const Kilometres = ({ kmByClass }: { kmByClass: KmByClass }) => {
  const language = useLanguage();
  const { access, transit } = useWords();
  const names: Names = access.highways;
  return (
    <SortableTable
      caption={transit.about.streetsKm}
      columns={[
        {
          key: 'class',
          title: transit.about.class,
          isRowHeader: true,
          // Two classes may share a word; the tag tells them apart.
          value: ([tag]: [string, number]) => `${names[tag] ?? tag} (${tag})`,
        },
        {
          key: 'km',
          title: transit.about.km,
          isNumeric: true,
          value: ([, km]: [string, number]) => km,
          render: ([, km]: [string, number]) => formatFixed(language, km, 1),
        },
      ]}
      rows={Object.entries(kmByClass)}
      rowKey={([tag]) => tag}
      initialSort={{ key: 'km', isDescending: true }}
    />
  );
};

const Connections = ({ report: { connection, dropped } }: { report: StreetsReport }) => {
  const language = useLanguage();
  const { modes: modeNames, transit } = useWords();
  const left = Object.values(dropped).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <h3>{transit.about.parts}</h3>
      <ul>
        {modes.map((mode) => (
          <li key={mode}>
            {fill(transit.about.partOf, {
              mode: modeNames[mode],
              km: formatFixed(language, connection[mode].unconnectedKm, 1),
              all: formatFixed(language, connection[mode].km, 1),
            })}
          </li>
        ))}
      </ul>
      <p>
        {transit.about.dropped}: {formatNumber(language, left)}
      </p>
    </>
  );
};
