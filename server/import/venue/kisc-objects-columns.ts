import type { TemplateColumn } from '../format/table.ts';

/**
 * Columns of the lists of the Culture Information Systems Centre, by the words that its files and their relatives use.
 * X and Y stay what they are called: which of them is north, the file itself has to tell.
 */
export const officialColumns: readonly TemplateColumn[] = [
  { field: 'object', headings: ['obj', 'objekta id', 'objekta numurs', 'objekta nr', 'id', 'nr'] },
  { field: 'name', headings: ['objekta nosaukums', 'nosaukums', 'name'] },
  { field: 'isil', headings: ['isil kods', 'isil'] },
  { field: 'address', headings: ['adrese', 'objekta adrese', 'address'] },
  { field: 'lat', headings: ['lat', 'platums', 'ģeogrāfiskais platums', 'latitude', 'geoplatums'] },
  {
    field: 'lon',
    headings: ['lon', 'lng', 'long', 'garums', 'ģeogrāfiskais garums', 'longitude', 'geogarums'],
  },
  { field: 'lksX', headings: ['lks-92 x', 'lks92 x', 'lks x', 'x', 'x koordināta', 'koord_x'] },
  { field: 'lksY', headings: ['lks-92 y', 'lks92 y', 'lks y', 'y', 'y koordināta', 'koord_y'] },
  {
    field: 'category',
    headings: ['kategorija', 'objekta veids', 'objekta kategorija', 'objekts', 'veids', 'category'],
  },
  { field: 'phone', headings: ['tālrunis', 'telefons', 'tālruņa numurs', 'phone'] },
  { field: 'email', headings: ['e-pasts', 'epasta adrese', 'email'] },
  { field: 'atvk', headings: ['atvk', 'atvk kods', 'teritorijas kods'] },
  { field: 'url', headings: ['mājaslapa', 'mājas lapa', 'tīmekļa vietne', 'tīmekļvietne', 'url'] },
  { field: 'imageUrl', headings: ['attēls', 'attēla url', 'img url', 'img_url'] },
  { field: 'status', headings: ['statuss', 'stāvoklis', 'status'] },
];

/** A row without a name is none; without any of the others nothing tells where it is. */
export const neededColumns = [['name'], ['lat', 'lksX', 'atvk']] as const;
