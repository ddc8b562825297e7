import type { Findings } from '#core/findings.ts';
import { slug } from '#core/language/fold.ts';
import { usualSectors } from '#core/offer/sectors.ts';
import type { Venue, VenueKind } from '#core/offer/venue.ts';
import { atvkCode } from '#core/place/atvk.ts';
import type { Bbox, LonLat } from '#core/place/units.ts';
import type { ImportWarning } from '#core/warning.ts';
import { type Category, kindByName, readCategory } from './kisc-objects-category.ts';
import { readIsil, tidyName, webAddress, withoutStatus } from './kisc-objects-name.ts';
import {
  findOrder,
  isInside,
  metresBetween,
  type Notes,
  readAsFile,
  readStatedPoint,
  type StatedPoint,
} from './kisc-objects-point.ts';
import type { OfficialRow } from './kisc-objects-table.ts';
import type { CodeSays } from './kisc-objects-units.ts';

/** A row that reads well; where it lies is not settled yet. */
export interface Draft {
  readonly line: number;
  readonly name: string;
  readonly kind: VenueKind;
  readonly subtype: string | null;
  readonly isil: string | null;
  readonly address: string | null;
  readonly url: string | null;
  readonly object: string;
  readonly code: CodeSays;
  readonly isClosed: boolean;
  /** Something in it was put right. */
  readonly isCorrected: boolean;
  readonly stated: StatedPoint;
}

/** Settled points of a draft, by the column pair they were read from. */
export interface DraftPoints {
  readonly wgs: { readonly lonLat: LonLat; readonly roundingMetres: number } | null;
  readonly lks: LonLat | null;
  readonly isCorrected: boolean;
}

/** What is the same for every row of a table. */
export interface ReadingRows {
  readonly codes: (code: string | null) => CodeSays;
  /** Of every row, where the table itself is of one kind. */
  readonly kind: VenueKind | null;
  readonly bounds: Bbox;
  readonly findings: Findings;
}

const mostSigns = { name: 200, address: 300 } as const;

const deletedWords = /^(dzests|dzēsts|del|deleted|likvidēts|likvidēta|anulēts|izslēgts|err)$/iu;

const isDeleted = (row: OfficialRow, findings: Findings): boolean => {
  const status = row.cell('status');
  if (!deletedWords.test(status)) return false;
  findings.drop({ code: 'row-deleted', row: row.line, field: 'status', values: { status } });
  return true;
};

type Kind = Extract<Category, object>;

/** The kind by its category; where that cell is blank, by a name that leaves no doubt, which is said. */
const readKind = (
  row: OfficialRow,
  name: string,
  { kind, findings }: ReadingRows,
): (Kind & { isGuess: boolean }) | null => {
  if (kind !== null) return { kind, subtype: null, isGuess: false };
  const given = row.cell('category');
  const category = readCategory(given);
  if (typeof category === 'object') return { ...category, isGuess: false };
  const drop = (code: 'category-no-place' | 'category-not-known') =>
    findings.drop({ code, row: row.line, field: 'category', values: { category: given || '–', name } });
  if (category === 'no-place') {
    drop('category-no-place');
    return null;
  }
  const byObject = readCategory(row.cell('object'));
  if (given === '' && typeof byObject === 'object') return { ...byObject, isGuess: false };
  const said = given === '' ? kindByName(name) : null;
  if (said === null) {
    drop('category-not-known');
    return null;
  }
  const values = { name };
  findings.add({ code: 'category-by-name', row: row.line, field: 'category', effect: 'corrected', values });
  return { kind: said, subtype: null, isGuess: true };
};

const readName = (row: OfficialRow, findings: Findings): { name: string; isTidied: boolean } | null => {
  const given = row.cell('name');
  const name = tidyName(given);
  if (name === '' || name.length > mostSigns.name) {
    const code = name === '' ? 'name-missing' : 'name-too-long';
    findings.drop({ code, row: row.line, field: 'name', values: { most: mostSigns.name } });
    return null;
  }
  // Typographic quotes alone are no fault of the list.
  const isTidied = name.replace(/[“”]/g, '"') !== given.replace(/[„“”«»]/g, '"').normalize('NFC');
  if (isTidied) {
    const values = { name };
    findings.add({ code: 'name-tidied', row: row.line, field: 'name', effect: 'corrected', values });
  }
  return { name, isTidied };
};

const readOwnIsil = (row: OfficialRow, findings: Findings): string | null => {
  const given = row.cell('isil');
  if (given === '') return null;
  const isil = readIsil(given);
  if (isil === null)
    findings.add({ code: 'isil-unreadable', row: row.line, field: 'isil', values: { value: given } });
  return isil;
};

const readOwnCode = (row: OfficialRow, findings: Notes): string | null => {
  const given = row.cell('atvk');
  if (given === '') return null;
  const code = atvkCode(given);
  if (code === null)
    findings.add({ code: 'atvk-unreadable', row: row.line, field: 'atvk', values: { value: given } });
  return code;
};

