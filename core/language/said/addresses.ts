import { sentences } from './sentences.ts';

/** What imports of addresses and place names say. */
export const addresses = sentences({
  'address-file-unread': {
    lv: 'datne netiek lasīta: tajā nav vajadzīgo adrešu tabulu',
    en: 'the file is not read: it is none of the tables of addresses that are needed',
  },
  'address-code-page': {
    lv: 'teksts ir kodējumā {codePage} un tā arī izlasīts',
    en: 'the text is in {codePage} and was read as such',
  },
  'address-places-gone': {
    lv: '{count} ielas, ciemi vai citas vietas vairs nepastāv un netiek izmantotas',
    en: '{count} streets, villages or other places no longer exist and are not used',
  },
  'addresses-deleted': {
    lv: '{count} adreses ir dzēstas (DEL) un izlaistas',
    en: '{count} addresses are deleted (DEL) and left out',
  },
  'addresses-erroneous': {
    lv: '{count} adreses reģistrā ir kļūdainas (ERR) un izlaistas',
    en: '{count} addresses are errors by the register (ERR) and left out',
  },
  'addresses-unapproved': {
    lv: '{count} adreses nav apstiprinātas un izlaistas',
    en: '{count} addresses are not approved and left out',
  },
  'addresses-elsewhere': {
    lv: '{count} adreses ir ārpus šīs kartes pilsētām un pagastiem un izlaistas',
    en: '{count} addresses lie outside the towns and parishes of this map and are left out',
  },
  'address-row-broken': {
    lv: 'rindā ir cits skaits šūnu nekā virsrakstā',
    en: 'the row has another number of cells than the heading',
  },
  'address-without-code': { lv: 'adresei nav koda', en: 'the address has no code' },
  'address-without-name': {
    lv: 'adresei nav nosaukuma vai vietas, kurā tā atrodas',
    en: 'the address has no name, or no place it lies in',
  },
  'address-without-point': {
    lv: 'adresei nav koordinātu (“{value}”)',
    en: 'the address has no coordinates (“{value}”)',
  },
  'address-outside-latvia': {
    lv: 'koordinātas {value} ir ārpus Latvijas',
    en: 'the coordinates {value} lie outside Latvia',
  },
  'address-far-away': {
    lv: '“{name}” pēc adreses ir šajā novadā, bet koordinātas {lat}, {lon} ir tālu ārpus tā',
    en: '“{name}” lies in this municipality by its address, but far outside by its coordinates {lat}, {lon}',
  },
  'address-degrees-swapped': {
    lv: '“{name}”: platuma un garuma grādi bija samainīti vietām',
    en: '“{name}”: latitude and longitude were swapped',
  },
  'address-metres-swapped': {
    lv: '“{name}”: koord_x un koord_y bija samainīti vietām (pareizi: X ir uz ziemeļiem)',
    en: '“{name}”: koord_x and koord_y were swapped (X is north)',
  },
  'address-metres-taken': {
    lv: '“{name}”: grādi trūkst vai ir nepareizi; punkts ņemts no koord_x un koord_y',
    en: '“{name}”: the degrees are missing or wrong; the point was taken from koord_x and koord_y',
  },
  'address-points-disagree': {
    lv: '“{name}”: grādi un metri rāda vietas, kas ir {metres} m viena no otras; ņemti grādi',
    en: '“{name}”: degrees and metres name points {metres} m apart; the degrees were taken',
  },
  'address-code-twice': {
    lv: 'kods {value} (“{name}”) ir jau agrākā rindā',
    en: 'the code {value} (“{name}”) stands in an earlier row already',
  },
  'places-gone': {
    lv: '{count} vietas vairs nepastāv un izlaistas',
    en: '{count} places no longer exist and are left out',
  },
  'places-elsewhere': {
    lv: '{count} vietas ir ārpus šīs kartes pilsētām un pagastiem un izlaistas',
    en: '{count} places lie outside the towns and parishes of this map and are left out',
  },
  'places-units': {
    lv: '{count} ieraksti ir novadi un pagasti, kas nāk no robežu datiem, un izlaisti',
    en: '{count} records are municipalities and parishes, which come with the borders, and are left out',
  },
  'place-by-point': {
    lv: '“{name}”: pagasts (“{value}”) nav šīs kartes pagasts; vieta piešķirta pēc koordinātām',
    en: '“{name}”: “{value}” is no parish of this map; the place was put where its coordinates lie',
  },
  'place-twice': {
    lv: '“{name}” tajā pašā pagastā ir jau agrākā rindā',
    en: '“{name}” stands in an earlier row of the same parish already',
  },
  'position-of-address': {
    lv: 'koordinātas nav norādītas; vieta atrasta pēc adreses “{address}” (precizitāte {metres} m)',
    en: 'no coordinates are stated; the place was found by the address “{address}” (accuracy {metres} m)',
  },
  'position-of-street': {
    lv: 'koordinātas nav norādītas, un mājas adrešu reģistrā nav; vieta ir aptuveni {metres} m ap “{address}”',
    en: 'no coordinates are stated and the house is not in the register; the place is within about {metres} m of “{address}”',
  },
  'address-ambiguous': {
    lv: 'adrese “{address}” der {count} vietām (pirmā: “{first}”); netiek minēts, kura domāta',
    en: 'the address “{address}” fits {count} places (the first: “{first}”); which is meant is not guessed',
  },
  'address-twice': {
    lv: 'tāda pati adrese (“{name}”) tajā pašā vietā ir jau agrākā rindā',
    en: 'the same address (“{name}”) in the same place stands in an earlier row already',
  },
});
