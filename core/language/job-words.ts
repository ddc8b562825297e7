import type { Language } from './routes.ts';

/*
 * Words about work that goes on beside requests: loaded with the page about the data alone.
 */
const lv = {
  title: 'Darbi fonā',
  lead: 'Pēc jaunu datu ievietošanas serveris pārrēķina to, kas no tiem izriet. Atbildes jau tagad ir par jaunajiem datiem; tikai pirmās var būt lēnākas.',
  names: {
    'lay-out-dates': 'pasākumu datumi',
    'travel-times': 'ceļa laiki',
    'round-trips': 'ceļi uz pasākumiem un mājās',
    'warm-figures': 'attēlu sagatavošana',
  } as Readonly<Record<string, string>>,
  waiting: 'gaida',
  waitingAgain: 'neizdevās, tiks mēģināts vēlreiz: {reason}',
  running: 'tiek darīts',
  runningOf: '{done} no {of}',
  failed: 'neizdevās: {reason}',
  noReason: 'iemesls nav zināms',
  madeFor: 'datu versijas: {versions}',
  /** Read out when it changes. */
  now: 'Serveris fonā rēķina: {names}.',
  done: 'Serveris fonā visu ir izrēķinājis.',
  someFailed: 'Serverim fonā neizdevās: {names}.',
};

type JobWords = typeof lv;

const en: JobWords = {
  title: 'Work in the background',
  lead: 'After new data were imported, the server computes anew what follows from them. Answers are about the new data already; only the first ones may be slower.',
  names: {
    'lay-out-dates': 'dates of events',
    'travel-times': 'travel times',
    'round-trips': 'ways to events and home',
    'warm-figures': 'preparing figures',
  },
  waiting: 'waiting',
  waitingAgain: 'failed, will be tried again: {reason}',
  running: 'under way',
  runningOf: '{done} of {of}',
  failed: 'failed: {reason}',
  noReason: 'the reason is not known',
  madeFor: 'data versions: {versions}',
  now: 'The server is computing in the background: {names}.',
  done: 'The server has computed everything in the background.',
  someFailed: 'The server failed in the background: {names}.',
};

export const jobWords: Readonly<Record<Language, JobWords>> = { lv, en };
