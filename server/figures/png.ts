import { renderAsync } from '@resvg/resvg-js';
import { fontFamily } from '#core/map/layers/layer.ts';
import { fontFiles } from './fonts.ts';
import { withChunks } from './png-chunks.ts';

const dpi = 300;
/** A page of A3 at 300 dpi takes some 200 MB while it is drawn. */
const atOnce = 2;

export interface PngInput {
  readonly svg: string;
  readonly widthMm: number;
  readonly language: string;
  readonly title: string;
  readonly description: string;
}

let running = 0;
const waiting: (() => void)[] = [];

const takeTurn = async (): Promise<void> => {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
};

/** Hands the turn to the next in line, or gives it back. */
const endTurn = (): void => {
  const next = waiting.shift();
  if (next === undefined) running -= 1;
  else next();
};

/** The SVG as pixels at 300 dpi, drawn off the main thread with our own fonts only. */
export const toPng = async ({
  svg,
  widthMm,
  language,
  title,
  description,
}: PngInput): Promise<Uint8Array> => {
  await takeTurn();
  try {
    const image = await renderAsync(svg, {
      font: {
        loadSystemFonts: false,
        fontFiles: Object.values(fontFiles),
        defaultFontFamily: fontFamily,
        sansSerifFamily: fontFamily,
      },
      fitTo: { mode: 'width', value: Math.round((widthMm / 25.4) * dpi) },
    });
    return withChunks(image.asPng(), { dpi, language, title, description });
  } finally {
    endTurn();
  }
};
