import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StreetNetwork } from '#core/roads/street.ts';
import { hashOf, refuseShipped, type ShippedContent, type ShippedList } from './shipped-list.ts';

const file = 'streets.json';

/** The road network of the model, as it is drawn and as it is travelled on. */
export const shippedStreets = async (folder: string): Promise<ShippedList> => {
  const text = await readFile(join(folder, 'model', file), 'utf8');
  const read = async (): Promise<ShippedContent> => {
    const model = JSON.parse(text) as StreetNetwork & Partial<Pick<ShippedContent, 'header'>>;
    const { header, nodes, edges } = model;
    if (header?.dataset !== 'streets') return refuseShipped(file, '/header/dataset', 'streets');
    if (!Array.isArray(nodes) || !Array.isArray(edges))
      return refuseShipped(file, '/nodes', '/nodes, /edges');
    const graph = new TextEncoder().encode(JSON.stringify({ nodes, edges }));
    const report = new TextEncoder().encode('{}');
    return { header, content: { dataset: 'streets', lines: edges, files: { graph, report } } };
  };
  return { dataset: 'streets', fileHash: hashOf(text), read };
};
