import { sentences } from './sentences.ts';

export const venues = sentences({});
