import type { Said } from '#core/place/provenance.ts';
import type { LonLat } from '#core/place/units.ts';
import type { HighwayClass, Surface } from '#core/roads/street.ts';
import { lonLatOrNull, type Row, readTable, text, textOrNull } from './tables.ts';

/** A real road between two consecutive places of its description, to be drawn as a straight line. */
export interface Road {
  readonly from: string;
  readonly to: string;
  readonly highway: HighwayClass;
  readonly surface: Surface;
  readonly ref: string | null;
  readonly name: string;
  readonly source: string;
  readonly confidence: string;
}

export interface RoadPlan {
  readonly roads: readonly Road[];
  /** Positions of the places that roads run through. */
  readonly places: ReadonlyMap<string, LonLat>;
  readonly warnings: readonly Said[];
}

const rank: readonly HighwayClass[] = ['trunk', 'secondary', 'tertiary', 'unclassified'];

/**
 * Roads from the order of places in the facts. A place without a known position ends the road there,
 * or is passed over in its middle, with a warning; a pair of places that several roads share is drawn
 * once, as the road of the highest class. Roads meet only in places that both name: where two drawn
 * lines cross elsewhere the facts know no junction, and none is made.
 */
export function planRoads(): RoadPlan {
  const places = positions();
  const warnings: Said[] = [];
  const byPair = new Map<string, Road>();
  for (const row of readTable('facts/roads.csv')) {
    const named = text(row, 'places_in_order').split(' > ');
    const known = named.filter((place) => places.has(place));
    for (const place of named.filter((name) => !places.has(name))) {
      const road = `${text(row, 'ref')} ${text(row, 'name')}`;
      warnings.push({
        lv: `${road}: nav zināms, kur atrodas ${place}, tāpēc ceļa līnija to neietver`,
        en: `${road}: no position for ${place}, left out of the road`,
      });
    }
    known.slice(1).forEach((to, index) => {
      const road = roadBetween(row, known[index] ?? to, to);
      const pair = [road.from, road.to].sort().join('|');
      const other = byPair.get(pair);
      if (other === undefined || rank.indexOf(road.highway) < rank.indexOf(other.highway)) {
        byPair.set(pair, road);
      }
    });
  }
  return { roads: [...byPair.values()], places, warnings };
}

/** "Kūdra" is a place of Smārdes pagasts and "Kūdra (Jūrmala)" the quarter of Jūrmala. */
function positions(): Map<string, LonLat> {
  const found = new Map<string, LonLat>();
  const put = (name: string, position: LonLat | null) => {
    if (position !== null && !found.has(name)) found.set(name, position);
  };
  for (const row of readTable('facts/places.csv')) put(text(row, 'name_lv'), lonLatOrNull(row, 'lon', 'lat'));
  for (const row of readTable('facts/neighbours.csv')) {
    const position = lonLatOrNull(row, 'centre_lon', 'centre_lat');
    const name = text(row, 'centre').replace(/ \(.*$/, '');
    if (name === 'Kūdra') put('Kūdra (Jūrmala)', position);
    else if (!name.startsWith('nearest quarters')) put(name, position);
  }
  return found;
}

function roadBetween(row: Row, from: string, to: string): Road {
  const name = text(row, 'name');
  return {
    from,
    to,
    highway: highwayOf(text(row, 'class')),
    surface: surfaceOf(row, from, to),
    ref: refOf(text(row, 'ref')),
    name: name.includes('(') ? `${from}–${to}` : name,
    source: textOrNull(row, 'source') ?? text(row, 'confidence'),
    confidence: text(row, 'confidence'),
  };
}

/** State main, regional and local roads in the words of OpenStreetMap as used in Latvia. */
function highwayOf(roadClass: string): HighwayClass {
  if (roadClass.startsWith('main')) return 'trunk';
  if (roadClass.startsWith('regional')) return 'secondary';
  return roadClass === 'local (V)' ? 'tertiary' : 'unclassified';
}

/**
 * V1101 is "mixed: at least 8.3 km gravel" without saying where: its middle, Lestene-Vienība, is taken
 * as gravel and the rest as not known.
 */
function surfaceOf(row: Row, from: string, to: string): Surface {
  const said = text(row, 'surface');
  if (said.startsWith('mixed')) return from === 'Lestene' && to === 'Vienība' ? 'gravel' : 'unknown';
  if (said.startsWith('paved') || said.includes('paved (')) return 'paved';
  return said.startsWith('gravel') ? 'gravel' : 'unknown';
}

/** A road number of the state list; several are joined by ";" as in OpenStreetMap. */
function refOf(ref: string): string | null {
  return /^[AVP]\d+(\/[AVP]\d+)*$/.test(ref) ? ref.replaceAll('/', ';') : null;
}
