import { z } from 'zod';
import { type SurveyResult, surveyUnits } from '../place/survey.ts';
import { endpoint, identifier, json } from './define.ts';
import { envelopeOf } from './envelope.ts';

const surveyResultSchema = z.object({
  questionId: z.string(),
  questionLv: z.string(),
  questionEn: z.string().nullable(),
  groupId: z.string().meta({ description: '"all", or a part of the residents.' }),
  groupLv: z.string(),
  groupEn: z.string().nullable(),
  territoryId: z.string(),
  surveyedOn: z.string().meta({ description: 'A year, a month or a day.' }),
  unit: z.enum(surveyUnits),
  hidden: z.enum(['few', 'protects']).nullable().meta({
    description:
      'Why there are no numbers: "few" answered, or the numbers would let a result with few answers be reckoned ("protects"); null where there are.',
  }),
  answers: z.number().nullable().meta({ description: 'How many answered.' }),
  value: z.number().nullable(),
  minAnswers: z.number().meta({ description: 'Below so many answers a result is hidden.' }),
  source: z.string(),
  licence: z.string(),
}) satisfies z.ZodType<SurveyResult>;

/** `GET /api/v1/survey`: what residents answered; a `SurveyResponse`. */
export const survey = endpoint({
  path: '/api/v1/survey',
  summary: 'What residents answered in surveys, by territory; never averaged with measured access',
  query: {
    territory: identifier.optional().meta({ description: 'Results of this territory only, by id.' }),
    question: identifier.optional().meta({ description: 'Results of this question only, by id.' }),
  },
  formats: {
    ...json(envelopeOf(z.array(surveyResultSchema).meta({ description: 'Empty where there is no survey.' }))),
    csv: { mediaType: 'text/csv', schema: null },
  },
  datasets: ['survey'],
});
