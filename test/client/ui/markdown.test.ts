import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureIds } from '#core/access/answer.ts';
import { readBlocks, readSpans } from '../../../client/ui/markdown.ts';

test('the parts that our documents use are told apart', () => {
  const text =
    '# Title\n\n**Bold** word\nover lines.\n\n## Part\n- one\n- two\n  more\n\n    a = b\n\n| Home | Min |\n| --- | --- |\n| Kalni | 5 |\n';
  expect(readBlocks(text)).toEqual([
    { kind: 'heading', level: 1, text: 'Title' },
    { kind: 'paragraph', text: '**Bold** word over lines.' },
    { kind: 'heading', level: 2, text: 'Part' },
    { kind: 'list', items: ['one', 'two more'] },
    { kind: 'formula', text: 'a = b' },
    { kind: 'table', head: ['Home', 'Min'], rows: [['Kalni', '5']] },
  ]);
});

test('styles inside a text are kept, a link as its words', () => {
  expect(readSpans('see **this** and `code` in [a page](page.md)')).toEqual([
    { style: 'plain', text: 'see ' },
    { style: 'strong', text: 'this' },
    { style: 'plain', text: ' and ' },
    { style: 'code', text: 'code' },
    { style: 'plain', text: ' in ' },
    { style: 'link', text: 'a page' },
  ]);
});

test('no page of a measure uses a part of Markdown that the page would show raw', () => {
  const folder = join(import.meta.dirname, '../../../docs/methods');
  for (const file of measureIds.map((id) => `${id}.md`)) {
    const blocks = readBlocks(readFileSync(join(folder, file), 'utf8'));
    const paragraphs = blocks.filter((block) => block.kind === 'paragraph').map((block) => block.text);
    expect(
      paragraphs.filter((text) => /^(```|>|\d+\. |\* |\||#)/.test(text)),
      file,
    ).toEqual([]);
  }
});
