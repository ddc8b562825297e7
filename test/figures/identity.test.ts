import { afterEach, expect, it, vi } from 'vitest';
import { answer } from './fixture.ts';

afterEach(() => {
  vi.resetModules();
  vi.doUnmock('#core/roads/speed.ts');
  vi.doUnmock('#core/access/classes.ts');
  vi.doUnmock('#core/map/revision.ts');
});

const versions = [
  {
    ...{ id: 1, dataset: 'streets' as const, list: 'shipped', title: '', source: '', licence: 'CC0' },
    ...{ retrievedAt: '2026-10-24', fileHash: 'a', rowCount: 1, warnings: [], isModel: true },
    ...{ counts: null, sourceName: 'shipped' as const, importId: 1 },
    importedAt: '2026-10-24T10:00:00Z',
  },
];
const identity = async () => import('#server/figures/identity.ts');
const specification = { measure: 'nearest' as const, offer: 'library' };

it('rests on the speeds, the classes, the revision and the files, and on nothing else', async () => {
  const before = (await identity()).figureBasis(versions, specification);
  expect(
    (await identity()).figureBasis(
      versions.map((one) => ({ ...one, id: 7 })),
      specification,
    ),
  ).toBe(before);
  expect(
    (await identity()).figureBasis(
      versions.map((one) => ({ ...one, fileHash: 'b' })),
      specification,
    ),
  ).not.toBe(before);

  vi.resetModules();
  vi.doMock('#core/roads/speed.ts', async (original) => {
    const module = await original<typeof import('#core/roads/speed.ts')>();
    return { ...module, defaultSpeeds: { ...module.defaultSpeeds, foot: 4.5 } };
  });
  expect((await identity()).figureBasis(versions, specification)).not.toBe(before);
  vi.doUnmock('#core/roads/speed.ts');

  vi.resetModules();
  vi.doMock('#core/access/classes.ts', async (original) => {
    const module = await original<typeof import('#core/access/classes.ts')>();
    return { ...module, minuteClasses: { ...module.minuteClasses, breaks: [10, 20, 30, 40] } };
  });
  expect((await identity()).figureBasis(versions, specification)).not.toBe(before);
  vi.doUnmock('#core/access/classes.ts');

  vi.resetModules();
  vi.doMock('#core/map/revision.ts', () => ({ figureRevision: 0 }));
  expect((await identity()).figureBasis(versions, specification)).not.toBe(before);
  vi.doUnmock('#core/map/revision.ts');

  vi.resetModules();
  expect((await identity()).figureBasis(versions, specification)).toBe(before);
});

it('names the specification, the basis and every number', async () => {
  const { figureId } = await identity();
  const value = answer.cells.value.map((one, i) => (i === 5 ? (one ?? 0) + 1e-9 : one));
  const ids = [
    figureId(specification, 'basis', answer),
    figureId({ ...specification, widthMm: 161 }, 'basis', answer),
    figureId(specification, 'other', answer),
    figureId(specification, 'basis', { ...answer, cells: { ...answer.cells, value } }),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(figureId(specification, 'basis', structuredClone(answer))).toBe(ids[0]);
});
