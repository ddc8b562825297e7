import { Link } from 'wouter';
import type { AboutResponse } from '#core/contract/about.ts';
import { pagePath } from '#core/language/routes.ts';
import type { DatasetName } from '#core/place/provenance.ts';
import { ModelBadge } from '../ui/badge.tsx';
import { useLanguage, useWords } from '../ui/language-context.tsx';

/** Datasets that every map draws. */
const ground: readonly DatasetName[] = ['territories', 'settlements', 'streets', 'landcover'];

interface AttributionProps {
  readonly about: AboutResponse;
  /** What this map draws besides the ground. */
  readonly drawn: readonly DatasetName[];
}

/**
 * What the map is drawn from, by name, to open; in sight always the mark of model data where there is any.
 * Sources and licences are one link away, each with its dataset.
 */
export const Attribution = ({ about, drawn }: AttributionProps) => {
  const language = useLanguage();
  const { access, shell } = useWords();
  const shown = [...drawn, ...ground].filter((name) =>
    about.dataVersions.some(({ dataset }) => dataset === name),
  );
  const names = shown.map((name) => shell.aboutData.names[name]);
  return (
    <details className="map-attribution">
      <summary>
        {about.isModel ? <ModelBadge /> : null} {access.map.sources}
      </summary>
      <p>
        {names.join(' · ')}. <Link href={pagePath('about', language)}>{access.map.licences}</Link>
      </p>
    </details>
  );
};
