import type { RoundTripAnswer } from '#core/access/round-trip-answer.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { roundTripCells, roundTripTable } from '#core/map/round-trip-table.ts';
import { roundTripAlternativeText, roundTripSubtitle, roundTripTitle } from '#core/map/round-trip-text.ts';
import type { Level } from '#core/map/scene/subject.ts';
import { figureScene } from '#core/map/scene.ts';
import { roundTripSubject } from '#core/map/subjects/round-trip.ts';
import type { Content, Surroundings } from './content.ts';

/** An event and the way home as the content of a figure. */
export const roundTripContent = (answer: RoundTripAnswer, level: Level, around: Surroundings): Content => {
  const inputIn = (language: Language) => ({
    answer,
    level,
    regionName: around.regionName[language],
    dayKind: around.dayKind,
  });
  return {
    answer,
    territoryIds: answer.territories.map(({ id }) => id),
    table: roundTripTable(answer),
    cells: level === 'cells' ? roundTripCells(answer, around.settlementOfCell) : null,
    textsIn: (language) => ({
      title: roundTripTitle(inputIn(language), words[language], language),
      subtitle: roundTripSubtitle(inputIn(language), words[language], language),
    }),
    alternativeTextIn: (language, texts, isModel) =>
      roundTripAlternativeText({ ...inputIn(language), ...texts, isModel }, words[language], language),
    sceneOf: (page, ground) => {
      const subject = roundTripSubject(answer, level, around.venueKinds, page.words, page.language);
      return figureScene({ ...page, ...ground, level, subject });
    },
  };
};
