/** The part of Markdown that our own documents use: headings, paragraphs, lists, tables, indented formulas. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'formula'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** A run of text in one style. */
export interface Span {
  readonly style: 'plain' | 'strong' | 'code' | 'link';
  readonly text: string;
}

/** Blocks of a document; blank lines part them. */
export function readBlocks(markdown: string): readonly Block[] {
  return markdown
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}|(?<=^#{1,6} .*)\n/m)
    .map((block) => block.replace(/^\n+|\s+$/g, ''))
    .filter((block) => block !== '')
    .map(readBlock);
}

function readBlock(block: string): Block {
  const heading = /^(#{1,6}) (.*)$/.exec(block);
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' };
  const lines = block.split('\n');
  if (lines.every((line) => line.startsWith('    '))) {
    return { kind: 'formula', text: lines.map((line) => line.slice(4)).join('\n') };
  }
  if (block.startsWith('|')) return readTable(lines);
  if (block.startsWith('- ')) {
    return { kind: 'list', items: block.slice(2).split(/\n- /).map(oneLine) };
  }
  return { kind: 'paragraph', text: oneLine(block) };
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

function readTable([first = '', , ...rest]: readonly string[]): Block {
  const cells = (line: string) =>
    line
      .replace(/^\||\|\s*$/g, '')
      .split('|')
      .map((cell) => cell.trim());
  return { kind: 'table', head: cells(first), rows: rest.map(cells) };
}

/** Bold, code and links inside a text; a link keeps its words only, because it points into the source tree. */
export function readSpans(text: string): readonly Span[] {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/)
    .filter((part) => part !== '')
    .map((part): Span => {
      if (part.startsWith('**')) return { style: 'strong', text: part.slice(2, -2) };
      if (part.startsWith('`')) return { style: 'code', text: part.slice(1, -1) };
      const link = /^\[([^\]]+)\]\(/.exec(part);
      return link ? { style: 'link', text: link[1] ?? part } : { style: 'plain', text: part };
    });
}
