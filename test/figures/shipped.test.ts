import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unitsById } from '#core/access/homes.ts';
import { languages } from '#core/language/routes.ts';
import { freeCorner } from '#core/map/scene/corner.ts';
import { frameOf, onPage, pageRings } from '#core/map/scene/frame.ts';
import { middleOf, scaleBarOf } from '#core/map/scene/furniture.ts';
import { holdsBox, overlap } from '#core/map/scene/geometry.ts';
import { labelsOf } from '#core/map/scene/labels.ts';
import { legendBox } from '#core/map/scene/legend-box.ts';
import { markBox, marksOf } from '#core/map/scene/marks.ts';
import type { Venue } from '#core/offer/venue.ts';
import type { Region } from '#core/place/region.ts';
import type { Settlement, Territory } from '#core/place/territory.ts';
import { answer, figureInput, subjectOf } from './fixture.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(`geodata/${path}`, 'utf8'));
const rows = <T>(dataset: string) => (read(`model/${dataset}.json`) as { rows: T[] }).rows;

const region = read('regions/tukums.json') as Region;
const territories = unitsById(rows<Territory>('territories'), region);
const libraries = rows<Venue>('venues').filter(({ kind, status }) => kind === 'library' && status === 'open');

/** The sheet of "nearest library" at 160 mm: the ground is real, the values do not matter for names. */
describe.each(languages)('the shipped region at 160 mm in %s', (language) => {
  const venues = libraries.flatMap(({ id, nameLv, position }) =>
    position.state === 'missing'
      ? []
      : [
          {
            id,
            nameLv,
            nameEn: nameLv,
            lonLat: position.lonLat,
            people: 0,
            medianMinutes: null,
            farthest: null,
          },
        ],
  );
  const input = figureInput(language, 'parishes', {
    territories,
    settlements: rows<Settlement>('settlements'),
    subject: subjectOf(language, 'parishes', {
      answer: { ...answer, venues },
      venueKinds: Object.fromEntries(libraries.map(({ id, kind }) => [id, kind])),
    }),
  });
  const frame = frameOf(territories, 3059, 6, 45, (160 / 25.4) * 72 - 12);
  const corner = freeCorner(frame, territories, legendBox(input));
  const marks = marksOf(input, frame);
  const labels = labelsOf(input, frame, marks, corner === null ? [] : [corner]);

  it('names all 23 parishes and towns without a key', () => {
    expect(territories).toHaveLength(23);
    expect(labels.keys).toEqual([]);
    expect(labels.territories).toHaveLength(23);
  });

  it('writes every parish inside its own border', () => {
    const outside = labels.territories.filter(({ id, boxes }) => {
      const { kind, geometry } = territories.find((one) => one.id === id) ?? { kind: null, geometry: null };
      return kind === 'parish' && !boxes.every((box) => holdsBox(pageRings(frame, geometry), box));
    });
    expect(outside.map(({ id }) => id)).toEqual([]);
  });

  it('lets no name touch another, a mark or the legend', () => {
    const named = [...labels.territories, ...labels.settlements].flatMap(({ id, boxes }) =>
      boxes.map((box) => ({ id, box })),
    );
    const others = [...marks.map(markBox), ...(corner === null ? [] : [corner])];
    const all = [...named, ...others.map((box) => ({ id: 'mark or legend', box }))];
    const clashes = named.flatMap((one, i) =>
      all
        .slice(i + 1)
        .filter((other) => overlap(one.box, other.box))
        .map((other) => [one.id, other.id]),
    );
    expect(clashes).toEqual([]);
  });

  it('has a scale bar within half a percent of the grid', () => {
    const bar = scaleBarOf(frame, 160);
    const middle = middleOf(frame);
    const [from] = onPage(frame, middle);
    const [to] = onPage(frame, { ...middle, east: middle.east + bar.km * 1000 });
    expect(Math.abs(bar.points / (to - from) - 1)).toBeLessThan(0.005);
  });
});
