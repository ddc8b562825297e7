import { describe, expect, it } from 'vitest';
import { createBar } from '#server/geodata/bar.ts';

const terminal = (isTTY: boolean) => {
  const written: string[] = [];
  let now = 0;
  const out = {
    isTTY,
    columns: 60,
    write: (text: string | Uint8Array) => {
      written.push(String(text));
      return true;
    },
  };
  return { written, wait: (ms: number) => (now += ms), bar: createBar(out, () => now) };
};

describe('a bar', () => {
  it('fills one line of a terminal, ten times a second, and goes away', () => {
    const { written, wait, bar } = terminal(true);
    bar.step({ what: 'addresses', done: 0, of: 1000 });
    bar.step({ what: 'addresses', done: 1, of: 1000 });
    wait(100);
    bar.step({ what: 'addresses', done: 500, of: 1000 });
    bar.clear();
    expect(written).toHaveLength(3);
    expect(written[0]).toMatch(/^\r░{24} {3}0 % /);
    expect(written[1]).toMatch(/^\r█{12}░{12} {2}50 % {2}500 \/ 1,000 {2}Addresses/);
    expect(written[2]).toBe('\r\u001b[K');
    for (const line of written) expect(line.replace('\u001b[K', '').length).toBeLessThanOrEqual(60);
  });

  it('counts where nobody knows the end', () => {
    const { written, bar } = terminal(true);
    bar.step({ what: 'aw_eka.csv', done: 12_345, of: null });
    expect(written[0]).toContain('aw_eka.csv  12,345');
  });

  it('says nothing in a log or a pipe', () => {
    const { written, wait, bar } = terminal(false);
    bar.step({ what: 'addresses', done: 0, of: 10 });
    wait(1000);
    bar.step({ what: 'addresses', done: 10, of: 10 });
    bar.clear();
    expect(written).toEqual([]);
  });
});
