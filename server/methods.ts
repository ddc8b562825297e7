import { readdir, readFile } from 'node:fs/promises';
import type { MethodPage, MethodPages } from '#core/contract/methods.ts';

const folder = new URL('../docs/methods/', import.meta.url);

/** Served without the ending of a file, so links between the pages lose it too. */
const withoutEndings = (markdown: string): string =>
  markdown.replace(/\]\(([a-z-]+)\.md(#[^)]*)?\)/g, ']($1$2)');

/** Reads every page, by name. */
export const readMethodPages = async (): Promise<MethodPages> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const pages = names.map(async (name): Promise<[string, MethodPage]> => {
    const markdown = withoutEndings(await readFile(new URL(name, folder), 'utf8'));
    const id = name.slice(0, -'.md'.length);
    return [id, { title: /^# (.+)$/m.exec(markdown)?.[1] ?? id, markdown }];
  });
  return new Map(await Promise.all(pages));
};
