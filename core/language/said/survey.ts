import { sentences } from './sentences.ts';

export const survey = sentences({});
