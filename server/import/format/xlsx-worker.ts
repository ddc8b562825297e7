import { parentPort, workerData } from 'node:worker_threads';
import { readGrids, type SheetGrid } from './xlsx-grid.ts';

/** What the thread, started with the bytes of a workbook, answers before it ends. */
export type XlsxResult = { readonly sheets: readonly SheetGrid[] } | { readonly failed: string };

const answer = async (): Promise<XlsxResult> => {
  try {
    return { sheets: await readGrids(workerData as Uint8Array) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.postMessage(await answer());
