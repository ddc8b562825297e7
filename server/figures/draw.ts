import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import { alternativeText } from '#core/map/alternative-text.ts';
import type { Scene } from '#core/map/scene/primitives.ts';
import { figureScene } from '#core/map/scene.ts';
import { toSvg } from '#core/map/svg.ts';
import { defaultSubtitle, defaultTitle } from '#core/map/titles.ts';
import { checkGlyphs, fontFaces, measureText } from './fonts.ts';
import type { Gathered } from './gather.ts';

/** The texts of a figure in one language: as asked for, or written from the choices. */
export interface FigureTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly alternativeText: string;
}

export const textsOf = (gathered: Gathered, language: Language): FigureTexts => {
  const { answer, specification, regionName, venueName } = gathered;
  const level = specification.level ?? 'parishes';
  const input = {
    query: answer.query,
    level,
    regionName: regionName[language],
    venueName: venueName[language],
  };
  const title = specification.title?.[language] ?? defaultTitle(input, words[language], language);
  const subtitle = specification.subtitle?.[language] ?? defaultSubtitle(input, words[language]);
  const isModel = isModelData(gathered);
  return {
    title,
    subtitle,
    alternativeText: alternativeText(
      { ...input, title, subtitle, answer, isModel },
      words[language],
      language,
    ),
  };
};

export const isModelData = ({ versions }: Pick<Gathered, 'versions'>): boolean =>
  versions.some(({ isModel }) => isModel);

/** The SVG of a figure with its fonts inside. Throws `bad-figure` for a text that the fonts cannot write. */
export const draw = async (gathered: Gathered, language: Language): Promise<string> => {
  const texts = textsOf(gathered, language);
  checkGlyphs({ [`title.${language}`]: texts.title, [`subtitle.${language}`]: texts.subtitle });
  const scene = figureScene({
    language,
    words: words[language],
    title: texts.title,
    subtitle: texts.subtitle,
    description: texts.alternativeText,
    widthMm: gathered.specification.widthMm ?? 160,
    level: gathered.specification.level ?? 'parishes',
    answer: gathered.answer,
    territories: gathered.territories,
    regionName: gathered.regionName[language],
    landcover: gathered.landcover,
    roads: gathered.roads,
    settlements: gathered.settlements,
    venueKinds: gathered.venueKinds,
    sources: gathered.versions,
    isModel: isModelData(gathered),
    figureId: gathered.id,
    address: `/f/${gathered.id}`,
    measureText,
  });
  const letters = lettersOf(scene);
  checkGlyphs({ data: letters });
  return toSvg(scene, await fontFaces(letters));
};

/** Every text that is drawn, in one string. */
const lettersOf = ({ groups }: Scene): string =>
  groups
    .flatMap(({ shapes }) => shapes)
    .map((shape) => (shape.shape === 'text' ? shape.text : ''))
    .join('');
