import type { Endpoint } from '../../wire/endpoint.js';
import {
  flag,
  withoutValue,
  optional,
  record,
  text,
  UnreadableValue,
  wholeNumber,
  type ReadValue,
  type Reader,
} from '../../wire/value-readers.js';
import { orAbsent } from './shared/reads/column-readers.js';
import { defineItemEndpoint, defineListEndpoint } from './shared/reads/read-endpoints.js';

/** A group: `contact_total` is only in the list, `description` only in the item; the guide calls the id `id`. */
const groupColumns = record({
  group_id: orAbsent(text),
  id: orAbsent(text),
  name: optional(text),
  description: orAbsent(text),
  contact_total: orAbsent(wholeNumber),
});
const groupItem = (value: unknown, at: string) => {
  const { id, group_id = id, ...columns } = groupColumns(value, at);
  return { ...columns, group_id };
};
const listedGroup = (value: unknown, at: string) => {
  const { group_id, ...columns } = groupItem(value, at);
  if (typeof group_id !== 'string') throw new UnreadableValue('an id', `${at}.group_id`, 'none');
  return { ...columns, group_id };
};

/** A provider, without its password: what is not read can't be told. */
const trunkColumns = {
  name: optional(text),
  type: optional(text),
  service_flag: optional(wholeNumber),
  node_id: optional(wholeNumber),
  host: optional(text),
  gateway_flag: orAbsent(wholeNumber),
  port: orAbsent(wholeNumber),
  username: orAbsent(text),
  dialstring: orAbsent(text),
  prefix: orAbsent(text),
  settings: orAbsent(text),
  register: orAbsent(flag),
  weight: orAbsent(wholeNumber),
  active: orAbsent(flag),
};
const listedTrunk = record({ provider_id: text, ...trunkColumns });
const trunkItem = record({ provider_id: orAbsent(text), ...trunkColumns });

export type WireGroup = ReadValue<typeof groupItem>;
export type WireTrunk = ReadValue<typeof trunkItem>;

const tokenAnswer = record({
  token: optional(withoutValue(text)),
  access_token: optional(withoutValue(text)),
  expires_in: optional(wholeNumber),
});

/** The guide answers `{token}`, real servers the whole user with `token`, `access_token` and `expires_in` in seconds. */
const accessToken: Reader<{ readonly token: string; readonly expires_in: number | null }> = (value, at) => {
  const { token, access_token: alternative, expires_in } = tokenAnswer(value, at);
  const found = token ?? alternative;
  // It becomes part of a header.
  if (found === null || !/^[\x21-\x7e]+$/.test(found)) throw new UnreadableValue('a token', `${at}.token`, 'none');
  return { token: found, expires_in };
};

export const endpoints = {
  authenticate: {
    name: 'POST /authenticate',
    method: 'POST',
    path: () => '/authenticate',
    body: ({ username, password }) => ({ username, password }),
    // Tokens are stateless: nothing is kept of a log-in.
    effect: 'reads',
    answer: accessToken,
  } satisfies Endpoint<{ readonly username: string; readonly password: string }, ReadValue<typeof accessToken>>,

  listGroups: defineListEndpoint('/groups', listedGroup),
  readGroup: defineItemEndpoint('/groups', groupItem),
  listTrunks: defineListEndpoint('/providers', listedTrunk),
  readTrunk: defineItemEndpoint('/providers', trunkItem),
};
