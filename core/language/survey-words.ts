import type { SurveyUnit } from '../place/survey.ts';
import type { Language } from './routes.ts';

/*
 * Words of survey results alone: loaded with the pages that show any, so that no first screen waits for them.
 */
const lv = {
  title: 'Ko atbildējuši iedzīvotāji',
  caption: 'Aptauju rezultāti',
  beside:
    'Aptauju rezultāti stāv līdzās aprēķinātajai pieejamībai un nekad netiek ar to saskaitīti vai vidējoti. “n” ir atbilžu skaits; jo tas mazāks, jo nedrošāka vērtība.',
  question: 'Jautājums',
  group: 'Kas atbildēja',
  value: 'Vērtība (n – atbilžu skaits)',
  source: 'Avots',
  few: 'paslēpts: mazāk par {n} atbildēm',
  protects: 'paslēpts, lai no tā nevarētu izrēķināt citu, kurā ir mazāk par {n} atbildēm',
  hidden: 'paslēpts',
  hiddenMeans: '“Paslēpts”: mazāk par {n} atbildēm, vai arī tādu rezultātu varētu no šī izrēķināt.',
  notAsked: 'nav rezultāta',
  withAnswers: '{value} (n = {n})',
  column: '{question} – aptauja, {date}',
  from: '“{question}”: {source}, {licence}, {date}.',
  method: 'Kas tiek paslēpts un kāpēc',
  download: 'Aptauju rezultāti (CSV)',
  units: {
    percent: '{value}',
    'mean-1-5': '{value} no 5 (vidējais, 1–5)',
    'mean-0-10': '{value} no 10 (vidējais, 0–10)',
    people: '{value} iedz.',
    'times-per-year': '{value} reizes gadā',
  } satisfies Record<SurveyUnit, string>,
};

export type SurveyWords = typeof lv;

const en: SurveyWords = {
  title: 'What residents answered',
  caption: 'Results of surveys',
  beside:
    'Results of surveys stand beside computed access and are never added to it or averaged with it. “n” is the number of answers; the smaller it is, the less certain the value.',
  question: 'Question',
  group: 'Who answered',
  value: 'Value (n: answers)',
  source: 'Source',
  few: 'hidden: fewer than {n} answers',
  protects: 'hidden, so that another with fewer than {n} answers cannot be reckoned from it',
  hidden: 'hidden',
  hiddenMeans: '“Hidden”: fewer than {n} answers, or such a result could be reckoned from this one.',
  notAsked: 'no result',
  withAnswers: '{value} (n = {n})',
  column: '{question} – survey, {date}',
  from: '“{question}”: {source}, {licence}, {date}.',
  method: 'What is hidden and why',
  download: 'Results of surveys (CSV)',
  units: {
    percent: '{value}',
    'mean-1-5': '{value} of 5 (mean, 1–5)',
    'mean-0-10': '{value} of 10 (mean, 0–10)',
    people: '{value} residents',
    'times-per-year': '{value} times a year',
  },
};

export const surveyWords: Readonly<Record<Language, SurveyWords>> = { lv, en };
