import type { Way } from '#core/access/answer.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import { ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { placeName } from './parish-columns.tsx';
import { formatBare, formatDecimal } from './values.ts';

type Leg = Way['legs'][number];

/** A journey road by road, so that nobody has to believe a colour. */
export function WayLegs({ way }: { way: Way }) {
  const language = useLanguage();
  const words = useWords();
  const { access } = words;
  const { leg: legWords } = access;
  const { start, end } = way.offRoadMetres;
  const one = (value: number) => formatDecimal(language, value);
  const caption = fill(legWords.caption, { from: way.from.label, to: placeName(way.to, language) });
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see the line above.
    <section className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="table way-legs">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{legWords.road}</th>
            <th scope="col">{legWords.surface}</th>
            <th scope="col" className="numeric">
              {legWords.km}
            </th>
            <th scope="col" className="numeric">
              {legWords.minutes}
            </th>
          </tr>
        </thead>
        <tbody>
          {way.legs.map((leg, index) => (
            // Two legs may be equal in everything; their place in the journey tells them apart.
            // biome-ignore lint/suspicious/noArrayIndexKey: see the line above.
            <tr key={index}>
              <th scope="row">
                {roadName(leg, words)} {leg.role === 'link' ? <ModelBadge /> : null}
              </th>
              <td>{leg.role === 'off-road' ? '–' : surfaceName(leg, words)}</td>
              <td className="numeric">{one(leg.km)}</td>
              <td className="numeric">{one(leg.minutes)}</td>
            </tr>
          ))}
        </tbody>
        {way.minutes === null || way.km === null ? null : (
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {legWords.total}
              </th>
              <td className="numeric">{one(way.km)}</td>
              <td className="numeric">{formatBare(language, 'min', way.minutes, null)}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {partsAddUp(way) ? null : <p className="note">{legWords.rounded}</p>}
      {start + end > 0 ? (
        <p className="note">
          {fill(legWords.offRoadNote, {
            start: formatNumber(language, start),
            end: formatNumber(language, end),
          })}
        </p>
      ) : null}
    </section>
  );
}

/** Whether the rounded parts, as shown, add up to the rounded whole. */
function partsAddUp({ legs, km, minutes }: Way): boolean {
  const tenths = (value: number) => Math.round(value * 10);
  const sum = (of: 'km' | 'minutes') => legs.reduce((total, leg) => total + tenths(leg[of]), 0);
  return sum('km') === tenths(km ?? 0) && sum('minutes') === tenths(minutes ?? 0);
}

/** "P121 Tukums–Kuldīga", or the class of a road that has neither number nor name; a link is no road. */
function roadName(leg: Leg, { access }: Words): string {
  if (leg.role === 'off-road') return access.leg.offRoad;
  if (leg.role === 'link') return access.leg.link;
  const named = [leg.ref, leg.name].filter((text) => text !== null).join(' ');
  if (named !== '') return named;
  return (access.highways as Readonly<Record<string, string>>)[leg.highway] ?? leg.highway;
}

const surfaceName = (leg: Leg, { access }: Words): string =>
  (access.surfaces as Readonly<Record<string, string>>)[leg.surface] ?? leg.surface;
