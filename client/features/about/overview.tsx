import { formatShortDate } from '#core/language/dates.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import type { DatasetName, DatasetVersion } from '#core/place/provenance.ts';
import { DatasetLink } from '../../dataset-link.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SortableTable } from '../../ui/sortable-table.tsx';
import { StateBadges } from './state-badges.tsx';
import { statesOf } from './states.ts';
import { useDataWords } from './words.ts';

interface Row {
  readonly dataset: DatasetName;
  readonly name: string;
  readonly versions: readonly DatasetVersion[];
}

/** Every kind of data there can be, what it is made of now, and of when. */
export const Overview = ({ versions }: { versions: readonly DatasetVersion[] }) => {
  const language = useLanguage();
  const { names } = useWords().shell.aboutData;
  const text = useDataWords();
  const rows = (Object.keys(names) as DatasetName[]).map(
    (dataset): Row => ({
      dataset,
      name: names[dataset],
      versions: versions.filter((version) => version.dataset === dataset),
    }),
  );
  return (
    <Panel title={text.overview}>
      <Count rows={rows.filter(({ versions: { length } }) => length > 0)} />
      <SortableTable
        caption={text.datasets}
        columns={[
          {
            key: 'name',
            title: text.dataset,
            isRowHeader: true,
            value: ({ name }: Row) => name,
            render: ({ dataset, name }: Row) => <DatasetLink dataset={dataset}>{name}</DatasetLink>,
          },
          {
            key: 'state',
            title: text.state,
            value: (row: Row) => text.states[statesOf(row.versions)[0] ?? 'none'],
            render: (row: Row) => <StateBadges versions={row.versions} />,
          },
          {
            key: 'date',
            title: text.retrieved,
            value: newest,
            render: (row: Row) => {
              const date = newest(row);
              return date === null ? '–' : formatShortDate(language, date);
            },
          },
          {
            key: 'rows',
            title: text.rows,
            isNumeric: true,
            value: countOf,
            render: (row: Row) => {
              const count = countOf(row);
              return count === null ? '–' : formatNumber(language, count);
            },
          },
        ]}
        rows={rows}
        rowKey={({ dataset }) => dataset}
        initialSort={{ key: 'name', isDescending: false }}
      />
    </Panel>
  );
};

const newest = ({ versions }: Row): string | null =>
  versions
    .map(({ retrievedAt }) => retrievedAt)
    .sort()
    .at(-1) ?? null;

/** Blank where there are no such data; a list that holds nothing has 0. */
const countOf = ({ versions }: Row): number | null =>
  versions.length === 0 ? null : versions.reduce((sum, { rowCount }) => sum + rowCount, 0);

const Count = ({ rows }: { rows: readonly Row[] }) => {
  const text = useDataWords();
  const isOf = (state: string) => rows.filter((row) => statesOf(row.versions).some((one) => one === state));
  const model = isOf('model').map(({ name }) => name);
  const values = { official: isOf('official').length, all: rows.length };
  // Names hold commas: "Sea, lakes, woods".
  const rest = model.length === 0 ? text.noModel : fill(text.stillModel, { model: model.join('; ') });
  return (
    <p>
      {fill(text.counted, values)} {rest}
    </p>
  );
};
