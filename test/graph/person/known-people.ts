import type { EmulatorName } from '../../../src/emulators/index.js';

/** People of whom all is known, and how each provider's system holds each of them. */
export interface TruePerson {
  /** It stands in each spelling of the name, which shows whose contact it is. */
  readonly number: number;
  readonly name: string;
  readonly email: string;
  /** In E.164: Polish, and for one in four Czech. */
  readonly phone: string;
  /** A switchboard's, which ten people have with an extension each. */
  readonly switchboard: string;
  readonly extension: string;
}

const FIRST = ['Łucja', 'Żaneta', 'Zoë', 'José', 'Jürgen', 'Anna', 'Ömer', 'Břetislav'];
const LAST = ['Gęśla', 'Nowak', 'Müller-Weiß', 'Dvořák', 'Şahin', 'Kowalska', 'Ångström'];
/** Beginnings of Polish numbers; many are those of Cuba, Indonesia or Vietnam where a plus is put before them. */
const MOBILE = ['500', '532', '537', '601', '603', '691', '724', '780', '784', '886'];

export function peopleOf(count: number): readonly TruePerson[] {
  return Array.from({ length: count }, (_, number) => {
    const first = FIRST[number % FIRST.length] ?? '';
    const last = LAST[number % LAST.length] ?? '';
    const digits = String(100_000 + number * 7);
    const mobile = `${MOBILE[number % MOBILE.length] ?? ''}${digits}`;
    const domain = number % 3 === 0 ? 'żółw.example' : 'example.com';
    return {
      number,
      name: `${first} ${last} ${number}`,
      email: `${first}.${number}@${domain}`.toLowerCase(),
      phone: number % 4 === 0 ? `+420603${digits}` : `+48${mobile}`,
      switchboard: `+482255${String(50_000 + Math.floor(number / 10))}`,
      extension: String(10 + (number % 10)),
    };
  });
}

type Spell = (text: string) => string;

const NAMES: readonly Spell[] = [
  (name) => name,
  (name) => name.normalize('NFD'),
  (name) => name.toUpperCase(),
  (name) => `  ${name.toLowerCase()} `,
  (name) => name.replaceAll(' ', '  '),
];

const EMAILS: readonly Spell[] = [
  (email) => email,
  (email) => email.normalize('NFD'),
  (email) => email.toUpperCase(),
  (email) => ` <${email}> `,
  (email) => `mailto:${email}.`,
  (email) => email.replace('żółw.example', 'xn--w-uga1v8h.example').replace('@', '\u200B@'),
];

const grouped: Spell = (digits) => digits.replaceAll(/(\d{3})(?=\d)/g, '$1 ');

/** Of HostTracker, which keeps international digits. */
const INTERNATIONAL: readonly Spell[] = [
  (phone) => phone.slice(1),
  (phone) => phone,
  (phone) => grouped(phone.slice(1)),
  (phone) => `00${phone.slice(1)}`,
];

const PHONES: readonly Spell[] = [
  ...INTERNATIONAL,
  (phone) => phone.replace(/^\+48/, ''),
  (phone) => grouped(phone.replace(/^\+48/, '')),
  (phone) => `(${phone.slice(0, 3)}) ${phone.slice(3, 6)}-${phone.slice(6)}`,
  (phone) => `\u202A${phone}\u202C`,
];

const EXTENSIONS: readonly Spell[] = [
  (extension) => ` ext. ${extension}`,
  (extension) => ` wew. ${extension}`,
  (extension) => `;ext=${extension}`,
  (extension) => `,,${extension}#`,
  (extension) => ` x${extension}`,
];
const BETWEEN = [' / ', ', ', ' | ', '; ', '\n', ' lub '];

/** The contacts of these people at each provider, as its emulator is seeded: each in a spelling of its own. */
export function seedsOf(people: readonly TruePerson[]): Readonly<Record<EmulatorName, object>> {
  const spelled = (spells: readonly Spell[], text: string, { number }: TruePerson, place: number): string =>
    (spells[(number + place) % spells.length] ?? ((same) => same))(text);
  const name = (person: TruePerson, place: number): string => spelled(NAMES, person.name, person, place);
  const email = (person: TruePerson, place: number): string => spelled(EMAILS, person.email, person, place);
  const phone = (person: TruePerson, place: number): string => spelled(PHONES, person.phone, person, place);
  const workPhone = (person: TruePerson, place: number): string =>
    spelled(PHONES, person.switchboard, person, place) + spelled(EXTENSIONS, person.extension, person, place);
  const both = (person: TruePerson, place: number): string => {
    const numbers = [phone(person, place), workPhone(person, place + 1)];
    return numbers.join(BETWEEN[(person.number + place) % BETWEEN.length]);
  };
  return {
    // A contact of HostTracker has one address: of every second person the e-mail.
    hosttracker: {
      contacts: people.map((person) => ({
        name: name(person, 0),
        ...(person.number % 2 === 0
          ? { contactType: 'Email', address: email(person, 0) }
          : { contactType: 'SMS', address: spelled(INTERNATIONAL, person.phone, person, 0) }),
      })),
    },
    cloudsigma: {
      contacts: people.map((person) => ({ name: name(person, 1), email: email(person, 1), phone: both(person, 1) })),
    },
    hostway: {
      domains: {
        'test-domain.com': people.map((person) => ({
          name: `p${person.number}`,
          displayName: name(person, 2),
          email: email(person, 2),
          mobilePhone: phone(person, 2),
          businessPhone: workPhone(person, 2),
        })),
      },
    },
    ictcore: {
      contacts: people.map((person) => ({
        contact_id: person.number + 1,
        first_name: name(person, 3),
        last_name: '',
        email: email(person, 3),
        phone: person.number % 5 === 0 ? workPhone(person, 3) : phone(person, 3),
      })),
    },
    // Every third one has no e-mail: its phone alone ties it.
    serwersms: {
      groups: [],
      contacts: people.map((person) => ({
        id: person.number + 1,
        first_name: name(person, 4),
        email: person.number % 3 === 1 ? '' : email(person, 4),
        phone: phone(person, 4),
      })),
    },
  };
}
