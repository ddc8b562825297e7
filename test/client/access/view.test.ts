import { expect, test } from 'vitest';
import { figureLink } from '../../../client/features/access/figure-link.ts';
import { accessView } from '../../../client/features/access/view.ts';
import { readSearch, writeSearch } from '../../../client/ui/search-state.ts';

const read = (search: string) => readSearch(accessView, search);

test('an empty address is the nearest culture venue by car, by cell', () => {
  expect(read('').state).toEqual({
    measure: 'nearest',
    offer: 'culture',
    mode: 'car',
    date: '',
    from: '08:00',
    windowMinutes: 60,
    percentile: 50,
    cutoffMinutes: 30,
    venueStatus: ['open'],
    level: 'cells',
    compare: '',
    territory: '',
    cell: '',
    venue: '',
    way: 1,
    journey: 1,
    ask: 'places',
    event: '',
    startShift: 0,
    endShift: 0,
    sort: { key: 'place', isDescending: false },
  });
});

test('every choice comes back from the address it was written into', () => {
  const search =
    'measure=venues-within&offer=library,museum&mode=bicycle&cutoffMinutes=45&venueStatus=open,unknown' +
    '&level=parishes&compare=venue:slampes-kulturas-pils&territory=slampes-pagasts&cell=1kmX448Y313&way=2&journey=3&sort=-value' +
    '&date=2026-11-24&from=07:30&windowMinutes=90&percentile=10&ask=event&event=a_20261024T1800&startShift=-15&endShift=30';
  const { state, rejected } = read(search);
  expect(rejected).toEqual([]);
  expect(state.sort).toEqual({ key: 'value', isDescending: true });
  expect(readSearch(accessView, writeSearch(accessView, '', state)).state).toEqual(state);
});

test('what does not fit is reported and replaced by the default', () => {
  const { state, rejected } = read('offer=castle&mode=boat&cutoffMinutes=999&cell=%3Cscript%3E');
  expect(rejected.map(({ name }) => name)).toEqual(['offer', 'mode', 'cutoffMinutes', 'cell']);
  expect(state).toMatchObject({
    offer: 'culture',
    mode: 'car',
    date: '',
    from: '08:00',
    windowMinutes: 60,
    percentile: 50,
    cutoffMinutes: 30,
    cell: '',
  });
});

test('a figure is made of the same choices, without what was pointed at', () => {
  const { state } = read(
    'measure=people-within&offer=library&cutoffMinutes=15&territory=tukums&sort=-km&way=3',
  );
  expect(figureLink(state, 'lv')).toBe('/atteli?measure=people-within&offer=library&cutoffMinutes=15');
  expect(figureLink(read('').state, 'en')).toBe('/en/figures');
});
