import { sentences } from './sentences.ts';

export const territories = sentences({});
