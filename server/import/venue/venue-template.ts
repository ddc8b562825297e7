import { words } from '#core/language/index.ts';
import { type Stated, type VenueKind, type VenueStatus, venueKinds } from '#core/offer/venue.ts';
import { type Vocabulary, vocabulary } from '../format/row-reader.ts';
import type { Template, TemplateColumn } from '../format/table.ts';

/** Columns of a list of venues; `docs/import.md` says what each holds. Headings of the state's own lists are known too. */
const venueColumns: readonly TemplateColumn[] = [
  { field: 'id', headings: ['identifikators'] },
  { field: 'nameLv', headings: ['nosaukums', 'objekta nosaukums', 'name', 'name lv', 'nosaukums lv'] },
  { field: 'nameEn', headings: ['nosaukums angliski', 'name en', 'nosaukums en'] },
  { field: 'kind', headings: ['veids', 'kategorija', 'objekta veids', 'category', 'type'] },
  { field: 'subtype', headings: ['apakšveids'] },
  { field: 'sectors', headings: ['nozares', 'nozare', 'sector'] },
  { field: 'territory', headings: ['teritorija', 'pagasts', 'pilsēta vai pagasts', 'parish', 'atvk'] },
  { field: 'settlement', headings: ['apdzīvota vieta', 'ciems', 'village'] },
  { field: 'address', headings: ['adrese'] },
  { field: 'lat', headings: ['platums', 'latitude', 'ģeogrāfiskais platums'] },
  { field: 'lon', headings: ['garums', 'longitude', 'lng', 'ģeogrāfiskais garums'] },
  { field: 'lksEast', headings: ['LKS-92 Y', 'LKS-92 austrumi', 'LKS-92 east', 'koord_y', 'east'] },
  { field: 'lksNorth', headings: ['LKS-92 X', 'LKS-92 ziemeļi', 'LKS-92 north', 'koord_x', 'north'] },
  { field: 'accuracyMetres', headings: ['precizitāte m', 'precizitāte', 'accuracy m', 'accuracy'] },
  { field: 'positionMethod', headings: ['koordinātu avots', 'position method'] },
  { field: 'status', headings: ['statuss', 'stāvoklis'] },
  { field: 'closedOn', headings: ['slēgts no', 'closed on'] },
  { field: 'capacity', headings: ['ietilpība', 'vietu skaits', 'capacity persons'] },
  { field: 'openingHours', headings: ['darba laiks', 'opening hours'] },
  { field: 'stepFreeEntrance', headings: ['ieeja bez pakāpieniem', 'step-free entrance'] },
  { field: 'accessibleToilet', headings: ['pieejama tualete', 'accessible toilet'] },
  { field: 'disabledParking', headings: ['stāvvieta cilvēkiem ar invaliditāti', 'disabled parking'] },
  { field: 'hearingLoop', headings: ['dzirdes cilpa', 'hearing loop'] },
  { field: 'url', headings: ['mājaslapa', 'tīmekļa vietne', 'tīmekļvietne', 'website'] },
  { field: 'note', headings: ['piezīme', 'piezīmes', 'notes'] },
  { field: 'source', headings: ['avots'] },
  { field: 'confidence', headings: ['ticamība'] },
];

/** A list of venues as people make it, in a workbook or as CSV. */
export const venueTemplate: Template = {
  columns: venueColumns,
  required: ['nameLv', 'kind'],
  mostRows: 20_000,
};

/** Headings of Cabinet Regulation 291 (2017) beside our own words in both languages. */
const stateWords: Readonly<Partial<Record<VenueKind, readonly string[]>>> = {
  museum: ['muzeji'],
  library: ['bibliotēkas'],
  'culture-centre': ['kultūras centri', 'kultūras nams', 'tautas nams', 'saieta nams', 'saietu nams'],
  'culture-school': ['kultūrizglītības iestādes', 'mūzikas skola', 'mākslas skola'],
  theatre: ['teātri'],
  'concert-organisation': ['koncertorganizācijas'],
  archive: ['arhīvi'],
  'event-place': ['pasākumu norises vietas'],
  'intangible-heritage': ['nemateriālais kultūras mantojums'],
  ngo: ['nevalstiskās organizācijas'],
  'creative-residency': ['radošās rezidences'],
  'creative-industry': ['radošā industrija'],
  gallery: ['mākslas galerijas', 'galerija'],
  cinema: ['kino izrādīšanas vietas', 'kinoteātris'],
  'amateur-group': ['mākslinieciskie kolektīvi'],
  'open-air-stage': ['brīvdabas estrāde', 'estrāde'],
};

export const kindWords: Vocabulary<VenueKind> = vocabulary(
  Object.fromEntries(
    venueKinds.map((kind) => [
      kind,
      [words.lv.venueKinds[kind], words.en.venueKinds[kind], ...(stateWords[kind] ?? [])],
    ]),
  ) as Record<VenueKind, string[]>,
);

export const statusWords: Vocabulary<VenueStatus> = vocabulary({
  open: ['atvērts', 'darbojas', words.lv.venueStatuses.open],
  'service-point': [
    'apkalpošanas punkts',
    'ārējās apkalpošanas punkts',
    words.lv.venueStatuses['service-point'],
  ],
  unknown: ['nav zināms', 'nezināms', words.lv.venueStatuses.unknown],
  closed: ['slēgts', 'nedarbojas', words.lv.venueStatuses.closed],
});

export const statedWords: Vocabulary<Stated> = vocabulary({
  yes: ['jā', 'ir', '1', 'true'],
  no: ['nē', 'nav', '0', 'false'],
  partly: ['daļēji'],
  'not-stated': ['nav norādīts', '?', 'not stated'],
});
