import type { AccessAnswer } from '#core/access/answer.ts';
import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { alternativeText } from '#core/map/alternative-text.ts';
import { cellWords, sideOf } from '#core/map/cell-words.ts';
import type { Level } from '#core/map/scene/subject.ts';
import { figureScene } from '#core/map/scene.ts';
import { accessSubject } from '#core/map/subjects/access.ts';
import { figureCells, figureTable } from '#core/map/table.ts';
import { defaultSubtitle, defaultTitle } from '#core/map/titles.ts';
import type { Content, Surroundings } from './content.ts';
import { withSmallCounts } from './small-counts.ts';

const none = { lv: '', en: '' };

/** A measure of access as the content of a figure. */
export const accessContent = (answer: AccessAnswer, level: Level, around: Surroundings): Content => {
  const { query, territories } = answer;
  const venueName = 'venueId' in query.offer ? (around.venueNames[query.offer.venueId] ?? none) : none;
  const wordsIn = (language: Language) => cellWords(words[language], sideOf(answer.cells));
  const inputIn = (language: Language) => ({
    query,
    level,
    regionName: around.regionName[language],
    venueName: venueName[language],
    dayKind: around.dayKind,
    otherTown: around.otherTown?.[language],
  });
  return {
    answer,
    territoryIds: territories.map(({ id }) => id),
    table: figureTable(answer),
    cells: level === 'cells' ? figureCells(answer, around.settlementOfCell) : null,
    textsIn: (language) => ({
      title: defaultTitle(inputIn(language), wordsIn(language), language),
      subtitle: defaultSubtitle(inputIn(language), wordsIn(language), language),
    }),
    alternativeTextIn: (language, texts, isModel) =>
      alternativeText({ ...inputIn(language), ...texts, answer, isModel }, wordsIn(language), language),
    sceneOf: (page, ground) => {
      const ours = wordsIn(page.language);
      const subject = withSmallCounts(
        accessSubject(answer, level, around.venueKinds, ours, page.language),
        answer.cells,
        page.language,
      );
      return figureScene({ ...page, ...ground, words: ours, level, subject });
    },
  };
};
