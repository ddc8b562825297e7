import { osmProvenance } from '#core/roads/osm/drawn-lines.ts';
import { streetsSaid } from '#core/roads/osm/said.ts';
import { defaultOsmSettings } from '#core/roads/osm/settings.ts';
import { defaultSpeeds } from '#core/roads/speed.ts';
import type { Content } from './build.ts';
import type { FilesImporter } from './importer.ts';
import { readOsmFile } from './transport/osm-read.ts';

/**
 * Streets and the quiet map behind them from one OpenStreetMap extract. Land cover and places are left as they
 * are when the file holds none: an extract of roads alone must not wipe out the names of villages.
 */
export const osm: FilesImporter = async (options, [file]) => {
  if (file === undefined) throw new Error('an import of streets without a file');
  const found = await readOsmFile({
    path: file.path,
    name: file.name,
    region: options.region,
    settings: defaultOsmSettings,
    speeds: defaultSpeeds,
  });
  const { places } = found;
  const report = new TextEncoder().encode(JSON.stringify(found.report));
  const contents: Content[] = [
    { dataset: 'streets', lines: found.lines, files: { graph: found.graph, report } },
  ];
  if (found.areas.length > 0) contents.push({ dataset: 'landcover', rows: found.areas });
  if (places.length > 0) contents.push({ dataset: 'settlements', rows: places });
  const { timestamp } = found.report.file;
  return {
    contents,
    warnings: streetsSaid(found.report),
    title: file.name,
    source: osmProvenance.source,
    licence: 'ODbL 1.0',
    ...(timestamp === null ? {} : { retrievedAt: timestamp.slice(0, 10) }),
  };
};