const readUrl = (row: OfficialRow, findings: Findings): string | null => {
  const given = row.cell('url');
  if (given === '') return null;
  const url = webAddress(given);
  if (url === null)
    findings.add({
      code: 'url-unusable',
      row: row.line,
      field: 'url',
      values: { value: given.slice(0, 80) },
    });
  return url;
};

/** What a row says of where it is. */
interface Where {
  readonly code: CodeSays;
  readonly stated: StatedPoint;
}

/** Neither code nor point leaves a chance that the row is about the region: most rows of a country's file. */
const isFar = ({ code, stated }: Where, bounds: Bbox): boolean => {
  if (code.says === 'unit' || code.says === 'municipality') return false;
  const points = stated.wgs === null ? Object.values(stated.lks) : [stated.wgs.lonLat];
  if (points.length === 0) return code.says === 'elsewhere';
  return !points.some((point) => isInside(bounds, point));
};

/**
 * Reads one row; null, with the reason noted, for one that is no venue, and "far" for one that is about another part of
 * the country, of which nothing is noted.
 */
export const readDraft = (row: OfficialRow, reading: ReadingRows): Draft | 'far' | null => {
  const { findings, codes } = reading;
  const noted: ImportWarning[] = [];
  const notes = { add: (finding: ImportWarning) => void noted.push(finding) };
  const where = { code: codes(readOwnCode(row, notes)), stated: readStatedPoint(row, notes) };
  if (isFar(where, reading.bounds)) return 'far';
  if (isDeleted(row, findings)) return null;
  const named = readName(row, findings);
  if (named === null) return null;
  const { name, isClosed } = withoutStatus(named.name);
  const kind = readKind(row, name, reading);
  if (kind === null) return null;
  for (const note of noted) findings.add(note);
  const address = tidyName(row.cell('address')).slice(0, mostSigns.address);
  return {
    line: row.line,
    name,
    kind: kind.kind,
    subtype: kind.subtype,
    isil: readOwnIsil(row, findings),
    address: address === '' ? null : address,
    url: readUrl(row, findings),
    object: row.cell('object'),
    ...where,
    isClosed,
    isCorrected: named.isTidied || kind.isGuess || where.stated.wasSwapped,
  };
};

/** So far apart, the two pairs of coordinates of a row do not mean the same place. */
const disagreeingMetres = 50;

/** The points of all rows, with X and Y read as the whole file writes them. */
export const readPoints = (
  drafts: readonly Draft[],
  bounds: Bbox,
  findings: Findings,
): readonly DraftPoints[] => {
  const order = findOrder(
    drafts.map(({ stated }) => stated),
    bounds,
  );
  if (order === 'x-east') findings.add({ code: 'x-is-east', values: {} });
  return drafts.map(({ stated, line }) => {
    const metres = readAsFile(stated, order, bounds);
    if (metres?.isSwapped) {
      findings.add({
        code: 'metres-swapped',
        row: line,
        field: 'LKS-92 X, Y',
        effect: 'corrected',
        values: {},
      });
    }
    return { wgs: stated.wgs, lks: metres?.lonLat ?? null, isCorrected: metres?.isSwapped ?? false };
  });
};

/** Metres between the two points of a row where they disagree, else null. */
export const disagreement = ({ wgs, lks }: DraftPoints): number | null => {
  if (wgs === null || lks === null) return null;
  const metres = metresBetween(wgs.lonLat, lks);
  return metres > Math.max(disagreeingMetres, wgs.roundingMetres) ? Math.round(metres) : null;
};

const isNumberLike = (text: string): boolean => /^\d{1,12}$/.test(text);

/**
 * Ids that stay the same from file to file: the number of the object where the file gives one, else the ISIL, else the
 * name with its unit.
 */
export const idOf = (prefix: string, { object, isil, name }: Draft, territoryId: string | null): string => {
  if (isNumberLike(object)) return `${prefix}-${object}`;
  if (isil !== null) return `${prefix}-${slug(isil)}`;
  return [prefix, slug(name).slice(0, 70), territoryId ?? ''].filter((part) => part !== '').join('-');
};

/** A venue of which an official table tells no more than this. */
export const venueOf = (
  draft: Draft,
): Omit<Venue, 'id' | 'list' | 'territoryId' | 'position' | 'source' | 'confidence'> => ({
  nameLv: draft.name,
  nameEn: null,
  kind: draft.kind,
  subtype: draft.subtype,
  sectors: usualSectors(draft.kind, draft.subtype),
  settlement: null,
  address: draft.address,
  status: draft.isClosed ? 'closed' : 'open',
  closedOn: null,
  capacity: null,
  openingHours: null,
  physicalAccess: {
    stepFreeEntrance: 'not-stated',
    accessibleToilet: 'not-stated',
    disabledParking: 'not-stated',
    hearingLoop: 'not-stated',
  },
  url: draft.url,
  note: null,
  isil: draft.isil,
  isModel: false,
});
