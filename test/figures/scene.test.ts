import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { languages } from '#core/language/routes.ts';
import { legendOf } from '#core/map/legend.ts';
import { frameOf, onPage, project } from '#core/map/scene/frame.ts';
import { gridScale, middleOf, scaleBarOf, trueNorthDegrees } from '#core/map/scene/furniture.ts';
import { clipRing, holdsBox, overlap } from '#core/map/scene/geometry.ts';
import { labelsOf } from '#core/map/scene/labels.ts';
import { markBox, marksOf } from '#core/map/scene/marks.ts';
import { figureScene } from '#core/map/scene.ts';
import { escapeXml, toSvg } from '#core/map/svg.ts';
import { mapColours } from '#core/map/theme.ts';
import { fromLks92 } from '#core/place/lks92.ts';
import { answer, figureInput, subjectOf, territories } from './fixture.ts';
import { expectGolden } from './golden.ts';
import { flawsOf, texts } from './ink.ts';

const levels = ['parishes', 'cells'] as const;

describe.each(languages)('figure in %s', (language) => {
  describe.each(levels)('by %s', (level) => {
    const input = figureInput(language, level);
    const scene = figureScene(input);

    it('is drawn as the golden file says', () => {
      expectGolden(`nearest-${level}-${language}.svg`, toSvg(scene));
    });

    it('has the same bytes on a second run', () => {
      expect(toSvg(figureScene(figureInput(language, level)))).toBe(toSvg(scene));
    });

    it('counts every place and every resident in the legend', () => {
      const entries = legendOf(answer, level, input.words, language);
      const places = level === 'cells' ? answer.cells.id.length : answer.territories.length;
      expect(entries.reduce((sum, entry) => sum + entry.places, 0)).toBe(places);
      expect(entries.reduce((sum, entry) => sum + entry.people, 0)).toBe(answer.total.people);
      expect(entries.at(-1)).toMatchObject({ colour: null, label: input.words.figures.blank });
      expect(entries.at(-1)?.places).toBeGreaterThan(0);
    });

    it('writes nothing too small, off the page, or over another text', () => {
      expect(texts(scene).length).toBeGreaterThan(40);
      expect(flawsOf(scene)).toEqual([]);
    });

    it('speaks of itself to those who do not see it', () => {
      const svg = toSvg(scene);
      expect(svg).toContain(`lang="${language}"`);
      expect(svg).toContain(`<title id="figure-title">${escapeXml(input.title)}</title>`);
      const blanks = {
        parishes: { lv: 'Vānes pagasts (ar šo', en: 'Vāne Parish (there is no way' },
        cells: { lv: 'Šūnas bez vērtības: ar šo', en: 'Cells without a value: there is no way' },
      };
      expect(scene.description).toContain(blanks[level][language]);
      expect(svg).toContain(escapeXml(scene.description));
    });

    it('says what makes it defendable', () => {
      const all = texts(scene)
        .map(({ text }) => text)
        .join(' ')
        .replaceAll('\u00a0', ' ');
      for (const part of [
        'EPSG:3059',
        'CC BY 4.0',
        'bibliotekas',
        'abcdefghijklmnopqrst',
        'nearest',
        input.words.figures.modelMark,
      ])
        expect(all).toContain(part);
      expect(all).toContain(language === 'lv' ? '2026. gada 1. novembris' : '1 November 2026');
    });
  });
});

describe('sources', () => {
  const own = {
    dataset: 'venues',
    list: 'manas-vietas',
    source: 'vietas.csv',
    licence: 'not stated',
  } as const;
  const sources = [{ ...own, retrievedAt: '2026-11-01', isModel: false }];

  it.each([
    ['lv', 'Norises vietas (manas-vietas) – vietas.csv. Licence: nav norādīta;'],
    ['en', 'Venues (manas-vietas) – vietas.csv. Licence: not stated;'],
  ] as const)('are told in the language of the figure: %s', (language, line) => {
    const said = texts(figureScene(figureInput(language, 'parishes', { sources })));
    const all = said.map(({ text }) => text).join(' ');
    expect(all.replaceAll('\u00a0', ' ')).toContain(line);
  });
});

describe('blanks', () => {
  const hatched = (level: 'parishes' | 'cells', group: string) =>
    figureScene(figureInput('lv', level))
      .groups.find(({ id }) => id === group)
      ?.shapes.filter((shape) => shape.shape === 'line')
      .filter(({ stroke }) => stroke === mapColours.light.blankLine);

  it('stay on the map, hatched, never white', () => {
    expect(hatched('parishes', 'territories')).toHaveLength(1);
    expect(hatched('cells', 'cells')).toHaveLength(1);
    expect(hatched('cells', 'cells')?.[0]?.lines.length).toBeGreaterThan(25);
  });

  it('leave every parish filled', () => {
    const scene = figureScene(figureInput('lv', 'parishes'));
    const fills = scene.groups
      .find(({ id }) => id === 'territories')
      ?.shapes.filter((s) => s.shape === 'area');
    expect(fills).toHaveLength(answer.territories.length);
    for (const area of fills ?? []) expect(area.fill).not.toBe('#ffffff');
  });
});

