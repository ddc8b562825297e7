import type { MeasureId, ReasonCode } from '../access/answer.ts';
import type { EventCategory, EventStatus } from '../offer/event.ts';
import type { VenueKind, VenueStatus } from '../offer/venue.ts';
import type { FaultCode, ProblemCode } from '../problem.ts';
import type { Mode } from '../roads/street.ts';

/** Latvian words; the type of every other language is taken from here, so a missing word does not compile. */
export const lv = {
  common: {
    title: 'Tukuma novada kultūras karte',
    modelData: 'Modeļa dati',
    notStated: 'nav norādīts',
  },
  modes: { car: 'ar automašīnu', bicycle: 'ar velosipēdu', foot: 'kājām' } satisfies Record<Mode, string>,
  measures: {
    nearest: 'Tuvākā vieta',
    'people-within': 'Iedzīvotāji, kas sasniedz laikā',
    'venues-within': 'Vietu skaits laikā',
    'way-to-town': 'Ceļš uz Tukumu',
    catchment: 'Apkalpes teritorijas',
  } satisfies Record<MeasureId, string>,
  reasons: {
    unsnapped: 'vieta ir pārāk tālu no ceļa',
    'no-offer': 'nav nevienas šādas vietas',
    'no-route': 'ar šo pārvietošanās veidu ceļa nav',
    'no-people': 'nav iedzīvotāju',
  } satisfies Record<ReasonCode, string>,
  venueKinds: {
    'culture-centre': 'kultūras centrs',
    library: 'bibliotēka',
    museum: 'muzejs',
    gallery: 'mākslas galerija',
    theatre: 'teātris',
    cinema: 'kino izrādīšanas vieta',
    'concert-organisation': 'koncertorganizācija',
    'event-place': 'pasākumu norises vieta',
    'open-air-stage': 'brīvdabas estrāde',
    'culture-school': 'kultūrizglītības iestāde',
    archive: 'arhīvs',
    'creative-industry': 'radošā industrija',
    'creative-residency': 'radošā rezidence',
    'intangible-heritage': 'nemateriālais kultūras mantojums',
    ngo: 'nevalstiskā organizācija',
    'amateur-group': 'mākslinieciskais kolektīvs',
    market: 'tirgus',
    church: 'baznīca',
  } satisfies Record<VenueKind, string>,
  venueStatuses: {
    open: 'atvērta',
    'service-point': 'apkalpošanas punkts',
    unknown: 'darbība nav apstiprināta',
    closed: 'slēgta',
  } satisfies Record<VenueStatus, string>,
  eventCategories: {
    concert: 'Koncerti',
    theatre: 'Teātris',
    cinema: 'Kino',
    exhibition: 'Izstādes',
    festival: 'Svētki un festivāli',
    dance: 'Dejas un balles',
    literature: 'Literatūra un sarunas',
    workshop: 'Radošās darbnīcas un nodarbības',
    children: 'Bērniem un ģimenēm',
    tradition: 'Tradīcijas un gadskārtas',
    heritage: 'Ekskursijas un mantojums',
    other: 'Citi',
  } satisfies Record<EventCategory, string>,
  eventStatuses: {
    scheduled: 'notiks',
    cancelled: 'atcelts',
    moved: 'pārcelts',
    postponed: 'atlikts',
  } satisfies Record<EventStatus, string>,
  /** Title of each problem, then one sentence; {name} is filled from the problem's values. */
  problems: {
    'bad-query': [
      'Kļūdains pieprasījums',
      'Adresē ir nederīgi parametri; sarakstā ir teikts, kuri un kas derētu.',
    ],
    'bad-body': ['Kļūdains saturs', 'Nosūtītais saturs neatbilst aprakstam; sarakstā ir teikts, kas derētu.'],
    'not-found': ['Nav atrasts', 'Šeit nekā nav: {what}.'],
    'method-not-allowed': ['Metode nav atļauta', 'Šī adrese pieņem tikai: {allow}.'],
    'not-acceptable': ['Formāts nav pieejams', 'Pieejamie formāti: {available}.'],
    'too-large': ['Pārāk liels saturs', 'Lielākais atļautais apjoms ir {limit}.'],
    'unsupported-media-type': ['Satura veids netiek pieņemts', 'Tiek pieņemts: {accepted}.'],
    'too-many-requests': ['Pārāk daudz pieprasījumu', 'Mēģiniet vēlreiz pēc {seconds} s.'],
    unauthorised: ['Nav atļauts', 'Šai darbībai vajag servera atslēgu no datu mapes.'],
    unavailable: ['Pakalpojums pašlaik nav pieejams', 'Mēģiniet vēlreiz pēc brīža.'],
    timeout: ['Atbilde aizņēma pārāk ilgu laiku', 'Sašauriniet pieprasījumu un mēģiniet vēlreiz.'],
    'bad-import': [
      'Failu nevar ievietot',
      'Nekas nav mainīts. Izlabojiet sarakstā nosauktās rindas un mēģiniet vēlreiz.',
    ],
    'bad-figure': ['Attēlu nevar uzzīmēt', 'Sarakstā ir teikts, kas jāmaina.'],
    'bad-config': ['Kļūdains iestatījums', 'Iestatījums {name}={value} neder; der: {expected}.'],
    'folder-in-use': [
      'Datu mape ir aizņemta',
      'Mapi {folder} jau lieto process {pid} kopš {since}. Apturiet to vai izvēlieties citu DATA_DIR.',
    ],
    'folder-damaged': [
      'Datu mape ir bojāta',
      'Mapi {folder} nevar atvērt ({detail}). Tā nav mainīta. Atjaunojiet no rezerves kopijas: npm run restore -- FAILS, vai pārvietojiet mapi un sāciet no jauna.',
    ],
    'database-unreachable': [
      'Datubāze nav sasniedzama',
      'Nevar savienoties ar {database} ({detail}). Pārbaudiet DATABASE_URL.',
    ],
    'port-in-use': [
      'Ports ir aizņemts',
      'Ports {port} jau ir aizņemts. Izvēlieties citu: PORT=3001 npm start.',
    ],
    internal: ['Iekšēja kļūda', 'Kļūda ir pierakstīta ar pieprasījuma numuru {requestId}.'],
  } satisfies Record<ProblemCode, readonly [title: string, detail: string]>,
  faults: {
    'unknown-parameter': 'nezināms parametrs',
    repeated: 'parametrs atkārtojas',
    missing: 'trūkst',
    'not-a-number': 'nav skaitlis',
    'out-of-range': 'ārpus robežām',
    'not-one-of': 'nav atļauto vērtību sarakstā',
    malformed: 'nepareizs pieraksts',
    duplicate: 'atkārtojas',
    'unknown-reference': 'norāda uz kaut ko, kā nav',
    'too-long': 'pārāk garš',
    'no-glyph': 'zīme, kuras nav attēla burtos',
    'end-before-start': 'beigas ir pirms sākuma',
    'unknown-column': 'nezināma kolonna',
  } satisfies Record<FaultCode, string>,
  /** Words of the "Events" door. */
  events: {},
  /** Words of the "Access" door. */
  access: {},
  /** Words of the "Figures" door and of the drawings themselves. */
  figures: {},
  /** Words of the shell: navigation, states, footer, page about the data. */
  shell: {},
  /** Titles and descriptions of the API's collections. */
  collections: {},
};
