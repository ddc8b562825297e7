import { words } from '#core/language/index.ts';
import type { Language } from '#core/language/routes.ts';
import type { GroundInput, PageInput } from '#core/map/scene/input.ts';
import type { Scene } from '#core/map/scene/primitives.ts';
import { toSvg } from '#core/map/svg.ts';
import { checkGlyphs, drawable, fontFaces, measureText, missingSigns } from './fonts.ts';
import type { Gathered } from './gather.ts';

/** The texts of a figure in one language: as asked for, or written from the choices. */
export interface FigureTexts {
  readonly title: string;
  readonly subtitle: string;
  readonly alternativeText: string;
}

export const textsOf = (gathered: Gathered, language: Language): FigureTexts => {
  const { content, specification } = gathered;
  const usual = content.textsIn(language);
  const texts = {
    title: specification.title[language] ?? usual.title,
    subtitle: specification.subtitle[language] ?? usual.subtitle,
  };
  const alternativeText = content.alternativeTextIn(language, texts, isModelData(gathered));
  return { ...texts, alternativeText };
};

export const isModelData = ({ versions }: Pick<Gathered, 'versions'>): boolean =>
  versions.some(({ isModel }) => isModel);

/**
 * The SVG of a figure with its fonts inside. Whoever writes a title can write another one; names and
 * sources come from lists that others keep, so there a sign that the fonts lack is replaced and told.
 *
 * @throws Problem `bad-figure` for a title or subtitle that the fonts cannot write.
 */
export const draw = async (gathered: Gathered, language: Language): Promise<string> => {
  const { title, subtitle } = gathered.specification;
  checkGlyphs({
    [`title.${language}`]: title[language] ?? '',
    [`subtitle.${language}`]: subtitle[language] ?? '',
  });
  const { content } = gathered;
  const page = pageOf(gathered, language);
  const ground = groundOf(gathered, language);
  const first = content.sceneOf(page, ground);
  const missing = missingSigns(lettersOf(first));
  const scene =
    missing.length === 0 ? first : withDrawable(content.sceneOf({ ...page, missingSigns: missing }, ground));
  return toSvg(scene, await fontFaces(lettersOf(scene)));
};

const pageOf = (gathered: Gathered, language: Language): PageInput => {
  const texts = textsOf(gathered, language);
  return {
    language,
    words: words[language],
    title: texts.title,
    subtitle: texts.subtitle,
    description: texts.alternativeText,
    widthMm: gathered.specification.widthMm,
    sources: gathered.versions,
    isModel: isModelData(gathered),
    figureId: gathered.id,
    address: `/f/${gathered.id}`,
    measureText: (text, size, weight) => measureText(drawable(text), size, weight),
  };
};

const groundOf = (gathered: Gathered, language: Language): GroundInput => ({
  crs: gathered.crs,
  territories: gathered.territories,
  regionName: gathered.regionName[language],
  landcover: gathered.landcover,
  roads: gathered.roads,
  settlements: gathered.settlements,
});

const withDrawable = (scene: Scene): Scene => ({
  ...scene,
  groups: scene.groups.map(({ id, shapes }) => ({
    id,
    shapes: shapes.map((shape) =>
      shape.shape === 'text' ? { ...shape, text: drawable(shape.text) } : shape,
    ),
  })),
});

/** Every text that is drawn, in one string. */
const lettersOf = ({ groups }: Scene): string =>
  groups
    .flatMap(({ shapes }) => shapes)
    .map((shape) => (shape.shape === 'text' ? shape.text : ''))
    .join('');
