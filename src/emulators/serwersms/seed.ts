import { PEOPLE, type ExamplePerson } from '../kit/people.js';
import type { ContactRow, Seed } from './state.js';

type SeedContact = Partial<ContactRow> & { readonly id: number };

const CLIENTS = 17293090;
const NIGHT_SHIFT = 17293101;
const SAMPLE = 17293086;
const BOARD = 17293115;
const EMPTY = 17293120;

const GROUPS = [
  { id: SAMPLE, name: 'Grupa testowa' },
  { id: CLIENTS, name: 'Klienci' },
  { id: NIGHT_SHIFT, name: 'Dyżur nocny' },
  { id: BOARD, name: 'Zarząd & Rada <nadzorcza> "A"' },
  { id: EMPTY, name: '2014-10-20 11:54:20' },
];

/** Numbers of the cast whom this provider does not know. */
const STRANGERS = [9, 14, 19, 24, 29, 33, 36, 38, 43];

/** By number in the cast: what the row holds beyond or instead of the plain spelling. */
const PARTICULARS: Readonly<Record<number, Partial<ContactRow>>> = {
  0: { email: 'Anna.Kowalska@Example.com', company: 'Przykładowa Sp. z o.o.', city: 'Warszawa', group_id: CLIENTS },
  // The two rows of the document's sample.
  1: { id: 228173579, email: '', description: 'Dodatkowy opis', group_id: SAMPLE },
  2: {
    id: 228173578,
    email: 'biuro@serwersms.pl',
    company: 'SerwerSMS.pl',
    description: 'Szczegółowy opis kontaktu',
    group_id: SAMPLE,
  },
  3: { company: 'Zakład "U Janka" i s-ka', tax_id: '525-000-11-22', address: 'ul. Świętokrzyska 14/3' },
  4: { description: 'rabat 10%, potem 50_%', city: 'Łódź' },
  5: { email: 'SWIETOSLAWA.ZOLC@EXAMPLE.COM', city: 'Żory' },
  6: { group_id: NIGHT_SHIFT },
  7: { company: 'Kowalski & Syn', description: '<b>VIP</b>' },
  8: { description: 'urodziny 🎂 3 maja', group_id: BOARD },
  10: { blacklist: true },
  12: { email: '', city: 'Kraków' },
  13: { email: '', city: 'Kraków' },
  15: { email: 'Tomasz.Mazur@example.com ', group_id: null },
  16: { address: 'pl. Wolności 1\nII piętro', group_id: null },
  20: { group_id: BOARD },
  25: { email: '', company: '', group_id: null },
  28: { blacklist: true, group_id: NIGHT_SHIFT },
  40: { company: "O'Brien & Sons", city: 'London', group_id: BOARD },
  42: { city: 'Köln', group_id: null },
};

const SWITCHBOARD = { phone: '+48221234567', company: 'Przykładowa Sp. z o.o.', city: 'Warszawa' };

/** Rows that are nobody of the cast. */
const OTHERS: readonly SeedContact[] = [
  { id: 228173601, ...SWITCHBOARD, first_name: 'Recepcja', email: 'info@example.com', group_id: CLIENTS },
  { id: 228173602, ...SWITCHBOARD, first_name: 'Księgowość', email: 'INFO@example.com', group_id: CLIENTS },
  { id: 228173603, ...SWITCHBOARD, group_id: NIGHT_SHIFT },
  // Kept as typed before numbers were checked.
  { id: 228173604, phone: 'wew. 12', first_name: 'Portiernia', group_id: NIGHT_SHIFT },
  { id: 228173605, phone: '?', email: 'nieznany@example.com' },
  { id: 228173606, phone: '+48690111222', first_name: 'Maria', last_name: 'Długa-'.repeat(42) + 'Zuz' },
];

/** Anna Kowalska and Józef Dąbrowski are each in a second group, and therefore twice in the list. */
const SECOND_ROWS = [
  { number: 0, id: 228173611, group_id: NIGHT_SHIFT },
  { number: 6, id: 228173612, group_id: BOARD },
];

/** The data set that the emulator ships with. */
export const SEED: Seed = {
  groups: GROUPS,
  contacts: [
    ...PEOPLE.flatMap((person, number) => (STRANGERS.includes(number) ? [] : [toSeedContact(person, number)])),
    ...OTHERS,
    ...SECOND_ROWS.flatMap(({ number, id, group_id }) => {
      const person = PEOPLE[number];
      return person ? [{ ...toSeedContact(person, number), id, group_id }] : [];
    }),
  ],
};

function toSeedContact({ first, last, email, phone }: ExamplePerson, number: number): SeedContact {
  return {
    id: 228173500 + number,
    phone,
    email,
    first_name: first,
    last_name: last,
    group_id: number % 5 === 4 ? null : CLIENTS,
    ...PARTICULARS[number],
  };
}
