import { expect, test } from 'vitest';
import type { AccessAnswer } from '#core/access/answer.ts';
import { cellRing } from '#core/place/cell.ts';
import { catchmentFeatures, outlineFeatures } from '../../../client/map/features.ts';
import { toyAnswer } from '../access/toy-answers.ts';

const edgesOf = (...ids: string[]) => {
  const geometry = outlineFeatures([ids], cellRing)[0]?.geometry;
  return geometry?.type === 'MultiLineString' ? geometry.coordinates.length : 0;
};

test('the edge between two cells of a set is not drawn', () => {
  expect(edgesOf('1kmX448Y313')).toBe(4);
  expect(edgesOf('1kmX448Y313', '1kmX449Y313')).toBe(6);
  expect(edgesOf('1kmX448Y313', '1kmX449Y314')).toBe(8);
});

test('a block of nine cells has twelve edges, far from and near to the central meridian alike', () => {
  for (const east of [410, 499]) {
    const block = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => `1kmX${east + x}Y${313 + y}`));
    expect(edgesOf(...block)).toBe(12);
  }
});

test('catchments are parted where two venues meet, and nowhere else', () => {
  const block = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => `1kmX${448 + x}Y${313 + y}`));
  const served = (venue: (number | null)[]): AccessAnswer => {
    const answer = toyAnswer('catchment');
    return { ...answer, cells: { ...answer.cells, id: block, venue } };
  };
  const edges = (answer: AccessAnswer) => {
    const geometry = catchmentFeatures(answer)[0]?.geometry;
    return geometry?.type === 'MultiLineString' ? geometry.coordinates.length : 0;
  };
  expect(edges(served([0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe(0);
  expect(edges(served([0, 0, 0, 1, 1, 1, 1, 1, 1]))).toBe(3);
  expect(edges(served([0, 0, 0, 0, null, 0, 0, 0, 0]))).toBe(4);
});
