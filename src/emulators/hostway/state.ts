import type { TextComparison } from '../kit/comparison.js';

/** The columns of a contact, in the order of the document's schema. */
export const FIELDS = [
  'name',
  'email',
  'firstName',
  'lastName',
  'displayName',
  'title',
  'homePhone',
  'mobilePhone',
  'businessPhone',
  'businessFax',
  'isdnNumber',
  'pager',
  'telexNumber',
  'company',
  'department',
  'roomNumber',
  'streetAddress',
  'postalCode',
  'city',
  'state',
  'country',
] as const;

export type Field = (typeof FIELDS)[number];

/** A contact of a domain's address book; what is not set is "". Its name is its key. */
export type ContactRow = Record<Field, string>;

export interface Seed {
  /** Contacts by domain; columns left out are "". */
  readonly domains?: Readonly<Record<string, ReadonlyArray<Partial<ContactRow>>>>;
  /** How `filterX` and `searchX` compare; documented nowhere. */
  readonly compares?: TextComparison;
}

/** Contacts by name, by domain. */
export type State = ReadonlyMap<string, Map<string, ContactRow>>;

export const ACCOUNT = 'account007';

/** The account's domains, there even when a seed has nothing for them. */
const DOMAINS: readonly string[] = ['test-domain.com', 'example.net'];

export function createState(seed: Seed): State {
  const given = seed.domains ?? {};
  return new Map(
    [...new Set([...DOMAINS, ...Object.keys(given)])].map((domain) => [
      domain,
      new Map((given[domain] ?? []).map((fields) => [fields.name ?? '', toRow(fields)])),
    ]),
  );
}

export function toRow(fields: Partial<ContactRow>): ContactRow {
  return Object.fromEntries(FIELDS.map((field) => [field, fields[field] ?? ''])) as ContactRow;
}

export function isField(text: string): text is Field {
  return (FIELDS as readonly string[]).includes(text);
}
