import type { AccessAnswer } from '#core/access/answer.ts';
import { fill, formatNumber, formatPercent, plural } from '#core/language/format.ts';
import { offerForms } from '#core/map/offer-words.ts';
import type { Speech } from './offers.ts';
import { venueName } from './offers.ts';
import { placeName } from './parish-columns.tsx';
import { formatValue } from './values.ts';

/** Minutes beyond which residents are counted: the upper ends of the first two classes. */
const farMinutes = [15, 30] as const;

/** What an answer says of the whole region, in plain sentences: how far it is for half, and for how many too far. */
export function findingOf(answer: AccessAnswer, speech: Speech): string {
  const { finding } = speech.words.access;
  const sentences = [answer.unit === 'min' ? ofMinutes(answer, speech) : ofReach(answer, speech)];
  const { total } = answer;
  if (total.peopleBlank > 0 && total.value !== null) {
    sentences.push(fill(finding.blank, { people: people(answer, total.peopleBlank, speech, 'counted') }));
  }
  const [largest] = answer.venues.toSorted((a, b) => b.people - a.people);
  if (answer.query.measure === 'catchment' && largest !== undefined && largest.people > 0) {
    const name = placeName(largest, speech.language);
    sentences.push(
      fill(finding.largest, { name, people: people(answer, largest.people, speech, 'counted') }),
    );
  }
  return sentences.join(' ');
}

/** "For half of the residents the nearest library is at most 1.9 min away; more than 15 min for 623 (1.4%)." */
function ofMinutes(answer: AccessAnswer, speech: Speech): string {
  const { words, language } = speech;
  const { finding } = words.access;
  const { query, total } = answer;
  if (total.value === null) {
    const reason = total.reason === null ? words.access.legendBlank : words.reasons[total.reason];
    return fill(finding.noMedian, { reason });
  }
  // One destination is not "the nearest"; there the way itself is what is long or short.
  const isWay = query.measure === 'way-to-town' || 'venueId' in query.offer;
  const text = isWay ? finding.way : finding.nearest;
  const [nearest] = formsOf(answer, speech);
  const way = query.measure === 'way-to-town' ? startLower(words.measures['way-to-town']) : nearest;
  const far = farMinutes.map((minutes) => ({ minutes, count: countBeyond(answer, minutes) }));
  // Where nobody is beyond the first threshold, nobody is beyond the second either.
  const said = far.filter((_, index) => index === 0 || (far[index - 1]?.count ?? 0) > 0);
  const list = said.map(({ minutes, count }) =>
    fill(text.far, {
      minutes: `${minutes}\u00a0min`,
      people: count === 0 ? finding.nobody : people(answer, count, speech, 'for'),
    }),
  );
  const median = fill(text.median, {
    way,
    nearest,
    mode: words.modes[query.mode],
    value: formatValue(language, 'min', total.value, null),
  });
  return `${median}; ${list.join(', ')}.`;
}

/** "Within 30 minutes 98.6% of the residents reach a library; 623 residents (1.4%) do not." */
function ofReach(answer: AccessAnswer, speech: Speech): string {
  const { words, language } = speech;
  const { finding } = words.access;
  const { query, total } = answer;
  const text = query.measure === 'venues-within' ? finding.venuesWithin : finding.peopleWithin;
  const [, object, counted] = formsOf(answer, speech);
  const count = residents(answer, (value) => value === 0);
  const left = count === 0 ? text.nobody : plural(language, Math.round(count), text.left);
  const sentence = fill(text.share, {
    within: plural(language, query.cutoffMinutes, words.figures.withinMinutes),
    mode: words.modes[query.mode],
    object,
    counted,
    value: formatValue(language, answer.unit, total.value, total.reason),
  });
  return `${startUpper(sentence)}; ${fill(left, { percent: share(answer, count, speech) })}.`;
}

const formsOf = ({ query }: AccessAnswer, speech: Speech) =>
  offerForms(
    query.offer,
    speech.words,
    'venueId' in query.offer ? venueName(query.offer.venueId, speech) : '',
  );

const countBeyond = (answer: AccessAnswer, minutes: number): number =>
  residents(answer, (value) => value > minutes);

/** Residents of the cells whose value is such; the ones without a value are told apart. */
const residents = ({ cells }: AccessAnswer, isSuch: (value: number) => boolean): number =>
  cells.value.reduce<number>(
    (sum, value, index) => (value !== null && isSuch(value) ? sum + (cells.people[index] ?? 0) : sum),
    0,
  );

const share = ({ total }: AccessAnswer, count: number, { language }: Speech): string =>
  total.people > 0 ? formatPercent(language, (100 * count) / total.people, 1) : '–';

/** "623 residents (1.4%)", as the subject of a sentence or for whom something is far. */
function people(answer: AccessAnswer, count: number, speech: Speech, as: 'counted' | 'for'): string {
  const { access } = speech.words;
  const forms = as === 'for' ? access.finding.forResidents : access.residents;
  const counted = Number.isInteger(count)
    ? plural(speech.language, count, forms)
    : fill(forms.other, { n: formatNumber(speech.language, count) });
  return `${counted} (${share(answer, count, speech)})`;
}

const startLower = (text: string) => text.slice(0, 1).toLocaleLowerCase() + text.slice(1);
const startUpper = (text: string) => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
