import { sentences } from './sentences.ts';

/** What is said of results of surveys. No number of a hidden result is ever named. */
export const survey = sentences({
  'result-hidden': {
    lv: 'rezultāts paslēpts: mazāk par {min} atbildēm',
    en: 'result hidden: fewer than {min} answers',
  },
  'result-protects': {
    lv: 'rezultāts paslēpts, lai no tā nevarētu izrēķināt citu, kurā ir mazāk par {min} atbildēm',
    en: 'result hidden, so that another with fewer than {min} answers cannot be reckoned from it',
  },
});
