/** A Markdown table; the first column is text, the others are numbers and stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)];
}

/** Replaces what stands between the two marker lines. Throws when they are missing. */
export function between(document: string, marker: string, lines: readonly string[]): string {
  const [start, end] = [`<!-- ${marker}: begin -->`, `<!-- ${marker}: end -->`];
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`no markers "${marker}" in the document`);
  return `${document.slice(0, from + start.length)}\n\n${lines.join('\n')}\n\n${document.slice(to)}`;
}
