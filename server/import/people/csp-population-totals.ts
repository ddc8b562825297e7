import type { Findings } from '#core/findings.ts';
import { type AgeSpan, ageBands, coverBand } from '#core/place/age-bands.ts';
import {
  type PopulationTotal,
  type TotalAge,
  type TotalSex,
  totalAges,
} from '#core/place/population-total.ts';
import { type Area, areaOf, isNoUnit } from './csp-population-areas.ts';
import type { StatedCount } from './csp-population-cells.ts';

/** No municipality has more. */
const mostPeople = 10_000_000;

/** Counts of one unit in one year and sex, by ages. */
interface Counts {
  readonly area: Area;
  readonly year: number;
  readonly sex: TotalSex;
  readonly byAge: Map<string, { readonly span: AgeSpan; readonly people: number }>;
}

const keyOf = ({ code, generation }: Area, year: number, sex: TotalSex) =>
  `${generation} ${code} ${year} ${sex}`;
const spanKey = ({ from, below }: AgeSpan) => `${from}-${below}`;

/** Gathers the numbers of one or several tables and makes totals and age groups of them. */
export class Totals {
  readonly #counts = new Map<string, Counts>();
  readonly #saidAreas = new Set<string>();
  readonly #areas = new Map<string, Area | null>();
  readonly #findings: Findings;
  #blank = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  take(count: StatedCount, file: string): void {
    if (count.people === null) {
      this.#blank += 1;
      return;
    }
    this.#findings.read();
    const { people } = count;
    if (typeof people !== 'number' || !Number.isInteger(people) || people < 0 || people > mostPeople) {
      const values = { code: count.area.code, year: count.year, value: people };
      this.#findings.drop({ code: 'totals-number-malformed', file, row: count.row, values });
      return;
    }
    const area = this.#areaOf(count, file);
    if (area !== null) this.#keep(area, count, people, file);
  }

  #keep(area: Area, { year, sex, age, row }: StatedCount, people: number, file: string): void {
    const key = keyOf(area, year, sex);
    const counts = this.#counts.get(key) ?? { area, year, sex, byAge: new Map() };
    this.#counts.set(key, counts);
    const before = counts.byAge.get(spanKey(age));
    if (before !== undefined && before.people !== people) {
      const values = { name: area.name, code: area.code, year, first: before.people, second: people };
      this.#findings.drop({ code: 'totals-differ', file, row, values });
      return;
    }
    if (before === undefined) counts.byAge.set(spanKey(age), { span: age, people });
    this.#findings.kept();
  }

  /** A unit is looked at once; what is odd about it is said once. */
  #areaOf({ area: stated, row }: StatedCount, file: string): Area | null {
    const known = this.#areas.get(stated.code);
    const area = known === undefined ? areaOf(stated) : known;
    this.#areas.set(stated.code, area);
    if (area === null && !isNoUnit(stated.code)) {
      const values = { code: stated.code.slice(0, 40), name: stated.label.slice(0, 80) };
      this.#findings.drop({ code: 'totals-code-malformed', file, row, field: 'AREA', values });
    }
    if (area?.isPadded && !this.#saidAreas.has(stated.code)) {
      const values = { stated: stated.code, code: area.code, name: area.name };
      this.#findings.add({ code: 'totals-code-padded', file, field: 'AREA', effect: 'corrected', values });
    }
    this.#saidAreas.add(stated.code);
    return area;
  }

  /** @param source of every row. */
  list(source: string): readonly PopulationTotal[] {
    if (this.#blank > 0) this.#findings.add({ code: 'totals-blank', values: { count: this.#blank } });
    return [...this.#counts.values(), ...this.#bothSexes()].flatMap((counts) => bandsOf(counts, source));
  }

  /** Where a table tells women and men apart only, both together are their sum. */
  *#bothSexes(): Generator<Counts> {
    for (const { area, year, sex, byAge } of this.#counts.values()) {
      const men = this.#counts.get(keyOf(area, year, 'M'));
      if (sex !== 'F' || men === undefined || this.#counts.has(keyOf(area, year, 'T'))) continue;
      const both = [...byAge].flatMap(([key, { span, people }]) => {
        const other = men.byAge.get(key);
        return other === undefined ? [] : [[key, { span, people: people + other.people }] as const];
      });
      yield { area, year, sex: 'T', byAge: new Map(both) };
    }
  }
}

const peopleIn = ({ byAge }: Counts, band: TotalAge): number | null => {
  const spans = [...byAge.values()].map(({ span }) => span);
  const cover = coverBand(spans, ageBands[band]);
  return cover?.reduce((sum, span) => sum + (byAge.get(spanKey(span))?.people ?? 0), 0) ?? null;
};

const bandsOf = (counts: Counts, source: string): readonly PopulationTotal[] =>
  totalAges.flatMap((age) => {
    const people = peopleIn(counts, age);
    if (people === null) return [];
    const { area, year, sex } = counts;
    return [
      {
        generation: area.generation,
        code: area.code,
        name: area.name,
        year,
        series: 'CSP',
        source,
        sex,
        age,
        people,
      },
    ];
  });
