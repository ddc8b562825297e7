import { everybody, type SurveyHidden } from './survey.ts';
import { reckonable, type Sum } from './survey-system.ts';

/** A result as far as hiding goes; all of one question and one date. */
export interface Answered {
  readonly groupId: string;
  /** Groups of one division share the residents out among them: with and without a car. "" where none is stated. */
  readonly division: string;
  readonly territoryId: string;
  /** How many answered. */
  readonly answers: number;
}

interface Whole {
  readonly total: number;
  readonly parts: readonly number[];
}

const wholeOf = (total: number | undefined, parts: readonly number[]): readonly Whole[] =>
  total === undefined || parts.length === 0 ? [] : [{ total, parts }];

/** So many groups without a stated division are tried in every combination. */
const mostTried = 12;

/** Groups that add up to the total exactly are taken as a division of it, also when nobody says so. */
const unstatedDivisions = (
  rows: readonly Answered[],
  total: number,
  parts: readonly number[],
): readonly Whole[] => {
  const all = rows[total]?.answers ?? 0;
  if (parts.length < 2 || parts.length > mostTried) return [];
  const found: Whole[] = [];
  for (let choice = 1; choice < 2 ** parts.length; choice += 1) {
    const chosen = parts.filter((_, i) => (choice & (1 << i)) !== 0);
    const sum = chosen.reduce((people, part) => people + (rows[part]?.answers ?? 0), 0);
    if (chosen.length > 1 && chosen.length < parts.length && sum === all)
      found.push({ total, parts: chosen });
  }
  return found;
};

/** Everything that is a total of something: all residents of their groups, a municipality of its parishes. */
const wholesOf = (
  rows: readonly Answered[],
  parentsOf: (territoryId: string) => readonly string[],
): readonly Whole[] => {
  const places = rows.map((_, i) => i);
  const at = new Map(rows.map(({ groupId, territoryId }, i) => [`${groupId} ${territoryId}`, i]));
  const ofGroups = [...Map.groupBy(places, (i) => rows[i]?.territoryId ?? '')].flatMap(
    ([territoryId, here]) => {
      const total = at.get(`${everybody} ${territoryId}`);
      const parts = here.filter((i) => i !== total);
      const divisions = Map.groupBy(parts, (i) => rows[i]?.division ?? '');
      const stated = [...divisions.values()].flatMap((division) => wholeOf(total, division));
      const unstated = total === undefined ? [] : unstatedDivisions(rows, total, divisions.get('') ?? []);
      return [...stated, ...unstated];
    },
  );
  const inside = places.flatMap((i) =>
    parentsOf(rows[i]?.territoryId ?? '').map((parent) => ({ i, key: `${rows[i]?.groupId} ${parent}` })),
  );
  const ofTerritories = [...Map.groupBy(inside, ({ key }) => key)].flatMap(([key, parts]) =>
    wholeOf(
      at.get(key),
      parts.map(({ i }) => i),
    ),
  );
  return [...ofGroups, ...ofTerritories];
};

const sumOf = ({ total, parts }: Whole): Sum =>
  new Map([[total, -1], ...parts.map((part) => [part, 1] as const)]);

/** Hides what may not be told, cell after cell, until nothing can be reckoned from what is left. */
class Hiding {
  readonly #rows: readonly Answered[];
  readonly #wholes: readonly Whole[];
  readonly #min: number;
  readonly hidden = new Map<number, SurveyHidden>();

  constructor(rows: readonly Answered[], wholes: readonly Whole[], min: number) {
    this.#rows = rows;
    this.#wholes = wholes;
    this.#min = min;
    rows.forEach(({ answers }, i) => {
      if (answers < min) this.hidden.set(i, 'few');
    });
  }

  #answers(i: number): number {
    return this.#rows[i]?.answers ?? 0;
  }

  #isTooSmall(answers: number): boolean {
    return answers > 0 && answers < this.#min;
  }

  #protect(i: number): boolean {
    if (this.hidden.has(i)) return false;
    this.hidden.set(i, 'protects');
    return true;
  }

  /** The shown part with the fewest answers; the total when all parts are hidden. */
  #hideNext({ total, parts }: Whole): boolean {
    const [next] = parts
      .filter((part) => !this.hidden.has(part))
      .sort((a, b) => this.#answers(a) - this.#answers(b) || a - b);
    return this.#protect(next ?? total);
  }

  /** What a total leaves when its shown parts are taken from it belongs to enough people, or there is nothing to take. */
  #checkRest(whole: Whole): boolean {
    const { total, parts } = whole;
    if (this.hidden.has(total)) return false;
    const shown = parts.filter((part) => !this.hidden.has(part));
    const alone = shown.find((part) => this.#isTooSmall(this.#answers(total) - this.#answers(part)));
    if (alone !== undefined) return this.#protect(alone);
    if (shown.length === parts.length || shown.length === 0) return false;
    const rest = shown.reduce((left, part) => left - this.#answers(part), this.#answers(total));
    const isAlone = parts.length - shown.length === 1;
    return isAlone || this.#isTooSmall(rest) ? this.#hideNext(whole) : false;
  }

  /** Hides one more cell where sums give one away that is too small; false when they give away none. */
  #checkSums(sums: readonly Sum[]): boolean {
    const known = reckonable(sums, (cell) => this.hidden.has(cell));
    const given = [...known].find((cell) => this.hidden.get(cell) === 'few');
    if (given === undefined) return false;
    // What alone is hidden in a sum is reckoned at once: that is where the way to the others begins.
    const alone = this.#wholes.find(
      ({ total, parts }) => [total, ...parts].filter((cell) => this.hidden.has(cell)).length === 1,
    );
    if (alone !== undefined) return this.#hideNext(alone);
    const around = this.#wholes.filter(({ total, parts }) => total === given || parts.includes(given));
    return around.some((whole) => this.#hideNext(whole));
  }

  run(): ReadonlyMap<number, SurveyHidden> {
    const sums = this.#wholes.map(sumOf);
    let goesOn = true;
    while (goesOn) {
      goesOn = this.#wholes.some((whole) => this.#checkRest(whole)) || this.#checkSums(sums);
    }
    return this.hidden;
  }
}

/**
 * Which results of one question and date must not be told, by their place in the list: those with fewer answers than
 * `min`, and as many others as are needed so that none of these can be reckoned from what is told (cell suppression,
 * primary and secondary; Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001).
 *
 * @param parentsOf the territories that a territory is part of.
 */
export const hideResults = (
  rows: readonly Answered[],
  min: number,
  parentsOf: (territoryId: string) => readonly string[],
): ReadonlyMap<number, SurveyHidden> => new Hiding(rows, wholesOf(rows, parentsOf), min).run();
