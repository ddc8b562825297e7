import type { TerritoryProperties } from '#core/contract/features/territory.ts';
import { fill, formatNumber, formatPercent } from '#core/language/format.ts';
import { residentsWords } from '#core/language/residents-panel.ts';
import { DatasetLink } from '../../dataset-link.tsx';
import { useLanguage } from '../../ui/language-context.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Residents of a unit year by year and by age, as a statistical office counts them; without them, why not. */
export const ResidentsPanel = ({ unit }: { unit: TerritoryProperties }) => {
  const words = residentsWords[useLanguage()];
  if (unit.kind === 'neighbour') return null;
  const isCounted = unit.peopleYears.length > 0;
  return (
    <Panel title={words.title}>
      {isCounted ? <ByYear unit={unit} /> : <p>{words.noTotals}</p>}
      {unit.agesYear === null ? null : <ByAge unit={unit} year={unit.agesYear} />}
      {isCounted && unit.agesYear === null ? <p>{words.noAges}</p> : null}
      {isCounted ? (
        <p className="field-hint">
          {words.source}: <DatasetLink dataset="population-totals">{unit.peopleSource}</DatasetLink>.{' '}
          {words.otherSeries}
        </p>
      ) : null}
    </Panel>
  );
};

const ByYear = ({ unit }: { unit: TerritoryProperties }) => {
  const language = useLanguage();
  const words = residentsWords[language];
  const rows = unit.peopleYears.map((year, i) => ({ year, people: unit.peopleByYear[i] ?? 0 }));
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.year}</th>
          <th scope="col" className="numeric">
            {words.people}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map(({ year, people }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td className="numeric">{formatNumber(language, people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const ByAge = ({ unit, year }: { unit: TerritoryProperties; year: string }) => {
  const language = useLanguage();
  const words = residentsWords[language];
  const groups = [
    [words.groups.children, unit.peopleAged0To14],
    [words.groups.workingAge, unit.peopleAged15To64],
    [words.groups.older, unit.peopleAged65Plus],
  ] as const;
  // A share of a sum that lacks a group would be a share of nothing.
  const isWhole = groups.every(([, people]) => people !== null);
  const sum = groups.reduce((all, [, people]) => all + (people ?? 0), 0);
  return (
    <table className="table">
      <caption>{fill(words.ages, { year })}</caption>
      <thead>
        <tr>
          <th scope="col">{words.age}</th>
          <th scope="col" className="numeric">
            {words.people}
          </th>
          {isWhole ? (
            <th scope="col" className="numeric">
              {words.share}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {groups.map(([name, people]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="numeric">{people === null ? words.noGroup : formatNumber(language, people)}</td>
            {isWhole && people !== null ? (
              <td className="numeric">{sum === 0 ? '–' : formatPercent(language, (100 * people) / sum)}</td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
