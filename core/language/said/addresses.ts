import { sentences } from './sentences.ts';

export const addresses = sentences({});
