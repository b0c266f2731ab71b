import { createHash } from 'node:crypto';

import { PEOPLE } from '../kit/people.js';
import { resourceUri, type ContactRow, type Seed } from './state.js';

/** Places in the cast of those whom this account does not know. */
const STRANGERS: readonly number[] = [4, 9, 13, 19, 24, 29, 33, 38, 43];

const SWITCHBOARD = '+48221234567';

const people: ContactRow[] = PEOPLE.flatMap(({ first, last, email, phone }, index) =>
  STRANGERS.includes(index)
    ? []
    : [
        {
          uuid: uuidOf(email),
          email: index % 7 === 2 ? capitalised(email) : email,
          name: `${first} ${last}`,
          phone: phoneHeld(phone, index),
          main: index === 0 ? true : null,
        },
      ],
);

const others: ContactRow[] = [
  contact('info@example.com', 'Recepcja', SWITCHBOARD),
  contact('biuro@example.com', 'Biuro "Północ" & Południe', SWITCHBOARD),
  contact('rd@example.com', 'R&D <lab> 100%', SWITCHBOARD),
  contact('dyzur@example.com', 'Dyżur 🚨 24/7', '+48 22 123 45 67'),
  contact('Jan.Nowak@example.com', "Jan Nowak ('po godzinach')", ''),
  contact('noreply@example.com', '', null),
  contact(
    'zespol@example.com',
    `Zespół ${'utrzymania, rozwoju i dostępności usług '.repeat(6)}w Łodzi`,
    '+48-42-111-22-33',
  ),
  { ...contact('archiwum@example.com', '  Archiwum\tUsług ', null), main: false },
];

/** The data set the emulator ships with. */
export const SEED: Seed = {
  contacts: [...people, ...others],
  preferences: ['trial_expire', 'trial_expire_soon', 'new_account', 'payment_cancelled'].map((type) => ({
    contact: resourceUri(uuidOf('anna.kowalska@example.com')),
    medium: 'email',
    type,
    value: false,
  })),
};

function contact(email: string, name: string, phone: string | null): ContactRow {
  return { uuid: uuidOf(`${email} ${name}`), email, name, phone, main: null };
}

/** Most phones were normalised when written; rows from before that are as somebody typed them. */
function phoneHeld(phone: string, index: number): string | null {
  if (index % 11 === 5) return null;
  if (index % 11 === 8) return '';
  if (index % 5 === 1) return phone.replace(/^(\+48)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');
  return phone;
}

function capitalised(email: string): string {
  return email.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()).replace('Example.Com', 'Example.com');
}

/** The same id at every start, so that a link kept from yesterday still leads somewhere. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(`cloudsigma ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
