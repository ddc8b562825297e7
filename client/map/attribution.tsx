import { Link } from 'wouter';
import type { AboutResponse } from '#core/contract/about.ts';
import { formatDate } from '#core/language/dates.ts';
import { fill } from '#core/language/format.ts';
import { pagePath } from '#core/language/routes.ts';
import { creditsOf } from '#core/map/credits.ts';
import type { DatasetName } from '#core/place/provenance.ts';
import { licenceOf } from '../dataset-link.tsx';
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
 * Whom the map names, by what is drawn from whom, to open; in sight always the mark of model data where there
 * is any and whoever asks to be seen at all times. Every dataset is one link away.
 */
export const Attribution = ({ about, drawn }: AttributionProps) => {
  const language = useLanguage();
  const { access, shell } = useWords();
  const credits = creditsOf(about.dataVersions, [...drawn, ...ground]);
  const inSight = new Set(credits.map((credit) => credit.inSight).filter((text) => text !== null));
  return (
    <details className="map-attribution">
      <summary>
        {credits.some(({ isModel }) => isModel) ? <ModelBadge /> : null} {[...inSight].join(', ')}{' '}
        {access.map.sources}
      </summary>
      <ul>
        {credits.map(({ source, licence, datasets, retrievedAt }) => (
          <li key={`${source}\n${licence}`}>
            {datasets.map((dataset) => shell.aboutData.names[dataset]).join(', ')}: {source},{' '}
            {licenceOf(licence, access)}, {fill(access.dataDate, { date: formatDate(language, retrievedAt) })}
          </li>
        ))}
      </ul>
      <p>
        <Link href={pagePath('about', language)}>{access.map.licences}</Link>
      </p>
    </details>
  );
};
