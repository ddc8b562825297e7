import type { Address } from '#core/place/address.ts';
import { labelOf } from '../test/official/addresses.ts';

/** What somebody may type, and the address that is meant. */
export interface Asked {
  readonly kind: string;
  readonly text: string;
  readonly address: Address;
}

/** Where a letter is wrong, how and in which word, by a number. */
const withTypo = (text: string, n: number): string => {
  const words = text.split(' ');
  const long = words.flatMap((word, i) => (/^\p{L}{5,},?$/u.test(word) ? [i] : []));
  const i = long[n % long.length] ?? 0;
  const word = words[i] ?? '';
  const at = 1 + (n % Math.max(1, word.length - 3));
  const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  const wrong = [after, letter + letter + after, `x${after}`, `${after[0] ?? ''}${letter}${after.slice(1)}`];
  return words.with(i, before + (wrong[n % 4] ?? '')).join(' ');
};

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/["]/g, '').toLowerCase();

/** "Skolas iela 7" or "Bisnieki". */
const firstOf = ({ street, name }: Address): string => (street === null ? name : `${street} ${name}`);

/** What is typed, in turn: the whole label, its beginning, one wrong letter, without marks, with little or nothing around. */
const kinds: readonly (readonly [kind: string, text: (address: Address, n: number) => string])[] = [
  ['as on a letter', (address) => labelOf(address)],
  [
    'half typed, as on a letter',
    (address) => labelOf(address).slice(0, Math.ceil(labelOf(address).length / 2)),
  ],
  ['one wrong letter, no marks', (address, n) => withTypo(plain(labelOf(address)), n)],
  ['house and parish or town', (address) => `${firstOf(address)}, ${address.unit}`],
  ['house alone, as many are called', (address) => firstOf(address)],
  ['three letters', (address) => firstOf(address).slice(0, 3)],
];

/** Spread evenly over all the addresses, so many altogether. */
export const questionsOf = (addresses: Iterable<Address>, of: number, count: number): readonly Asked[] => {
  const asked: Asked[] = [];
  let n = 0;
  for (const address of addresses) {
    const isTaken = Math.floor(((n + 1) * count) / of) > asked.length;
    n += 1;
    if (!isTaken) continue;
    const [kind, text] = kinds[asked.length % kinds.length] ?? ['', () => ''];
    asked.push({ kind, text: text(address, asked.length), address });
  }
  return asked;
};
