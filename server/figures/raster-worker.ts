import { parentPort, workerData } from 'node:worker_threads';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';

/** What the thread is started with; it answers with the bytes of a PNG and ends. */
export interface RasterTask {
  readonly svg: string;
  readonly options: ResvgRenderOptions;
}

const { svg, options } = workerData as RasterTask;
const png = Uint8Array.from(new Resvg(svg, options).render().asPng());
parentPort?.postMessage(png, [png.buffer]);
