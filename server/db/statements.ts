/** Where each kind of text begins in which a semicolon ends nothing, and how far it reaches. */
const opaque = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|;/g;

/**
 * Cuts a script into its statements, in their order, without the semicolons. Both drivers send one statement
 * at a time. Strings, names, comments and bodies of functions are kept whole; "E'…\\'…'" is not known.
 */
export const statementsOf = (script: string): readonly string[] => {
  const ends = [...script.matchAll(opaque)].filter(([text]) => text === ';').map(({ index }) => index);
  return [...ends, script.length]
    .map((end, i) => script.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end).trim())
    .filter((statement) => statement.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim() !== '');
};
