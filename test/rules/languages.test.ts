import { describe, expect, it } from 'vitest';
import { words } from '#core/language/index.ts';
import { languages, pagePaths } from '#core/language/routes.ts';

type Leaf = string | ((...args: never[]) => unknown);

/** Every text of a dictionary by its path, for example "problems.bad-query.0". */
const leaves = (value: unknown, path: string[] = []): [string, Leaf][] => {
  if (typeof value === 'string' || typeof value === 'function') return [[path.join('.'), value as Leaf]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, [...path, key]));
};

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(languages)('language %s', (language) => {
  const reference = new Map(leaves(words.lv));
  const own = new Map(leaves(words[language]));

  it('has exactly the keys of Latvian', () => {
    expect([...own.keys()].sort()).toEqual([...reference.keys()].sort());
  });

  it.each([...own])('says something at %s, with the same placeholders', (key, leaf) => {
    const other = reference.get(key);
    expect(typeof leaf).toBe(typeof other);
    if (typeof leaf === 'string' && typeof other === 'string') {
      expect(leaf.trim()).not.toBe('');
      expect(placeholders(leaf)).toEqual(placeholders(other));
    } else if (typeof leaf === 'function' && typeof other === 'function') {
      expect(leaf.length).toBe(other.length);
    }
  });
});

it('gives every page an address of its own in every language', () => {
  const all = Object.values(pagePaths).flatMap((paths) => languages.map((language) => paths[language]));
  expect(new Set(all).size).toBe(all.length);
});
