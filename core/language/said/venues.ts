import { sentences } from './sentences.ts';

/** What is said of lists of culture venues: official tables, OpenStreetMap, and decisions about the same place. */
export const venues = sentences({
  'decoded-as': {
    lv: 'teksts nav UTF-8; nolasīts kā {encoding}',
    en: 'the text is not UTF-8; it was read as {encoding}',
  },
  'columns-by-order': {
    lv: 'virsraksti nav pazīstami, tāpēc kolonnas nolasītas dokumentētajā secībā; pārbaudiet rezultātu ({headings})',
    en: 'the headings are not known, so the columns were read in the documented order; check the result ({headings})',
  },
  'columns-passed-over': {
    lv: 'kolonnas, kas nav nolasītas: {count} ({headings})',
    en: 'columns that were not read: {count} ({headings})',
  },
  'row-too-wide': {
    lv: 'rindā ir {cells} šūnas, virsrakstā {columns}; rinda izlaista',
    en: 'the row has {cells} cells, the heading {columns}; left out',
  },
  'row-blank': { lv: 'tukša rinda', en: 'a blank row' },
  'row-broken-text': {
    lv: 'bojātas rakstzīmes; rinda izlaista',
    en: 'broken characters; the row was left out',
  },
  'row-deleted': {
    lv: 'dzēsts ieraksts ({status}); rinda izlaista',
    en: 'a deleted entry ({status}); the row was left out',
  },
  'name-missing': { lv: 'nav nosaukuma; rinda izlaista', en: 'no name; the row was left out' },
  'name-too-long': {
    lv: 'nosaukums garāks par {most} zīmēm; rinda izlaista',
    en: 'the name is longer than {most} signs; the row was left out',
  },
  'name-tidied': {
    lv: 'nosaukumā sakārtotas atstarpes, rindu pārtraukumi vai pēdiņas: {name}',
    en: 'spaces, line breaks or quotation marks in the name were put right: {name}',
  },
  'category-not-known': {
    lv: 'kategorija “{category}” nav pazīstama; “{name}” izlaists',
    en: 'the category “{category}” is not known; “{name}” was left out',
  },
  'category-no-place': {
    lv: 'kategorija “{category}” nav vieta, ko apmeklēt; “{name}” izlaists',
    en: 'the category “{category}” is no place to go to; “{name}” was left out',
  },
  'category-by-name': {
    lv: 'kategorija nav norādīta; veids noteikts pēc nosaukuma “{name}”',
    en: 'no category is stated; the kind was taken from the name “{name}”',
  },
  'coordinates-zero': {
    lv: 'koordinātas ir 0; tās nav izmantotas',
    en: 'the coordinates are 0; they were not used',
  },
  'coordinates-unreadable': {
    lv: 'koordinātas “{value}” nav skaitļi; tās nav izmantotas',
    en: 'the coordinates “{value}” are no numbers; they were not used',
  },
  'coordinates-outside-latvia': {
    lv: 'koordinātas {value} nav Latvijā; tās nav izmantotas',
    en: 'the coordinates {value} are not in Latvia; they were not used',
  },
  'degrees-swapped': {
    lv: 'ģeogrāfiskais platums un garums bija samainīti vietām ({lat}, {lon}); izlabots',
    en: 'latitude and longitude were swapped ({lat}, {lon}); put right',
  },
  'metres-swapped': {
    lv: 'LKS-92 X un Y bija samainīti vietām; izlabots',
    en: 'LKS-92 X and Y were swapped; put right',
  },
  'x-is-east': {
    lv: 'šajā failā LKS-92 X ir austrumi un Y ir ziemeļi, pretēji valsts reģistru paradumam; tā arī nolasīts',
    en: 'in this file LKS-92 X is east and Y is north, the reverse of the state’s registers; read that way',
  },
  'coordinates-disagree': {
    lv: 'WGS 84 un LKS-92 koordinātas atšķiras par {metres} m; izmantotas {taken}',
    en: 'the WGS 84 and LKS-92 coordinates are {metres} m apart; {taken} was taken',
  },
  'position-in-sea': {
    lv: '“{name}” koordinātas ir jūrā; ieraksts paturēts bez vietas kartē',
    en: 'the coordinates of “{name}” lie in the sea; kept without a position',
  },
  'position-far-away': {
    lv: '“{name}” koordinātas ir tālu ārpus novada; ieraksts paturēts bez vietas kartē',
    en: 'the coordinates of “{name}” lie far outside the region; kept without a position',
  },
  'row-in-sea': {
    lv: '“{name}” koordinātas ir jūrā un ATVK kods nepalīdz; rinda izlaista',
    en: 'the coordinates of “{name}” lie in the sea and no ATVK code helps; left out',
  },
  'row-outside': {
    lv: '“{name}” atrodas netālu, bet ārpus novada; rinda izlaista',
    en: '“{name}” lies near, but outside the municipality; left out',
  },
  'rows-elsewhere': {
    lv: 'rindas par citām Latvijas vietām: {count}; izlaistas',
    en: 'rows about other parts of the country: {count}; left out',
  },
  'no-place-stated': {
    lv: 'nav ne derīgu koordinātu, ne ATVK koda; “{name}” izlaists',
    en: 'neither usable coordinates nor an ATVK code; “{name}” was left out',
  },
  'atvk-unreadable': {
    lv: 'ATVK kods “{value}” nav septiņi cipari; tas nav izmantots',
    en: 'the ATVK code “{value}” is not seven digits; it was not used',
  },
  'code-elsewhere': {
    lv: 'ATVK kods ir cita novada, bet koordinātas ir šeit; “{name}” izlaists, ticot kodam',
    en: 'the ATVK code is of another municipality, the coordinates lie here; “{name}” was left out, as the code says',
  },
  'isil-unreadable': {
    lv: '“{value}” nav ISIL kods; tas nav izmantots',
    en: '“{value}” is no ISIL; it was not used',
  },
  'isil-repeated': {
    lv: 'ISIL {isil} jau ir {first}. rindā; šai rindai tas nav piešķirts',
    en: 'row {first} has the ISIL {isil} already; this row was kept without it',
  },
  'url-unusable': {
    lv: '“{value}” nav tīmekļa adrese; tā nav izmantota',
    en: '“{value}” is no web address; it was not used',
  },
  'duplicate-row': {
    lv: '“{name}” jau ir {first}. rindā; rinda izlaista',
    en: '“{name}” stands in row {first} already; left out',
  },
  'id-taken': {
    lv: 'identifikators {id} jau ir citā sarakstā vai rindā; “{name}” izlaists',
    en: 'another list or row has the id {id}; “{name}” was left out',
  },
  'same-place-suggested': {
    lv: 'ieraksti, kas varētu būt viena un tā pati vieta ar citu ierakstu: {count} pāri gaida lēmumu; līdz tam rādīti abi (npm run geodata -- suggest)',
    en: 'pairs of rows that may be one place and wait for a decision: {count}; until then both are shown (npm run geodata -- suggest)',
  },
  'places-counted-twice': {
    lv: 'Vietu pāri, kas varētu būt viena vieta divos sarakstos un šeit skaitīti divreiz, līdz kāds to izlemj: {count}.',
    en: 'Pairs of venues that may be one place in two lists, counted twice here until somebody decides: {count}.',
  },
  'decided-row-gone': {
    lv: '“{name}” ({id}) par to pašu vai citu vietu ir lemts, bet tāda ieraksta vairs nav; lēmums paliek, ja tas atgrieztos',
    en: 'there is a decision about “{name}” ({id}), but no such row any more; the decision stays in case it comes back',
  },
  'rows-undecided': {
    lv: 'pāri bez lēmuma: {count}; tie paliek ieteikumi',
    en: 'pairs without a decision: {count}; they stay suggestions',
  },
  'kept-row-of-same-list': {
    lv: '“{name}” un “{other}” ir no viena saraksta; labāk izlabot pašu sarakstu',
    en: '“{name}” and “{other}” are of one list; it is better to mend the list itself',
  },
  'osm-nameless': {
    lv: 'objektam bez nosaukuma ({what}, {kind}) nav, kā to saukt; izlaists',
    en: 'something without a name ({what}, {kind}) cannot be called anything; left out',
  },
  'osm-no-position': {
    lv: 'failā nav neviena objekta {what} punkta; izlaists',
    en: 'the file holds no node of {what}; left out',
  },
  'osm-url-unusable': {
    lv: '{what}: “{value}” nav tīmekļa adrese; tā nav izmantota',
    en: '{what}: “{value}” is no web address; it was not used',
  },
  'status-unreadable': {
    lv: '“{value}” nav ne jā, ne nē; tas nav izmantots',
    en: '“{value}” is neither yes nor no; it was not used',
  },
  'no-year-column': {
    lv: 'nav kolonnas “Darbojās … gadā”, tāpēc nav zināms, kas ir atvērts',
    en: 'there is no column “Darbojās … gadā”, so nobody knows what is open',
  },
});
