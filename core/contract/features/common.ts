import { z } from 'zod';

/** Every feature says who says so, how sure that is, and whether it is constructed. */
export const provenance = {
  source: z.string().meta({ description: 'Who says so: document, register or web page.' }),
  confidence: z.string().meta({ description: "In the source's own grading." }),
  isModel: z.boolean().meta({ description: 'True for what was constructed by a model and not observed.' }),
};

/** A count of residents is only quotable with its year and series; PMLP and CSP are never mixed silently. */
export const population = {
  people: z.number().nullable().meta({ description: 'Residents; null where not stated.' }),
  peopleYear: z.string().nullable(),
  peopleSeries: z.string().nullable(),
  peopleSource: z.string().nullable(),
};