describe('names', () => {
  const place = (widthMm: number) => {
    const input = figureInput('lv', 'parishes', { widthMm });
    const frame = frameOf(territories, 3059, 0, 0, (widthMm / 25.4) * 72);
    const marks = marksOf(input, frame);
    return { frame, marks, labels: labelsOf(input, frame, marks, []) };
  };

  it('stand inside their own parish, all of them', () => {
    const { frame, labels } = place(160);
    expect(labels.keys).toEqual([]);
    expect(labels.territories.map(({ id }) => id).sort()).toEqual(
      answer.territories.map(({ id }) => id).sort(),
    );
    for (const { id, boxes } of labels.territories) {
      const geometry = territories.find((territory) => territory.id === id)?.geometry;
      if (geometry?.type !== 'Polygon') throw new Error(`${id} has no polygon`);
      const rings = geometry.coordinates.map((ring) =>
        ring.slice(0, -1).map(([lon = 0, lat = 0]) => project(frame, [lon, lat])),
      );
      for (const box of boxes) expect(holdsBox(rings, box), id).toBe(true);
    }
  });

  it('touch neither each other nor a mark', () => {
    const { labels, marks } = place(160);
    const boxes = [...labels.territories, ...labels.settlements].flatMap((label) => label.boxes);
    const all = [...boxes, ...marks.map(markBox)];
    all.forEach((one, i) => {
      for (const other of all.slice(i + 1)) expect(overlap(one, other)).toBe(false);
    });
  });

  it('become numbers with a list where there is no room', () => {
    const { labels } = place(26);
    expect(labels.keys.length).toBeGreaterThan(0);
    expect(labels.keys.map(({ number }) => number)).toEqual(labels.keys.map((_, i) => i + 1));
    const scene = figureScene(figureInput('lv', 'parishes', { widthMm: 26 }));
    const all = texts(scene)
      .map(({ text }) => text)
      .join(' ');
    expect(all).toContain('Numuri kartē');
  });

  it('keep every Latvian letter', () => {
    const svg = toSvg(figureScene(figureInput('lv', 'parishes')));
    for (const name of ['Šķūņu', 'Džūkstes', 'Lapmežciema', 'Vānes', 'Ķeguma', 'Zālītes', 'Čiekuri'])
      expect(svg).toContain(`>${name}`);
  });
});

describe('ground and paper', () => {
  const frame = frameOf(territories, 3059, 6, 50, 440);

  it('have a scale bar that is right in the grid and on the ground', () => {
    const bar = scaleBarOf(frame, 160);
    const middle = middleOf(frame);
    const [x1] = onPage(frame, middle);
    const [x2] = onPage(frame, { ...middle, east: middle.east + bar.km * 1000 });
    expect(Math.abs(bar.points / (x2 - x1) - 1)).toBeLessThan(0.005);

    // One kilometre of the grid on the ellipsoid (GRS80), by the radii of curvature at its middle.
    const [lon1, lat1] = fromLks92({ ...middle, east: middle.east - 500 });
    const [lon2, lat2] = fromLks92({ ...middle, east: middle.east + 500 });
    const radians = Math.PI / 180;
    const sine2 = Math.sin(((lat1 + lat2) / 2) * radians) ** 2;
    const prime = 6378137 / Math.sqrt(1 - 0.00669438 * sine2);
    const meridian = (prime * (1 - 0.00669438)) / (1 - 0.00669438 * sine2);
    const ground = Math.hypot(
      (lon2 - lon1) * radians * prime * Math.cos(((lat1 + lat2) / 2) * radians),
      (lat2 - lat1) * radians * meridian,
    );
    expect(gridScale(middle)).toBeCloseTo(1000 / ground, 5);
  });

  it('differ in north by the convergence of meridians', () => {
    const [lon, lat] = fromLks92(middleOf(frame));
    const convergence = (24 - lon) * Math.sin((lat * Math.PI) / 180);
    expect(trueNorthDegrees(frame)).toBeCloseTo(convergence, 2);
  });

  it('cut what lies outside the map', () => {
    const box = { left: 0, top: 0, right: 10, bottom: 10 };
    expect(
      clipRing(
        [
          [-5, 2],
          [5, 2],
          [5, 8],
          [-5, 8],
        ],
        box,
      ),
    ).toHaveLength(4);
    expect(
      clipRing(
        [
          [20, 2],
          [25, 2],
          [25, 8],
        ],
        box,
      ),
    ).toEqual([]);
  });
});

describe('hostile words', () => {
  const nasty = `</title><script>alert("1 & 2")</script>'\u0000`;

  it('stay words', () => {
    const svg = toSvg(figureScene(figureInput('lv', 'parishes', { title: nasty, subtitle: nasty })));
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(() => new Resvg(svg, { font: { loadSystemFonts: false } }).render()).not.toThrow();
  });
});

it('takes kinds apart by shape and joins venues of one point into one mark with a count', () => {
  const venueKinds = {
    'kandavas-biblioteka': 'museum',
    'dzukstes-biblioteka': 'library',
    'dzukstes-otra-biblioteka': 'library',
  } as const;
  const input = figureInput('lv', 'parishes', { subject: subjectOf('lv', 'parishes', { venueKinds }) });
  const marks = marksOf(input, frameOf(territories, 3059, 0, 0, 440));
  expect(marks.map(({ kind, count }) => [kind, count])).toEqual([
    ['library', 2],
    ['museum', 1],
  ]);
});
