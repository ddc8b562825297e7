import { Findings } from '../findings.ts';
import type { Said } from '../place/provenance.ts';
import type { ImportWarning } from '../warning.ts';
import type { Language } from './routes.ts';
import { sayWarning } from './warnings.ts';

const sayBoth = (say: (language: Language) => string): Said => ({ lv: say('lv'), en: say('en') });

type Group = ReturnType<Findings['summary']>[number];

/** "row 2, lat: no position (40 in all; also in rows 17, 31)". */
const sayGroup = ({ first: [first, ...others], count }: Group, language: Language): string => {
  if (first === undefined) return '';
  const sentence = sayWarning(first, language);
  if (count === 1) return sentence;
  const rows = others.flatMap(({ row }) => (row === undefined ? [] : [row])).join(', ');
  const code = rows === '' ? 'found-often' : 'found-often-also';
  return sayWarning({ code, values: { sentence, count, rows } }, language);
};

/**
 * What a version tells of itself, in both languages: what is said of the whole list sentence by sentence, and
 * of single rows one sentence for each kind, with how often.
 * @param remarks said by importers that keep no findings; those that name a row are grouped too.
 */
export const sayFindings = (remarks: readonly ImportWarning[], findings?: Findings): readonly Said[] => {
  const ofRows = new Findings();
  for (const remark of remarks) if (remark.row !== undefined) ofRows.add(remark);
  const whole = remarks.filter(({ row }) => row === undefined);
  const groups = [...ofRows.summary(), ...(findings?.summary() ?? [])];
  return [
    ...whole.map((remark) => sayBoth((language) => sayWarning(remark, language))),
    ...groups.map((group) => sayBoth((language) => sayGroup(group, language))),
  ];
};
