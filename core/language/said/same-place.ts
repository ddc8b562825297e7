import type { SameReason } from '../../offer/same-place.ts';

/** Why two rows look like one place, in words. */
export const saidReasons: Readonly<Record<SameReason, { readonly lv: string; readonly en: string }>> = {
  'same-isil': { lv: 'viens ISIL', en: 'one ISIL' },
  'same-name': { lv: 'viens nosaukums', en: 'one name' },
  'alike-name': { lv: 'līdzīgs nosaukums', en: 'a similar name' },
  unnamed: { lv: 'nosaukums bez īpašvārda tieši tajā vietā', en: 'a general name at that very spot' },
  near: { lv: 'blakus', en: 'next to each other' },
  'within-accuracy': { lv: 'koordinātu precizitātes robežās', en: 'within the accuracy of the positions' },
  'same-unit': { lv: 'viena pilsēta vai pagasts', en: 'one town or parish' },
  'same-address': { lv: 'viena adrese', en: 'one address' },
  'same-kind': { lv: 'viens veids', en: 'one kind' },
  'related-kind': { lv: 'radniecīgs veids', en: 'a related kind' },
};
