import type { Findings } from '#core/findings.ts';
import { type AtvkGeneration, generationSpan, type TerritoryCode } from '#core/place/atvk.ts';

interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

/** A unit under its municipality. */
interface Side {
  readonly municipality: CodeAndName;
  readonly unit: CodeAndName | null;
}

/** One row of the transition table: what was, and what it became. */
export interface AtvkLinks {
  readonly before: Side;
  readonly after: Side;
}

interface Growing extends TerritoryCode {
  readonly predecessors: string[];
  readonly successors: string[];
}

const put = (list: string[], code: string): void => {
  if (!list.includes(code)) list.push(code);
};

/** The classifier while it is put together from both files. */
class Codes {
  readonly rows: Growing[] = [];
  readonly #byCode = new Map<string, Growing[]>();

  add(row: TerritoryCode): void {
    const growing = { ...row, predecessors: [...row.predecessors], successors: [...row.successors] };
    this.rows.push(growing);
    this.#byCode.set(row.code, [...this.of(row.code), growing]);
  }

  of(code: string): Growing[] {
    return this.#byCode.get(code) ?? [];
  }

  /** A code that only the transition table tells of holds as long as its generation. */
  know(
    { code, name }: CodeAndName,
    generation: AtvkGeneration,
    level: number,
    parentCode: string | null,
  ): void {
    if (this.of(code).some((row) => row.generation === generation)) return;
    const { from, to } = generationSpan[generation];
    this.add({
      code,
      generation,
      level,
      name,
      parentCode,
      validFrom: from,
      validTo: to,
      predecessors: [],
      successors: [],
    });
  }

  link(before: string, after: string): void {
    for (const row of this.of(before)) put(row.successors, after);
    for (const row of this.of(after)) put(row.predecessors, before);
  }
}

function addLinks(codes: Codes, { before, after }: AtvkLinks): void {
  for (const [side, generation] of [
    [before, '2009'],
    [after, '2021'],
  ] as const) {
    codes.know(side.municipality, generation, 3, null);
    if (side.unit !== null) codes.know(side.unit, generation, 4, side.municipality.code);
  }
  const [from, to] = [before.unit ?? before.municipality, after.unit ?? after.municipality];
  codes.link(from.code, to.code);
}

/**
 * One classifier of the rows of the code list and of the transition table, whichever of them was brought: what names
 * a successor is named as its predecessor too, so that either way can be gone.
 */
export function joinCodes(
  classified: readonly (TerritoryCode & { readonly spot: { readonly file: string; readonly row: number } })[],
  links: readonly AtvkLinks[],
  findings: Findings,
): TerritoryCode[] {
  const codes = new Codes();
  for (const { spot: _spot, ...row } of classified) codes.add(row);
  for (const link of links) addLinks(codes, link);
  for (const { spot, code, parentCode, validTo, predecessors, successors } of classified) {
    for (const each of predecessors) codes.link(each, code);
    for (const each of successors) codes.link(code, each);
    // What was before 2009 is not in the file, and nobody asks for it.
    const pointed = validTo === null ? [parentCode, ...predecessors] : [parentCode, ...successors];
    for (const to of pointed) {
      if (to === null || codes.of(to).length > 0) continue;
      findings.add({ code: 'code-points-nowhere', ...spot, values: { value: code, to } });
    }
  }
  return codes.rows;
}
