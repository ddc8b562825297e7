import type { Language } from '#core/language/routes.ts';
import type { GroundInput, PageInput } from '#core/map/scene/input.ts';
import type { Scene } from '#core/map/scene/primitives.ts';
import type { FigureTable } from '#core/map/table.ts';
import type { VenueKind } from '#core/offer/venue.ts';
import type { DayKind } from '#core/transit/timetable-answer.ts';

interface InBoth {
  readonly lv: string;
  readonly en: string;
}

/** What the words of a figure need besides its answer. */
export interface Surroundings {
  readonly regionName: InBoth;
  /** The focal town where it is another than the one that the measure is named after; else null. */
  readonly otherTown: InBoth | null;
  readonly venueKinds: Readonly<Record<string, VenueKind>>;
  readonly venueNames: Readonly<Record<string, InBoth>>;
  /** Name of the settlement nearest to each cell. */
  readonly settlementOfCell: ReadonlyMap<string, string>;
  /** Kind of the day of travel, where the timetable knows it. */
  readonly dayKind: DayKind | null;
}

interface Texts {
  readonly title: string;
  readonly subtitle: string;
}

/** What a figure is about: an answer, and how it is said and shown. */
export interface Content {
  /** Kept with the figure, and part of its id. */
  readonly answer: unknown;
  /** Territories that it speaks of. */
  readonly territoryIds: readonly string[];
  readonly table: FigureTable;
  /** Null where the figure draws parishes. */
  readonly cells: FigureTable | null;
  /** The texts where none are given. */
  textsIn(language: Language): Texts;
  alternativeTextIn(language: Language, texts: Texts, isModel: boolean): string;
  sceneOf(page: PageInput, ground: GroundInput): Scene;
}
