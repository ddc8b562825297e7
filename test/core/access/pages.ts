import { readFileSync } from 'node:fs';

/** A table of a Markdown page: header and rows of trimmed texts. */
export interface PageTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const readPage = (id: string) =>
  readFileSync(new URL(`../../../docs/methods/${id}.md`, import.meta.url), 'utf8');

/** All tables of a text, in order. */
export function tablesOf(text: string): PageTable[] {
  const blocks = text.split(/\n\s*\n/).filter((block) => block.trim().startsWith('|'));
  return blocks.map((block) => {
    const [header = [], , ...rows] = block
      .trim()
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((text) => text.trim()),
      );
    return { header, rows };
  });
}

/** The table whose header begins with these words. */
export function tableOf(text: string, ...header: readonly string[]): PageTable {
  const found = tablesOf(text).find((table) => header.every((word, i) => table.header[i] === word));
  if (!found) throw new Error(`the page has no table ${header.join(' | ')}`);
  return found;
}

export function section(text: string, title: string): string {
  const [, after] = text.split(`\n## ${title}\n`);
  const [body] = after?.split('\n## ') ?? [];
  if (body === undefined) throw new Error(`the page has no section ${title}`);
  return body;
}
