import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Problem } from '#core/problem.ts';
import type { BroughtFile, ProgressStep } from '../../context.ts';
import { createPauses } from '../pauses.ts';

/** No row of a grid is this long; a file without line breaks is something else. */
const longestLine = 20_000;

const refuse = (file: BroughtFile, row: number, expected: string, value = ''): never => {
  throw new Problem('bad-import', {
    faults: [{ field: file.name, row, fault: 'malformed', expected, ...(value === '' ? {} : { value }) }],
  });
};

/**
 * Walks through the lines of a text file of any size; in memory there is a piece of it at a time. Line breaks
 * of any system; a byte order mark is no part of the first line.
 * @param use gets the line and its number, the first being 1.
 * @throws Problem `bad-import` for text that is not UTF-8 or has no lines, with the row.
 */
export const eachLine = async (
  file: BroughtFile,
  use: (line: string, row: number) => void,
  progress: (step: ProgressStep) => void = () => undefined,
): Promise<void> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pause = createPauses();
  const { size } = await stat(file.path);
  let [rest, row, done] = ['', 0, 0];
  const take = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      return refuse(file, row + 1, 'UTF-8');
    }
  };
  for await (const bytes of createReadStream(file.path, { highWaterMark: 1 << 18 })) {
    const lines = (rest + take(bytes as Buffer)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) refuse(file, row + lines.length + 1, 'CSV', rest.slice(0, 50));
    for (const line of lines) use(line.endsWith('\r') ? line.slice(0, -1) : line, ++row);
    done += (bytes as Buffer).length;
    progress({ what: file.name, done, of: size });
    await pause();
  }
  const last = rest + take();
  if (last !== '') use(last, row + 1);
};

/** Cells of a line, trimmed; a quoted one may hold the delimiter and doubled quotes. Null where a quote stays open. */
export const splitLine = (line: string, delimiter: string): readonly string[] | null => {
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim());
  const next = new RegExp(`\\s*(?:"((?:[^"]|"")*)"\\s*|([^"]*?))(?=[${delimiter}]|$)`, 'y');
  const cells: string[] = [];
  for (let at = 0; at <= line.length; at = next.lastIndex + 1) {
    next.lastIndex = at;
    const found = next.exec(line);
    if (found === null) return null;
    cells.push(found[1]?.replaceAll('""', '"') ?? (found[2] ?? '').trim());
  }
  return cells;
};
