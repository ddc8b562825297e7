import type { Content, Node, Way } from './writer.ts';

/** Near Tukums: a grid of streets, a wood, a village. */
export const village = (side: number): Content => {
  const nodes: Node[] = [];
  const ways: Way[] = [];
  const id = (x: number, y: number) => 1 + x + side * y;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1)
      nodes.push({ id: id(x, y), lon: 23.1 + x / 1000, lat: 56.95 + y / 2000 });
  }
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x + 1 < side; x += 1) {
      const tags = { highway: 'residential', name: `Iela ${y} ${x}`, surface: 'gravel' };
      ways.push({ id: ways.length + 1, refs: [id(x, y), id(x + 1, y)], tags });
    }
  }
  ways.push({
    id: ways.length + 1,
    refs: Array.from({ length: side }, (_, y) => id(0, y)),
    tags: { highway: 'tertiary', ref: 'V1434' },
  });
  const far = 1_000_000;
  const corners = [
    [23.2, 56.95],
    [23.21, 56.95],
    [23.21, 56.96],
    [23.2, 56.96],
  ] as const;
  nodes.push(...corners.map(([lon, lat], i) => ({ id: far + i, lon, lat })));
  const ring = [far, far + 1, far + 2, far + 3, far];
  ways.push({ id: ways.length + 1, refs: ring, tags: { landuse: 'forest' } });
  nodes.push({ id: far + 10, lon: 23.15, lat: 56.967, tags: { place: 'village', name: 'Paraugciems' } });
  nodes.push({ id: far + 11, lon: 21.7, lat: 57.4, tags: { place: 'town', name: 'Tālpilsēta' } });
  return { nodes, ways };
};
