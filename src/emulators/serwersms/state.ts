import { foldBy, type TextComparison } from '../kit/comparison.js';

/** The columns that hold text, in the order in which the provider writes them. */
export const TEXT_COLUMNS = [
  'phone',
  'email',
  'company',
  'first_name',
  'last_name',
  'tax_id',
  'address',
  'city',
  'description',
] as const;

export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** One row for each contact and group: somebody in two groups is two rows with two ids. Unset text is `''`. */
export type ContactRow = Readonly<Record<TextColumn, string>> & {
  readonly id: number;
  readonly blacklist: boolean;
  readonly group_id: number | null;
};

export interface GroupRow {
  readonly id: number;
  readonly name: string;
  /** Members that the data set counts but does not spell out; the document's sample group has 322. */
  readonly unlisted: number;
}

/** A data set in the provider's words; what a row leaves out is `''`, false or null. */
export interface Seed {
  readonly groups?: ReadonlyArray<{ readonly id: number; readonly name: string; readonly count?: number }>;
  readonly contacts?: ReadonlyArray<Partial<ContactRow> & { readonly id: number }>;
  /** How `search` compares; documented nowhere. */
  readonly compares?: TextComparison;
}

export interface State {
  readonly groups: Map<number, GroupRow>;
  readonly contacts: Map<number, ContactRow>;
  /** One more than any id before, deleted ones included. */
  readonly newGroupId: () => number;
  readonly newContactId: () => number;
  /** What `search` goes by. */
  readonly fold: (text: string) => string;
}

const NO_TEXT: Readonly<Record<TextColumn, string>> = {
  phone: '',
  email: '',
  company: '',
  first_name: '',
  last_name: '',
  tax_id: '',
  address: '',
  city: '',
  description: '',
};

export function createState({ groups = [], contacts = [], compares }: Seed): State {
  const rows = contacts.map((contact) => toContactRow(contact.id, contact));
  const listed = (id: number): number => rows.filter((row) => row.group_id === id).length;
  return {
    groups: new Map(
      groups.map(({ id, name, count = 0 }) => [id, { id, name, unlisted: Math.max(0, count - listed(id)) }]),
    ),
    contacts: new Map(rows.map((row) => [row.id, row])),
    newGroupId: countFrom(groups, 17_000_000),
    newContactId: countFrom(rows, 92_000_000),
    fold: foldBy(compares),
  };
}

/** A contact without anything but what is given. */
export function toContactRow(id: number, given: Partial<ContactRow>): ContactRow {
  return { ...NO_TEXT, blacklist: false, group_id: null, ...given, id };
}

function countFrom(rows: ReadonlyArray<{ readonly id: number }>, least: number): () => number {
  let last = rows.reduce((highest, { id }) => Math.max(highest, id), 0) || least;
  return () => (last += 1);
}
