import { sentences } from './sentences.ts';

export const territories = sentences({
  'units-outside': {
    lv: 'vienības ārpus novada un tā kaimiņiem netiek izmantotas: {count}',
    en: 'units outside the municipality and its neighbours are not used: {count}',
  },
  'unit-struck-out': {
    lv: 'ieraksts datnē ir atzīmēts kā dzēsts: “{name}”',
    en: 'the record is marked as deleted in the file: “{name}”',
  },
  'unit-not-in-force': {
    lv: '“{name}” nav spēkā (statuss “{status}”, apstiprināts “{approved}”)',
    en: '“{name}” is not in force (status “{status}”, approved “{approved}”)',
  },
  'unit-without-name': { lv: 'vienībai nav nosaukuma', en: 'the unit has no name' },
  'unit-without-code': {
    lv: 'vienībai “{name}” nav ATVK koda (“{value}”)',
    en: 'the unit “{name}” has no ATVK code (“{value}”)',
  },
  'unit-without-shape': {
    lv: 'vienībai “{name}” nav laukuma, ko zīmēt',
    en: 'the unit “{name}” has no area that could be drawn',
  },
  'unit-type-unknown': {
    lv: 'vienības “{name}” veids “{value}” nav zināms; spriests pēc nosaukuma',
    en: 'the type “{value}” of the unit “{name}” is not known; it was judged by the name',
  },
  'unit-twice': {
    lv: 'kods {value} (“{name}”) ir jau {other}. ierakstā',
    en: 'the code {value} (“{name}”) stands in record {other} already',
  },
  'unit-elsewhere': {
    lv: '“{name}” koordinātas ({x}, {y}) ir ārpus reģiona',
    en: 'the coordinates of “{name}” ({x}, {y}) lie outside the region',
  },
  'unit-missing': {
    lv: 'datnē nav vienības “{name}” ({value}), kas pieder pie “{municipality}”',
    en: 'the file lacks the unit “{name}” ({value}), which belongs to “{municipality}”',
  },
  'code-lost-zeros': {
    lv: '{count} kodi ir pierakstīti citādi (piemēram, “{value}”) un lasīti kā 7 cipari ({as})',
    en: '{count} codes are written in another way (“{value}”, for example) and were read as 7 digits ({as})',
  },
  'code-was-other': {
    lv: 'vienības “{name}” kods ir {value}; līdz šim secinātais {was} bija nepareizs',
    en: 'the code of “{name}” is {value}; {was}, inferred until now, was wrong',
  },
  'code-not-classified': {
    lv: 'vienības “{name}” koda {value} nav ATVK klasifikatorā, kas ir ievests',
    en: 'the code {value} of “{name}” is not in the ATVK classifier that was imported',
  },
  'ring-without-area': {
    lv: '“{name}”: {rings} robežlīnijas bez laukuma izlaistas',
    en: '“{name}”: {rings} border lines without an area left out',
  },
  'ring-turned': {
    lv: '“{name}”: {rings} robežlīnijas vilktas pretējā virzienā, nekā prasa formāts',
    en: '“{name}”: {rings} border lines run the other way than the format asks',
  },
  'shape-repaired': {
    lv: '“{name}”: robeža krustoja pati sevi (pie {east}, {north}); izlabota, laukums {before} → {after} m²',
    en: '“{name}”: the border crossed itself (near {east}, {north}); put right, area {before} → {after} m²',
  },
  'axes-swapped': {
    lv: 'datnē X un Y ir apmainīti vietām; visas koordinātas lasītas otrādi',
    en: 'X and Y are swapped in the file; all coordinates were read the other way round',
  },
  'axes-swapped-here': {
    lv: '“{name}”: X un Y ir apmainīti vietām; lasīti otrādi',
    en: '“{name}”: X and Y are swapped; read the other way round',
  },
  'area-differs': {
    lv: '“{name}”: uzzīmēti {drawn} km², datnē norādīti {stated} km² ({percent} %)',
    en: '“{name}”: {drawn} km² drawn, {stated} km² stated in the file ({percent} %)',
  },
  'units-gap': {
    lv: 'starp vienībām ({names}) ir tukšums {area} m² pie {lat}, {lon}',
    en: 'between units ({names}) there is a gap of {area} m² near {lat}, {lon}',
  },
  'units-sliver': {
    lv: 'starp vienībām ({names}) ir šaura sprauga {area} m² pie {lat}, {lon}',
    en: 'between units ({names}) there is a sliver of {area} m² near {lat}, {lon}',
  },
  'units-overlap': {
    lv: 'vienības ({names}) pārklājas: {area} m² pie {lat}, {lon}',
    en: 'units ({names}) overlap: {area} m² near {lat}, {lon}',
  },
  'outline-differs': {
    lv: '“{name}”: vienības neaizpilda {uncovered} km² no novada robežās esošā un sniedzas {beyond} km² pāri tām',
    en: '“{name}”: the units leave {uncovered} km² within the outline of the municipality uncovered and reach {beyond} km² beyond it',
  },
  'outlines-only': {
    lv: 'datnē ir tikai novadi: pagasti un pilsētas paliek no līdzšinējā saraksta “{title}”',
    en: 'the file holds municipalities only: parishes and towns stay those of the list so far, “{title}”',
  },
  'screen-simplified': {
    lv: 'ekrānam robežas vienkāršotas par {metres} m (lielākā nobīde {deviation} m): {places} punkti no {of}',
    en: 'borders are simplified by {metres} m for the screen (largest shift {deviation} m): {places} points of {of}',
  },
  'history-unknown': {
    lv: 'nav zināms, pie kuriem novadiem vienības piederēja citā kodu paaudzē: ievediet “atvk” un tad robežas vēlreiz',
    en: 'it is not known to which municipalities the units belonged in the other generation of codes: import “atvk”, then the borders again',
  },
  'layer-left-out': { lv: 'slānis “{name}” netiek lasīts', en: 'the layer “{name}” is not read' },
  'index-missing': {
    lv: 'arhīvā nav datnes {value}; ieraksti lasīti pēc kārtas',
    en: 'the archive lacks the file {value}; records were read one after the other',
  },
  'plane-missing': {
    lv: 'arhīvā nav datnes {value}; pēc koordinātām spriests, ka tā ir EPSG:{epsg}',
    en: 'the archive lacks the file {value}; by its coordinates it is taken for EPSG:{epsg}',
  },
  'letters-otherwise': {
    lv: 'burti lasīti kā {value}, nevis kā norādīts ({stated})',
    en: 'letters were read as {value}, not as stated ({stated})',
  },
  'letters-assumed': {
    lv: 'datne nesaka, kā pierakstīti burti; lasīti kā {value}',
    en: 'the file does not say how letters are written; they were read as {value}',
  },
  'villages-outside': {
    lv: '{count} ciemi ir ārpus novada un netiek izmantoti',
    en: '{count} villages lie outside the municipality and are not used',
  },
  'village-without-place': {
    lv: 'ciemam “{name}” nav vietas kartē',
    en: 'the village “{name}” has no place on the map',
  },
  'codes-above': {
    lv: '{count} rindas par valsti un reģioniem netiek glabātas',
    en: '{count} rows about the country and its regions are not kept',
  },
  'code-row-broken': {
    lv: 'rindā nav derīga koda (“{value}”)',
    en: 'the row has no valid code (“{value}”)',
  },
  'code-without-name': { lv: 'kodam {value} nav nosaukuma', en: 'the code {value} has no name' },
  'code-level-unknown': {
    lv: 'koda {value} līmenis “{level}” nav zināms (gaidīts 0–4)',
    en: 'the level “{level}” of the code {value} is not known (0-4 expected)',
  },
  'code-day-unreadable': {
    lv: 'koda {value} datums “{day}” nav saprotams',
    en: 'the date “{day}” of the code {value} cannot be read',
  },
  'code-days-reversed': {
    lv: 'kods {value} beidzas ({to}) pirms tas sākas ({from})',
    en: 'the code {value} ends ({to}) before it begins ({from})',
  },
  'code-twice': {
    lv: 'kods {value} tai pašai vienībai un tam pašam laikam ir jau {other}. rindā',
    en: 'the code {value} for the same unit and time stands in line {other} already',
  },
  'code-points-nowhere': {
    lv: 'kods {value} norāda uz {to}, kura failā nav',
    en: 'the code {value} points to {to}, which is not in the file',
  },
  'codes-inferred-now-real': {
    lv: '{count} secinātus kodus aizstāj klasifikators; {wrong} no tiem bija nepareizi',
    en: '{count} inferred codes give way to those of the classifier; {wrong} of them were wrong',
  },
});
