import { describe, expect, it } from 'vitest';
import { cellCentre } from '#core/place/cell.ts';
import { homeCellOf } from '../../../client/features/explore/home-cell.ts';
import { lookUp } from '../../../client/features/explore/travel.ts';

const cell = (id: string, territoryId = 'slampes-pagasts') => ({ id, territoryId, centre: cellCentre(id) });

describe('the cell of home', () => {
  const cells = [cell('1kmX448Y313'), cell('1kmX450Y313'), cell('1kmX449Y320')];

  it('is the cell a place lies in', () => {
    expect(homeCellOf(cellCentre('1kmX450Y313'), cells)?.id).toBe('1kmX450Y313');
  });

  it('is the nearest inhabited one where nobody lives', () => {
    expect(homeCellOf(cellCentre('1kmX449Y319'), cells)?.id).toBe('1kmX449Y320');
  });

  it('is the 100 m cell a place lies in, where those are the cells', () => {
    const small = [cell('100mX4480Y3130'), cell('100mX4481Y3130')];
    expect(homeCellOf(cellCentre('100mX4481Y3130'), small)?.id).toBe('100mX4481Y3130');
    expect(homeCellOf(cellCentre('100mX4482Y3130'), small)?.id).toBe('100mX4481Y3130');
  });

  it('is none outside the region', () => {
    expect(homeCellOf(cellCentre('1kmX500Y313'), cells)).toBeNull();
    expect(homeCellOf([0, 0], cells)).toBeNull();
  });
});

describe('looking a time up', () => {
  const times = {
    territoryId: 'slampes-pagasts',
    mode: 'car' as const,
    departure: null,
    cellIds: ['1kmX448Y313', '1kmX450Y313'],
    venueIds: ['slampe', 'tukums'],
    minutes: [
      [3, 20],
      [0, null],
    ],
  };

  it('reads row and column, and takes 0 for a time', () => {
    expect(lookUp(times, '1kmX448Y313', 'tukums')).toEqual({ state: 'known', minutes: 20 });
    expect(lookUp(times, '1kmX450Y313', 'slampe')).toEqual({ state: 'known', minutes: 0 });
  });

  it('gives every blank its reason', () => {
    expect(lookUp(times, '1kmX450Y313', 'tukums')).toEqual({ state: 'blank', reason: 'no-route' });
    expect(lookUp(times, '1kmX448Y313', 'nowhere')).toEqual({ state: 'blank', reason: 'no-position' });
    expect(lookUp(times, '1kmX448Y313', null)).toEqual({ state: 'blank', reason: 'no-venue' });
  });
});
