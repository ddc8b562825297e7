import { sentences } from './sentences.ts';

/** What is said of residents: grids, and totals of units. */
export const people = sentences({
  'grid-without-heading': {
    lv: 'nav virsraksta rindas: pirmā kolonna lasīta kā šūna, otrā kā iedzīvotāju skaits',
    en: 'no heading: the first column was read as the cell, the second as residents',
  },
  'grid-row-broken': {
    lv: 'rindā ir {found} lauki, jābūt {expected}; rinda nav ņemta vērā',
    en: 'the row has {found} values where {expected} are expected; left out',
  },
  'cell-without-id': { lv: 'nav šūnas apzīmējuma; rinda nav ņemta vērā', en: 'no id of a cell; left out' },
  'cell-id-malformed': {
    lv: '“{id}” nav šī režģa šūnas apzīmējums; rinda nav ņemta vērā',
    en: '“{id}” is no id of a cell of this grid; left out',
  },
  'cell-of-other-grid': {
    lv: 'šūna “{id}” ir no cita režģa nekā pirmā šūna; režģus nedrīkst jaukt, rinda nav ņemta vērā',
    en: 'cell “{id}” is of another grid than the first one; grids are not mixed, left out',
  },
  'cell-outside-latvia': {
    lv: 'šūna “{id}” neatrodas Latvijā; rinda nav ņemta vērā',
    en: 'cell “{id}” does not lie in Latvia; left out',
  },
  'cell-off-grid': {
    lv: 'šūnas “{id}” stūris neatrodas uz režģa līnijām; rinda nav ņemta vērā',
    en: 'the corner of cell “{id}” is not on the lines of the grid; left out',
  },
  'cell-twice': {
    lv: 'šūna “{id}” failā ir vēlreiz; paturēta pirmā rinda',
    en: 'cell “{id}” is in the file again; the first row stays',
  },
  'cell-axes-swapped': {
    lv: 'šūnā “{id}” X un Y ir apmainīti; izlabots',
    en: 'X and Y are swapped in cell “{id}”; put right',
  },
  'cell-not-published': {
    lv: 'iedzīvotāju skaits nav publicēts (“{value}”); rinda nav ņemta vērā, nevis skaitīta kā 0',
    en: 'no number of residents is published (“{value}”); left out, not taken as 0',
  },
  'cell-people-malformed': {
    lv: '“{value}” nav iedzīvotāju skaits; rinda nav ņemta vērā',
    en: '“{value}” is no number of residents; left out',
  },
  'cells-elsewhere': {
    lv: 'ārpus šīs kartes: {count} šūnas',
    en: '{count} cells lie off this map',
  },
  'cells-without-people': {
    lv: 'šūnas, kurās neviens nedzīvo (0), nav paturētas: {count}',
    en: '{count} cells in which nobody lives (0) were not kept',
  },
  'small-counts-not-rounded': {
    lv: '{count} šūnām ir 1–4 vai 6–10 iedzīvotāji, lai gan tādus publicē kā 5; 5 tomēr lasīts kā 1–10',
    en: '{count} cells have 1–4 or 6–10 residents although such are published as 5; a 5 was read as 1–10 all the same',
  },
  'grid-numbers-step': {
    lv: '{grid} režģa apzīmējumu skaitļi Latvijai atbilst tikai tad, ja viens solis ir {metres} m; tā tie lasīti',
    en: 'the numbers in the ids of the {grid} grid fit Latvia only when a step is {metres} m; so they were read',
  },
  'grid-outline-differs': {
    lv: 'šūnas {id} kontūra sākas pie {east}, {north}, nevis tur, kur to saka apzīmējums',
    en: 'the outline of cell {id} begins at {east}, {north} and not where its id says',
  },
  'grid-outlines-agree': {
    lv: '{count} šūnu kontūras ir tur, kur to saka apzīmējumi',
    en: 'the outlines of {count} cells are where their ids say',
  },
  'grid-outlines-unused': {
    lv: 'kontūru failā nav šo šūnu apzīmējumu; apzīmējumi ar to nav pārbaudīti',
    en: 'the file of outlines has no ids of these cells; the ids were not checked by it',
  },
  'grid-years-differ': {
    lv: 'faili ir par dažādiem gadiem: {years}',
    en: 'the files are of different years: {years}',
  },
  'grids-disagree': {
    lv: 'šūnā {id} ir {people} iedzīvotāji, bet tās 100 m šūnas pieļauj tikai {least}–{most}; paturēts 1 km faila skaits',
    en: 'cell {id} has {people} residents, its 100 m cells allow {least}–{most} only; the count of the 1 km file stays',
  },
  'hundreds-without-kilometre': {
    lv: '100 m šūnas {count} kvadrātkilometros, kuru nav 1 km failā, nav paturētas; tajās ir {people} iedzīvotāji',
    en: '100 m cells in {count} square kilometres that the 1 km file does not have were left out, with {people} residents',
  },
  'cells-outside-units': {
    lv: 'ārpus visiem pašreizējās kartes pagastiem un pilsētām: {count} šūnas ar {people} iedzīvotājiem; tās paturētas, bet nevienā summā neietilpst',
    en: '{count} cells with {people} residents lie outside every parish and town of the present map; kept, and part of no sum',
  },
  'small-counts': {
    lv: '{count} publicēti skaitļi ir 5 un katrs nozīmē 1–10 iedzīvotājus: kopā {people}, iespējami no {least} līdz {most}',
    en: '{count} published counts are 5, each of which stands for 1–10 residents: {people} in all, from {least} to {most} possible',
  },
  'cell-of-two-countries': {
    lv: 'šūna “{id}” ir uz robežas ({countries}); abu valstu daļas saskaitītas: {people}',
    en: 'cell “{id}” lies on a border ({countries}); the parts were added: {people}',
  },
  'people-column': {
    lv: 'iedzīvotāju skaits ņemts no kolonnas “{heading}”',
    en: 'residents were read from the column “{heading}”',
  },
  'totals-age-unknown': {
    lv: 'vecums “{value}” nav saprotams; nav ņemts vērā',
    en: 'age “{value}” is not understood; left out',
  },
  'totals-sex-unknown': {
    lv: 'dzimums “{value}” nav saprotams; nav ņemts vērā',
    en: 'sex “{value}” is not understood; left out',
  },
  'totals-time-unknown': {
    lv: '“{value}” nav gads vai gada sākums; nav ņemts vērā',
    en: '“{value}” is no year or beginning of a year; left out',
  },
  'totals-number-malformed': {
    lv: 'vienībai {code} {year}. gadā “{value}” nav iedzīvotāju skaits; nav ņemts vērā',
    en: 'for unit {code} in {year} “{value}” is no number of residents; left out',
  },
  'totals-differ': {
    lv: '{name} ({code}) {year}. gadā ir divi skaitļi, {first} un {second}; paturēts pirmais',
    en: '{name} ({code}) has two numbers for {year}, {first} and {second}; the first stays',
  },
  'totals-code-malformed': {
    lv: '“{code}” ({name}) nav vienības kods; nav ņemts vērā',
    en: '“{code}” ({name}) is no code of a unit; left out',
  },
  'totals-code-padded': {
    lv: 'kodam “{stated}” ({name}) trūkst nuļļu sākumā; lasīts kā {code}',
    en: 'code “{stated}” ({name}) lacks its zeros at the front; read as {code}',
  },
  'totals-blank': {
    lv: 'bez skaitļa: {count} vietas tabulā (vienība tajā gadā nepastāv vai skaits nav publicēts); tās nav 0',
    en: '{count} places of the table are blank (no such unit that year, or not published); they are not 0',
  },
  'totals-unit-without': {
    lv: '{name}: šajos failos skaita nav; vienība patur savu līdzšinējo skaitu, gadu un avotu',
    en: '{name}: no number in these files; the unit keeps the number, year and source it had',
  },
  'totals-without-names': {
    lv: 'failā ir tikai kodi bez nosaukumiem: vienības, kuru kods kartē ir secināts un nav pārbaudīts, nevar savienot',
    en: 'the file has codes without names: units whose code is only inferred on the map cannot be joined',
  },
  'totals-name-differs': {
    lv: 'kods {code} kartē secināts vienībai “{name}”, bet failā tas ir vienībai “{other}”; skaitlis nav savienots, vispirms jāielādē ATVK',
    en: 'code {code} was inferred for “{name}” on the map, the file gives it to “{other}”; not joined, import the code list (ATVK) first',
  },
  'totals-sum-differs': {
    lv: '{name}, {year}. gads: tās daļu summa ir {sum}, bet pašai norādīts {total}',
    en: '{name}, {year}: its parts add up to {sum}, itself is given as {total}',
  },
  'grid-total-differs': {
    lv: '{name}: šūnās ir {cells} iedzīvotāji, vienībai {year}. gadā norādīts {total} ({series}); starpība {percent} %',
    en: '{name}: the cells hold {cells} residents, the unit is given as {total} in {year} ({series}); {percent} % apart',
  },
  'grid-series-gap': {
    lv: '{name}: starpība {percent} % ir tāda kā starp deklarētajiem (PMLP) un pastāvīgajiem (CSP) iedzīvotājiem; iespējams, režģis un skaits nav no vienas rindas',
    en: '{name}: {percent} % is the gap between people declared (PMLP) and usually resident (CSP); grid and total may not be of one series',
  },
});
