import { sentences } from './sentences.ts';

export const events = sentences({});
