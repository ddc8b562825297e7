import { sentences } from './sentences.ts';

export const people = sentences({});
