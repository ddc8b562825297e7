import type { ShiftAnswer } from '#core/access/round-trip-answer.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { shiftScene } from '#core/map/shift-scene.ts';
import { shiftAlternativeText, shiftSubtitle, shiftTable, shiftTitle } from '#core/map/shift-text.ts';
import type { Content, Surroundings } from './content.ts';

/** An event at other times as the content of a figure: a curve and no map. */
export const shiftContent = (answer: ShiftAnswer, around: Surroundings): Content => {
  const inputIn = (language: Language) => ({
    answer,
    regionName: around.regionName[language],
    dayKind: around.dayKind,
  });
  return {
    answer,
    territoryIds: [],
    table: shiftTable(answer),
    cells: null,
    textsIn: (language) => ({
      title: shiftTitle(inputIn(language), words[language], language),
      subtitle: shiftSubtitle(inputIn(language), words[language], language),
    }),
    alternativeTextIn: (language, texts, isModel) =>
      shiftAlternativeText({ ...inputIn(language), ...texts, isModel }, words[language], language),
    sceneOf: (page) => shiftScene(page, answer),
  };
};
