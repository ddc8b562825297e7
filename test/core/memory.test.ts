import { expect, it } from 'vitest';
import { createMemory } from '../../core/memory.ts';

it('computes once for equal questions and drops the least recently used', async () => {
  const memory = createMemory<string>(2);
  let computed = 0;
  const ask = (key: string) =>
    memory.recall(key, async () => {
      computed += 1;
      return key;
    });
  await Promise.all([ask('a'), ask('a'), ask('b')]);
  await ask('a');
  await ask('c');
  expect(computed).toBe(3);
  await ask('a');
  expect(computed).toBe(3);
  await ask('b');
  expect(computed).toBe(4);
});

it('does not keep a failure, which takes away nothing but itself', async () => {
  const memory = createMemory<string>(1);
  let fail = (_error: Error) => {};
  const failing = memory.recall('a', () => new Promise((_resolve, reject) => (fail = reject)));
  // The failing one is pushed out, then asked for again while it is still under way.
  await memory.recall('b', async () => 'b');
  const younger = memory.recall('a', async () => 'good');
  fail(new Error('too late'));
  await expect(failing).rejects.toThrow('too late');
  expect(await memory.recall('a', async () => 'computed again')).toBe('good');
  expect(await younger).toBe('good');

  await expect(memory.recall('x', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await memory.recall('x', async () => 'yes')).toBe('yes');
  memory.forget('x');
  expect(await memory.recall('x', async () => 'new')).toBe('new');
});
