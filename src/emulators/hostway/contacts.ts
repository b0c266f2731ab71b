import { jsonReply, type Call, type Reply, type Route } from '../kit/http.js';
import { conditionsOf } from './conditions.js';
import { pageOf } from './pages.js';
import { inEnvelope, inFields, inText, JSON_TYPE, notFound } from './refusal.js';
import { ACCOUNT, isField, toRow, type ContactRow, type State } from './state.js';

/** What the handlers need: the address books and the origin that links begin with. */
export interface Books {
  readonly state: State;
  readonly origin: string;
  /** What conditions go by. */
  readonly fold: (text: string) => string;
}

const LIST = '/accounts/:account/email/:domain/contacts';
const ONE = `${LIST}/:contact`;

const REQUIRED = ['name', 'email', 'displayName'] as const;

export function contactRoutes(books: () => Books): Route[] {
  return [
    { method: 'GET', pattern: LIST, handle: (call) => list(books(), call) },
    { method: 'POST', pattern: LIST, handle: (call) => create(books(), call) },
    { method: 'GET', pattern: ONE, handle: (call) => read(books(), call) },
    { method: 'PUT', pattern: ONE, handle: (call) => update(books(), call) },
  ];
}

function list(books: Books, call: Call): Reply {
  const matching = [...bookOf(books, call).values()].filter(conditionsOf(call.query, books.fold));
  const address = addressOf(books, call);
  const page = pageOf(matching, call.query, address);
  if (!('rows' in page)) return page;
  const rows = page.rows.map((row) => toWire(row, address));
  return jsonReply({ count: matching.length, list: rows, links: page.links }, 200, JSON_TYPE);
}

function read(books: Books, call: Call): Reply {
  return jsonReply(toWire(rowOf(books, call), addressOf(books, call)), 200, JSON_TYPE);
}

/** 201 with the address of what is new; the page's own section on the response was not readable. */
function create(books: Books, call: Call): Reply {
  const book = bookOf(books, call);
  const fields = readFields(call);
  const missing = REQUIRED.filter((field) => !fields[field]?.trim());
  if (missing.length > 0) throw inFields(Object.fromEntries(missing.map((field) => [field, 'Required'])));
  const row = toRow(fields);
  if (book.has(row.name)) throw inEnvelope('conflict', 409, `Contact ${row.name} already exists`);
  book.set(row.name, row);
  call.recordEffect(`contact.create ${call.params['domain'] ?? ''}/${row.name}`);
  return { status: 201, headers: { location: linkTo(row, addressOf(books, call)) } };
}

/** Columns left out are kept; the name is the key and cannot be among them. */
function update(books: Books, call: Call): Reply {
  const row = rowOf(books, call);
  const fields = readFields(call);
  if (fields.name !== undefined) throw inFields({ name: 'Cannot be changed' });
  const emptied = REQUIRED.filter((field) => fields[field]?.trim() === '');
  if (emptied.length > 0) throw inFields(Object.fromEntries(emptied.map((field) => [field, 'Required'])));
  Object.assign(row, fields);
  call.recordEffect(`contact.update ${call.params['domain'] ?? ''}/${row.name} ${Object.keys(fields).join(',')}`);
  return { status: 204 };
}

function bookOf({ state }: Books, { params }: Call): Map<string, ContactRow> {
  if (params['account'] !== ACCOUNT) throw inEnvelope('forbidden', 403, 'forbidden');
  const book = state.get((params['domain'] ?? '').toLowerCase());
  if (!book) throw notFound();
  return book;
}

function rowOf(books: Books, call: Call): ContactRow {
  const row = bookOf(books, call).get(call.params['contact'] ?? '');
  if (!row) throw notFound();
  return row;
}

function addressOf({ origin }: Books, { params }: Call): string {
  const part = (name: string): string => encodeURIComponent(params[name] ?? '');
  return `${origin}/accounts/${part('account')}/email/${part('domain')}/contacts`;
}

function linkTo(row: ContactRow, address: string): string {
  return `${address}/${encodeURIComponent(row.name)}`;
}

function toWire(row: ContactRow, address: string): object {
  return { ...row, links: [{ href: linkTo(row, address), rel: 'self' }] };
}

function readFields(call: Call): Partial<ContactRow> {
  const fields: Partial<ContactRow> = {};
  const wrong: Record<string, string> = {};
  for (const [field, value] of Object.entries(parse(call.text))) {
    if (!isField(field)) wrong[field] = 'Unknown field';
    else if (typeof value !== 'string') wrong[field] = 'Must be a string';
    else fields[field] = value;
  }
  if (Object.keys(wrong).length > 0) throw inFields(wrong);
  return fields;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw inText(400);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw inText(400);
  return { ...value };
}
