import type { AboutResponse } from '#core/contract/about.ts';
import { ModelBadge } from '../ui/badge.tsx';
import { useWords } from '../ui/language-context.tsx';

/** Datasets that a map draws; the others of the server are not its sources. */
const drawn: readonly string[] = [
  'territories',
  'settlements',
  'population',
  'venues',
  'streets',
  'landcover',
];

/** Sources of what the map draws, to open, and in sight always the mark of model data where there is any. */
export const Attribution = ({ about }: { about: AboutResponse }) => {
  const { access, shell } = useWords();
  return (
    <details className="map-attribution">
      <summary>
        {about.isModel ? <ModelBadge /> : null} {access.map.sources}
      </summary>
      <ul>
        {about.dataVersions
          .filter((version) => drawn.includes(version.dataset))
          .map((version) => (
            <li key={version.id}>
              {shell.aboutData.names[version.dataset]}: {version.source}, {version.licence}
            </li>
          ))}
      </ul>
    </details>
  );
};
