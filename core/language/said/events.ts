import { sentences } from './sentences.ts';

/** What is said of lists that people bring: tables, workbooks and calendars. */
export const events = sentences({
  'text-in-code-page': {
    lv: 'datne nav UTF-8, bet gan {codePage}, un tā arī nolasīta; pārbaudiet burtus ar garumzīmēm',
    en: 'the file is not UTF-8 but {codePage}, and was read as such; check letters with diacritics',
  },
  'sheet-chosen': {
    lv: 'darbgrāmatā ir vairākas lapas; nolasīta “{sheet}”, nav nolasītas: {others}',
    en: 'the workbook has several sheets; “{sheet}” was read, not read: {others}',
  },
  'rows-above-heading': {
    lv: 'rindas virs virsraksta nav nolasītas: {count}',
    en: 'rows above the heading were not read: {count}',
  },
  'rows-hidden-in-sheet': {
    lv: 'paslēptās rindas ir nolasītas tāpat kā pārējās: {count}, pirmā ir {row}. rinda',
    en: 'hidden rows were read like the others: {count}, the first is row {row}',
  },
  'formulas-taken': {
    lv: 'šūnās ir formulas, ņemtas to pēdējās aprēķinātās vērtības: {count}, pirmā ir {cell}',
    en: 'cells hold formulas, their last computed values were taken: {count}, the first is {cell}',
  },
  'maybe-same-event': {
    lv: 'varbūt tas pats pasākums: “{title}” ({id}) un “{otherTitle}” ({otherId}, saraksts “{otherList}”), {when}; nekas nav apvienots',
    en: 'may be the same event: “{title}” ({id}) and “{otherTitle}” ({otherId}, list “{otherList}”), {when}; nothing was merged',
  },
  'times-without-zone': {
    lv: 'laiki bez laika joslas pieņemti kā Latvijas laiks; pasākumu skaits: {count}',
    en: 'times without a time zone were taken as time in Latvia; events: {count}',
  },
  'days-without-time': {
    lv: 'norādīta diena bez laika, tāpēc pasākums ilgst visu dienu un laiks nav zināms; pasākumu skaits: {count}',
    en: 'a day without a time is stated: the event lasts the whole day and its time is not known; events: {count}',
  },
  'uid-missing': {
    lv: 'nav UID; identifikators atvasināts no nosaukuma un sākuma, tāpēc mainīsies līdz ar tiem',
    en: 'no UID; the identifier was derived from title and start and will change with them',
  },
  'uid-repeated': {
    lv: 'UID “{uid}” atkārtojas; paturēts jaunākais ieraksts, šis nav nolasīts',
    en: 'UID “{uid}” occurs again; the newest entry was kept, this one was not read',
  },
  'override-not-in-rule': {
    lv: 'mainītais datums {date} nav starp kārtulas datumiem; pievienots kā papildu datums',
    en: 'the changed date {date} is none of the rule; it was added as one more date',
  },
  'override-alone': {
    lv: 'mainīts datums pasākumam, kura datnē nav; nolasīts kā atsevišķs pasākums',
    en: 'a changed date of an event that the file does not hold; read as an event of its own',
  },
  'override-in-part': {
    lv: 'no mainītā datuma {date} paturēts laiks, vieta un statuss; pārējais ir kā pārējos datumos',
    en: 'of the changed date {date} time, place and status were kept; the rest is as on the other dates',
  },
  'rule-laid-out': {
    lv: 'kārtula “{rule}” nav pierakstāma Latvijas laikā; izlikti tās datumi no {from} līdz {to}: {count}',
    en: 'the rule “{rule}” cannot be told in time of Latvia; its dates from {from} to {to} were laid out: {count}',
  },
  'rule-cut': {
    lv: 'kārtula “{rule}” dod pārāk daudz datumu; paturēti pirmie {kept}, izlaisti {leftOut}',
    en: 'the rule “{rule}” gives too many dates; the first {kept} were kept, {leftOut} left out',
  },
  'place-suggested': {
    lv: 'vietu “{location}” nevar droši noteikt; varbūt tā ir “{name}” ({id}). Pasākums nav piesaistīts vietai',
    en: 'the place “{location}” is not clear beyond doubt; it may be “{name}” ({id}). The event was not tied to a venue',
  },
  'place-unknown': {
    lv: 'vieta “{location}” sarakstos nav atrasta; pasākums kartē nav redzams',
    en: 'the place “{location}” is in no list; the event is not on the map',
  },
  'place-not-stated': {
    lv: 'vieta nav norādīta; pasākums kartē nav redzams',
    en: 'no place is stated; the event is not on the map',
  },
  'category-unknown': {
    lv: 'kategorija “{category}” nav pazīstama; likts “cits”',
    en: 'the category “{category}” is not known; “other” was put',
  },
  'category-not-stated': {
    lv: 'kategorija nav norādīta, likts “cits”; pasākumu skaits: {count}',
    en: 'no category is stated, “other” was put; events: {count}',
  },
  'text-cut': {
    lv: 'teksts ir garāks par {most} zīmēm un ir saīsināts',
    en: 'the text is longer than {most} signs and was cut',
  },
  'link-left-out': {
    lv: '“{link}” nav tīmekļa adrese un ir izlaista',
    en: '“{link}” is no web address and was left out',
  },
  'private-left-out': {
    lv: 'ieraksts nav publisks ({access}) un nav nolasīts',
    en: 'the entry is not public ({access}) and was not read',
  },
  'not-certain': {
    lv: 'pasākums vēl nav apstiprināts (TENTATIVE); rādīts kā plānots',
    en: 'the event is not yet certain (TENTATIVE); shown as planned',
  },
  'entries-of-other-kinds': {
    lv: 'ieraksti, kas nav pasākumi, nav nolasīti: {count} ({kinds})',
    en: 'entries that are no events were not read: {count} ({kinds})',
  },
});
