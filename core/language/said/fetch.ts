import { sentences } from './sentences.ts';

/** Why a file could not be fetched from where it is published; said by the command that fetches. */
export const fetchFaults = sentences({
  refused: {
    lv: '{host} skriptiem šo datni nedod (atbilde {status}). Atveriet lapu pārlūkā, lejupielādējiet datni un ievediet to ar “import”',
    en: '{host} does not give this file to scripts (answer {status}). Open the page in a browser, download the file and bring it in with “import”',
  },
  gone: {
    lv: '{host} šajā adresē datnes vairs nav (atbilde {status}): {url}. Jaunā adrese ir publicētāja lapā',
    en: '{host} no longer has the file at this address (answer {status}): {url}. The publisher’s page has the new one',
  },
  busy: {
    lv: '{host} ir aizņemts un lūdz mēģināt vēlāk, pēc {seconds} s (atbilde {status})',
    en: '{host} is busy and asks to try later, in {seconds} s (answer {status})',
  },
  'server-error': {
    lv: '{host} atbild ar kļūdu {status}',
    en: '{host} answers with error {status}',
  },
  'unexpected-status': {
    lv: '{host} atbild ar {status}, un tas te nav gaidīts',
    en: '{host} answers {status}, which is not expected here',
  },
  unreachable: {
    lv: 'ar {host} neizdodas savienoties ({detail})',
    en: '{host} cannot be reached ({detail})',
  },
  certificate: {
    lv: '{host} sertifikāts nav derīgs ({detail}), tāpēc nekas nav lejupielādēts',
    en: 'the certificate of {host} does not hold ({detail}), so nothing was downloaded',
  },
  'timed-out': {
    lv: '{host} {seconds} s laikā neatsūtīja neko',
    en: '{host} sent nothing for {seconds} s',
  },
  'took-too-long': {
    lv: 'lejupielāde no {host} ilga vairāk par {seconds} s; saņemtais ir saglabāts, un nākamreiz to turpinās',
    en: 'the download from {host} took more than {seconds} s; what has arrived is kept and will be continued',
  },
  cut: {
    lv: 'savienojums ar {host} atkal un atkal pārtrūkst; saņemtais ir saglabāts, un nākamreiz to turpinās',
    en: 'the connection to {host} breaks again and again; what has arrived is kept and will be continued',
  },
  'broken-answer': {
    lv: '{host} atbilde ir bojāta ({detail})',
    en: 'the answer of {host} is broken ({detail})',
  },
  'wrong-type': {
    lv: 'no {host} saņemts: {found}; gaidīts: {expected}. Atveriet lapu pārlūkā un lejupielādējiet datni ar roku',
    en: '{host} sent {found} where {expected} was expected. Open the page in a browser and download the file by hand',
  },
  'too-large': {
    lv: 'datne ir lielāka par {megabytes} MB, ko šim avotam pieļauj geodata/sources.json',
    en: 'the file is larger than the {megabytes} MB that geodata/sources.json allows for this source',
  },
  'too-many-redirects': {
    lv: '{host} pārsūta no adreses uz adresi vairāk nekā {most} reizes',
    en: '{host} sends from address to address more than {most} times',
  },
  'unsafe-redirect': {
    lv: '{host} pārsūta uz adresi, kurai neseko: {target}',
    en: '{host} sends to an address that is not followed: {target}',
  },
  'private-address': {
    lv: '{host} ir iekšējā tīkla adrese; tai šis avots neseko',
    en: '{host} is an address inside a private network; this source does not lead there',
  },
  encoding: {
    lv: '{host} datni sūta saspiestu nepazīstamā veidā ({detail})',
    en: '{host} sends the file packed in an unknown way ({detail})',
  },
  'no-link': {
    lv: 'portāls {host} nenosauc datni “{file}”: {detail}. Meklējiet to datu kopas lapā',
    en: 'the portal {host} does not name the file “{file}”: {detail}. Look for it on the page of the dataset',
  },
  'by-hand': {
    lv: 'šim avotam adrese, no kuras lejupielādēt, nav zināma: to iegūst ar roku',
    en: 'no address to download this source from is known: it is got by hand',
  },
  'disk-full': {
    lv: 'diskā nav vietas: {path}',
    en: 'there is no room left on the disk: {path}',
  },
  'no-rights': {
    lv: 'šeit nedrīkst rakstīt: {path}',
    en: 'it is not allowed to write here: {path}',
  },
  'in-use': {
    lv: 'šo datni jau lejupielādē cits process ({pid})',
    en: 'another process ({pid}) is downloading this file already',
  },
});

export type FetchFault = keyof typeof fetchFaults;

/** What the command that fetches tells on its way. */
export const fetchSaid = sentences({
  asking: { lv: '{file}: lejupielādē no {host} ...', en: '{file}: downloading from {host} ...' },
  new: {
    lv: '{file}: saņemta, {megabytes} MB, SHA-256 {hash}; {path}',
    en: '{file}: here, {megabytes} MB, SHA-256 {hash}; {path}',
  },
  changed: {
    lv: '{file}: saņemta jaunāka, {megabytes} MB, SHA-256 {hash}; {path}',
    en: '{file}: a newer one is here, {megabytes} MB, SHA-256 {hash}; {path}',
  },
  unchanged: {
    lv: '{file}: nekā jaunāka nav, kopš {retrievedAt} tā pati; {path}',
    en: '{file}: nothing newer, the same since {retrievedAt}; {path}',
  },
  again: {
    lv: '{file}: {why}; mēģinās vēlreiz pēc {seconds} s',
    en: '{file}: {why}; trying again in {seconds} s',
  },
  failed: { lv: '{source}: {why}.', en: '{source}: {why}.' },
  page: { lv: '  Lapa: {landingPage}', en: '  Page: {landingPage}' },
  hand: { lv: '  Ar roku: {byHand}', en: '  By hand: {byHand}' },
  listed: {
    lv: '{source}: {title} – {publisher}, {licence}; mainās: {changes}; {state}',
    en: '{source}: {title} – {publisher}, {licence}; changes: {changes}; {state}',
  },
  'never-fetched': { lv: 'vēl nav lejupielādēts', en: 'not fetched yet' },
  'fetched-on': { lv: 'lejupielādēts {day}', en: 'fetched on {day}' },
  'only-by-hand': { lv: 'tikai ar roku', en: 'by hand only' },
});
