import type { FeatureCollection } from 'geojson';
import { useMemo } from 'react';
import { fill } from '#core/language/format.ts';
import { useLanguage, useWords } from '../ui/language-context.tsx';
import type { AccessMapProps } from './access-map.tsx';
import { Attribution } from './attribution.tsx';
import { BaseMap } from './base-map.tsx';
import {
  catchmentFeatures,
  cellFeatures,
  outlineFeatures,
  outlineId,
  territoryFeatures,
  venueFeatures,
  wayFeatures,
} from './features.ts';
import { journeyFeatures } from './journey-features.ts';
import type { InsideShell } from './map-shell.tsx';
import { ringsOf } from './rings.ts';
import { useBaseData } from './use-base-data.ts';
import type { Sources } from './use-sources.ts';
import { useTheme } from './use-theme.ts';

const pickLayers = {
  // Between the cells nobody lives: there the parish is what can be chosen.
  cells: ['venues-marker', 'cells-fill', 'cells-blank', 'land-region'],
  parishes: ['venues-marker', 'territories-fill', 'territories-blank'],
} as const;

/** Residents are what the values are about, venues where they lead to. */
const drawnHere = ['population', 'venues'] as const;

/** The ground with an access answer on it. */
export function AccessCanvas({
  answer,
  level,
  way,
  journey,
  kindOf,
  ...props
}: AccessMapProps & InsideShell) {
  const language = useLanguage();
  const theme = useTheme();
  const { access } = useWords();
  const base = useBaseData(language);
  const { selected, outlines } = props;
  const filled = useMemo(() => {
    if (level !== 'cells') return [];
    const lines = answer.query.measure === 'catchment' ? catchmentFeatures(answer) : [];
    return [...cellFeatures(answer).features, ...lines];
  }, [answer, level]);
  const cells = useMemo(
    (): FeatureCollection => ({
      type: 'FeatureCollection',
      features: [...filled, ...outlineFeatures(outlines, ringsOf(answer.cells))],
    }),
    [filled, outlines, answer],
  );
  const chosen = useMemo(
    () => [...selected, ...outlines.map((_, index) => ({ source: 'cells', id: outlineId(index) }) as const)],
    [selected, outlines],
  );
  const borders = base.sources.territories;
  const territories = useMemo(
    () => (borders && level === 'parishes' ? territoryFeatures(borders, answer) : borders),
    [borders, answer, level],
  );
  const venues = useMemo(() => venueFeatures(answer.venues, kindOf), [answer, kindOf]);
  const drawnWay = useMemo(
    () => (way?.mode === 'public-transport' ? journeyFeatures(journey, way.mode) : wayFeatures(way)),
    [way, journey],
  );
  const sources = useMemo(
    (): Sources => ({
      ...base.sources,
      ...(territories ? { territories } : {}),
      cells,
      venues,
      way: drawnWay,
    }),
    [base.sources, territories, cells, venues, drawnWay],
  );
  if (base.about === null || base.bounds === null) return <p className="map-message">{access.map.loading}</p>;
  return (
    <BaseMap
      language={language}
      theme={theme}
      bounds={base.bounds}
      label={fill(access.map.accessLabel, { what: props.what })}
      sources={sources}
      isComplete={base.isComplete}
      selected={chosen}
      pickLayers={pickLayers[level]}
      onPick={props.onSelect}
      describe={props.describe}
      attribution={<Attribution about={base.about} drawn={drawnHere} />}
      onBroken={props.onBroken}
    />
  );
}
