import type { RoundTripAnswer } from '#core/access/round-trip-answer.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { cellWords, sideOf } from '#core/map/cell-words.ts';
import { roundTripCells, roundTripTable } from '#core/map/round-trip-table.ts';
import { roundTripAlternativeText, roundTripSubtitle, roundTripTitle } from '#core/map/round-trip-text.ts';
import type { Level } from '#core/map/scene/subject.ts';
import { figureScene } from '#core/map/scene.ts';
import { roundTripSubject } from '#core/map/subjects/round-trip.ts';
import type { Content, Surroundings } from './content.ts';
import { withSmallCounts } from './small-counts.ts';

/** An event and the way home as the content of a figure. */
export const roundTripContent = (answer: RoundTripAnswer, level: Level, around: Surroundings): Content => {
  const wordsIn = (language: Language) => cellWords(words[language], sideOf(answer.cells));
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
      title: roundTripTitle(inputIn(language), wordsIn(language), language),
      subtitle: roundTripSubtitle(inputIn(language), wordsIn(language), language),
    }),
    alternativeTextIn: (language, texts, isModel) =>
      roundTripAlternativeText({ ...inputIn(language), ...texts, isModel }, wordsIn(language), language),
    sceneOf: (page, ground) => {
      const ours = wordsIn(page.language);
      const subject = withSmallCounts(
        roundTripSubject(answer, level, around.venueKinds, ours, page.language),
        answer.cells,
        page.language,
      );
      return figureScene({ ...page, ...ground, words: ours, level, subject });
    },
  };
};
