import { BASE_PATH } from '../../../src/emulators/ictcore/index.js';
import { encodeId } from '../../../src/graph/values/id.js';
import type { Fixture } from './fixture.js';

/** What a mutation of a test gave. */
export interface Done {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly userErrors: ReadonlyArray<{
    readonly code: string;
    readonly message: string;
    readonly field: string[] | null;
  }>;
  readonly errors: ReadonlyArray<{ readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }>;
  /** What was asked to change something meanwhile, e.g. `PUT /contacts/1 {"email":""}`. */
  readonly wrote: readonly string[];
}

/** Arguments of a mutation with their types, e.g. `{ id: ['ID!', 'x'] }`. */
export type Arguments = Readonly<Record<string, readonly [type: string, value: unknown]>>;

/** Does one mutation through the gateway, and tells what came of it and what reached the emulator. */
export async function write(
  { gateway, emulator }: Pick<Fixture, 'gateway' | 'emulator'>,
  field: string,
  args: Arguments,
  selection = '',
): Promise<Done> {
  const begun = emulator.requests.length;
  const names = Object.keys(args);
  const types = names.map((name) => `$${name}: ${args[name]?.[0] ?? ''}`).join(', ');
  const given = names.map((name) => `${name}: $${name}`).join(', ');
  const document = `mutation (${types}) { done: ${field}(${given}) { ${selection} userErrors { code message field } } }`;
  const variables = Object.fromEntries(names.map((name) => [name, args[name]?.[1]]));
  const { data, errors } = await gateway.ask(document, variables);
  const { done } = (data ?? {}) as { done?: Done['payload'] & Pick<Done, 'userErrors'> };
  return {
    payload: done ?? {},
    userErrors: done?.userErrors ?? [],
    errors,
    wrote: emulator.requests
      .slice(begun)
      .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/authenticate'))
      .map(({ method, path, body }) => `${method} ${path.slice(BASE_PATH.length)} ${body}`.trim()),
  };
}

export type Key = string | number;

/** The global id of something of the fixture's upstream. */
export function idOf(noun: string, key: Key): string {
  return encodeId('ictcore', noun, String(key));
}

export const id = (noun: string, key: Key, name = 'id'): Arguments => ({ [name]: ['ID!', idOf(noun, key)] });
export const input = (type: string, value: object): Arguments => ({ input: [`${type}!`, value] });

/** An answer of ICTCore with its error object, for a fault. */
export function refusing(code: number, message: string, status = code) {
  const body = JSON.stringify({ error: { code, message } });
  return { kind: 'status', status, headers: { 'content-type': 'application/json' }, body } as const;
}

/** What the gateway knows by now of the write whose outcome an error called unknown. */
export async function recordedState({ gateway }: Pick<Fixture, 'gateway'>, { errors }: Done): Promise<unknown> {
  const operationId = errors.find(({ extensions }) => extensions['code'] === 'OUTCOME_UNKNOWN')?.extensions[
    'operationId'
  ];
  if (typeof operationId !== 'string') throw new TypeError('no write of unknown outcome');
  const { data } = await gateway.ask('query ($id: ID!) { operation(id: $id) { state settlements { by } } }', {
    id: operationId,
  });
  return (data as { operation?: unknown } | null)?.operation;
}

/** Two contacts and two groups, none of them in any. */
const ada = { contact_id: 1, first_name: 'Ada', last_name: 'Lovelace', phone: '48500111222', email: 'ada@example.com' };
const alan = { contact_id: 2, first_name: 'Alan', phone: '48500111333' };
const customers = { group_id: 1, name: 'Customers', description: 'all customers' };
const staff = { group_id: 2, name: 'Staff' };
export const people = { contacts: [ada, alan], groups: [customers, staff] };

/** The arguments of a createContact, of Eve unless they say otherwise. */
export const newContact = (value: object): Arguments =>
  input('CreateContactInput', { ictCore: { firstName: 'Eve', phone: '500111444', ...value } });
/** Contact and group of a link. */
export const both = (contact: Key, group: Key): Arguments => ({
  ...id('contact', contact, 'contactId'),
  ...id('group', group, 'groupId'),
});
