import { Worker } from 'node:worker_threads';
import { fontFamily } from '#core/map/layers/layer.ts';
import { fontFiles } from './fonts.ts';
import { withChunks } from './png-chunks.ts';
import type { RasterTask } from './raster-worker.ts';

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

/** The SVG as pixels at 300 dpi, drawn in a thread of its own with our own fonts only. */
export const toPng = async ({
  svg,
  widthMm,
  language,
  title,
  description,
}: PngInput): Promise<Uint8Array> => {
  await takeTurn();
  try {
    const font = {
      loadSystemFonts: false,
      fontFiles: Object.values(fontFiles),
      defaultFontFamily: fontFamily,
      sansSerifFamily: fontFamily,
    };
    const width = Math.round((widthMm / 25.4) * dpi);
    const png = await raster({ svg, options: { font, fitTo: { mode: 'width', value: width } } });
    return withChunks(png, { dpi, language, title, description });
  } finally {
    endTurn();
  }
};

/** A large sheet takes half a second, which requests must not wait for; the memory goes with the thread. */
const raster = (workerData: RasterTask): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./raster-worker.ts', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended without a drawing')));
  });
