import { either, instant, optional, text, wholeNumber } from '../../../wire/value-readers.js';
import { listedAccount } from '../account/columns.js';
import { orAbsent, rowList } from '../shared/reads/column-readers.js';
import { listedContact } from '../contact/endpoints.js';
import { defineItemEndpoint, defineListEndpoint } from '../shared/reads/read-endpoints.js';
import type { ReadValue, Reader } from '../../../wire/reader.js';
import { record } from '../../../wire/structure-readers.js';

/** Reads a whole thing inside a row: absent is `undefined`, and one without an id, or an empty list, is gone. */
function embedded<T>(id: string, reader: Reader<T>): Reader<T | null | undefined> {
  return (value, at) => {
    if (value === undefined) return undefined;
    const [, key] = Object.entries(value ?? {}).find(([name]) => name === id) ?? [];
    return key === undefined || key === null ? null : reader(value, at);
  };
}

/** Lists of real servers have the account and the contact, items and the guide's lists what follows. */
const transmissionColumns = {
  status: orAbsent(text),
  response: optional(text),
  direction: optional(text),
  last_run: optional(instant),
  account_id: orAbsent(text),
  contact_id: orAbsent(text),
  title: orAbsent(text),
  origin: orAbsent(text),
  service_flag: orAbsent(wholeNumber),
  program_id: orAbsent(text),
  campaign_id: orAbsent(text),
  try_allowed: orAbsent(wholeNumber),
};
const embeddedContact = embedded('contact_id', listedContact);
const embeddedAccount = embedded('account_id', listedAccount);
const listedTransmission = record({
  transmission_id: text,
  ...transmissionColumns,
  account: embeddedAccount,
  contact: embeddedContact,
});
const transmissionItem = record({
  transmission_id: orAbsent(text),
  ...transmissionColumns,
  oAccount: embeddedAccount,
  oContact: embeddedContact,
});

/** A spool. Real servers tell no times; the guide has them in unix seconds. */
const spool = record({
  spool_id: text,
  status: optional(text),
  response: optional(text),
  time_spool: optional(instant),
  time_start: optional(instant),
  time_connect: optional(instant),
  time_end: optional(instant),
});

const attemptResult = record({
  spool_result_id: text,
  spool_id: optional(text),
  type: optional(text),
  name: optional(text),
  data: optional(text),
  date_created: optional(instant),
});

const documentedStatus = record({ status: optional(text), Status: optional(text) });

/** A status alone: real servers send a bare text, the guide an object, for transmissions with a capital letter. */
const statusAnswer: Reader<string | null> = either(text, (value, at) => {
  const { status: small, Status: capital } = documentedStatus(value, at);
  return small ?? capital;
});

export type WireTransmission = ReadValue<typeof listedTransmission>;
export type WireTransmissionItem = ReadValue<typeof transmissionItem>;
export type WireSpool = ReadValue<typeof spool>;
export type WireResult = ReadValue<typeof attemptResult>;

/** Searches of GET /transmissions, in its own words. */
export type TransmissionQuery = Readonly<Record<string, string>>;

export const transmissionEndpoints = {
  list: defineListEndpoint('/transmissions', listedTransmission, (query: TransmissionQuery) => query),
  read: defineItemEndpoint('/transmissions', transmissionItem),
  listOfProgram: defineItemEndpoint('/programs', rowList(listedTransmission), '/transmissions'),
  readStatus: defineItemEndpoint('/transmissions', statusAnswer, '/status'),
  listAttempts: defineItemEndpoint('/transmissions', rowList(spool), '/detail'),
  listResults: defineItemEndpoint('/transmissions', rowList(attemptResult), '/result'),
  readAttemptStatus: defineItemEndpoint('/spools', statusAnswer, '/status'),
  listAttemptResults: defineItemEndpoint('/spools', rowList(attemptResult), '/result'),
};
