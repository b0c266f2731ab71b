import { PEOPLE, type ExamplePerson } from '../kit/people.js';
import type { ContactRow, Seed } from './state.js';

/** Places in the cast of those who are not in the address book. */
const STRANGERS: readonly number[] = [3, 7, 11, 16, 21, 26, 30, 35, 39];

const SWITCHBOARD = '+48 22 123 45 67';

const DEPARTMENTS: readonly string[] = ['Sprzedaż', 'Księgowość', 'Wsparcie', 'R&D', ''];
const CITIES: readonly string[] = ['Warszawa', 'Łódź', 'Kraków', 'Gdańsk', ''];

const people = PEOPLE.flatMap((person, index) => (STRANGERS.includes(index) ? [] : [colleague(person, index)]));

const others: ReadonlyArray<Partial<ContactRow>> = [
  {
    name: 'info',
    email: 'info@example.com',
    displayName: 'Recepcja',
    businessPhone: SWITCHBOARD,
    businessFax: '221234568',
  },
  {
    name: 'Biuro Północ',
    email: 'biuro@example.com',
    displayName: 'Biuro "Północ" & Południe',
    businessPhone: SWITCHBOARD,
  },
  { name: 'r&d <lab> 100%', email: 'RD@example.com', displayName: 'R&D <lab> 100%', businessPhone: '(22) 123-45-67' },
  {
    name: 'sala 4/12?#',
    email: 'sala@example.com',
    displayName: 'Sala 4/12',
    roomNumber: '4/12',
    telexNumber: '812 345 PL',
  },
  { name: 'gwiazda*', email: 'gwiazda@example.com', displayName: 'Gwia*zda', pager: '555 12' },
  {
    name: 'dyżur 🚨',
    email: 'dyzur@example.com',
    displayName: '',
    firstName: 'Dyżur',
    lastName: '🚨',
    mobilePhone: '112',
  },
  {
    name: 'jan.nowak+dom',
    email: 'Jan.Nowak@Example.com',
    firstName: 'Jan',
    lastName: 'Nowak',
    displayName: "Jan Nowak ('po godzinach')",
    homePhone: '42 111 22 33',
  },
  {
    name: 'zespol',
    email: 'zespol@example.com',
    displayName: `Zespół ${'utrzymania, rozwoju i dostępności usług '.repeat(6)}w Łodzi`,
  },
];

const elsewhere: ReadonlyArray<Partial<ContactRow>> = [
  // The same names as in the first domain: a name is a key in its own domain only.
  {
    name: 'anna.kowalska',
    email: 'anna@example.net',
    firstName: 'Anna',
    lastName: 'Kowalska',
    displayName: 'Anna (example.net)',
  },
  { name: 'info', email: 'info@example.net', displayName: 'Information desk', businessPhone: '+1 202-555-0143' },
  {
    name: "o'neil.tara",
    email: 'tara.oneil@example.net',
    firstName: 'Tara',
    lastName: "O'Neil",
    displayName: "Tara O'Neil",
  },
  {
    name: 'Zoë',
    email: 'zoe@example.net',
    firstName: 'Zoë',
    displayName: 'Zoë',
    homePhone: '+44 20 7946 0018',
    country: 'UK',
  },
  { name: 'empty', email: '', displayName: '' },
];

/** The data set the emulator ships with. */
export const SEED: Seed = { domains: { 'test-domain.com': [...people, ...others], 'example.net': elsewhere } };

/** A domain with as many contacts as it takes to have pages; their order is that of their numbers. */
export function manyContacts(count: number, domain = 'test-domain.com'): Seed {
  const contacts = Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(5, '0');
    return { name: `contact-${number}`, email: `contact-${number}@${domain}`, displayName: `Contact ${number}` };
  });
  return { domains: { [domain]: contacts } };
}

function colleague({ first, last, email, phone }: ExamplePerson, index: number): Partial<ContactRow> {
  return {
    name: nameHeld(email.replace(/@.*/, ''), `${first} ${last}`, index),
    email: index % 6 === 2 ? email.replace(/(^|\.)[a-z]/g, (letter) => letter.toUpperCase()) : email,
    firstName: first,
    lastName: last,
    displayName: index % 4 === 3 ? `${last}, ${first}` : `${first} ${last}`,
    title: index % 9 === 1 ? 'Dyrektor' : '',
    ...(index % 8 === 6 ? { homePhone: phone } : { mobilePhone: phoneHeld(phone, index) }),
    businessPhone: index % 10 === 4 ? SWITCHBOARD : '',
    company: 'Przykład Sp. z o.o.',
    department: DEPARTMENTS[index % DEPARTMENTS.length] ?? '',
    streetAddress: index % 3 === 0 ? `ul. Świętokrzyska ${index + 1}` : '',
    postalCode: index % 3 === 0 ? '00-002' : '',
    city: CITIES[index % CITIES.length] ?? '',
    country: 'PL',
  };
}

/** Most names are the first part of the address; some were typed as the person is called. */
function nameHeld(mailbox: string, spoken: string, index: number): string {
  return index % 5 === 2 ? spoken : mailbox;
}

/** As people type them: the address book keeps what it is given. */
function phoneHeld(phone: string, index: number): string {
  const national = /^\+48(\d{3})(\d{3})(\d{3})$/.exec(phone)?.slice(1);
  if (!national) return phone;
  const spellings = [phone, national.join(''), `+48 ${national.join(' ')}`, phone.slice(1), national.join('-'), ''];
  return spellings[index % spellings.length] ?? phone;
}
