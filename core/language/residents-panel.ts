import type { Language } from './routes.ts';

/* Words of the table of residents on the page of one unit: loaded with it, so that no first screen waits for them. */
const lv = {
  title: 'Iedzīvotāji gada sākumā',
  year: 'Gads',
  people: 'Iedzīvotāji',
  ages: 'Pēc vecuma, {year}. gads',
  age: 'Vecums',
  share: 'Daļa',
  groups: { children: '0–14', workingAge: '15–64', older: '65 un vairāk' },
  noAges: 'Skaita pēc vecuma šai vienībai ievietotajos datos nav.',
  noGroup: 'nav publicēts',
  noTotals:
    'Oficiāla skaita pa gadiem šai vienībai nav ievietots; rādītais skaits ir tā gada un tās datu rindas, kas norādīta.',
  source: 'Avots',
  otherSeries: 'Skaits pa šūnām kartē ir cita datu kopa, un summa var atšķirties.',
};
type ResidentsWords = typeof lv;

const en: ResidentsWords = {
  title: 'Residents at the beginning of the year',
  year: 'Year',
  people: 'Residents',
  ages: 'By age, {year}',
  age: 'Age',
  share: 'Share',
  groups: { children: '0–14', workingAge: '15–64', older: '65 and over' },
  noAges: 'The data that were brought in have no numbers by age for this unit.',
  noGroup: 'not published',
  noTotals:
    'No official number by year was brought in for this unit; the number shown is of the year and series that stand with it.',
  source: 'Source',
  otherSeries: 'Residents by cell on the map are another dataset, whose sum may differ.',
};

export const residentsWords: Readonly<Record<Language, ResidentsWords>> = { lv, en };
