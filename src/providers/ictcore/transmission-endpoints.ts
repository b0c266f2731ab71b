import { either, instant, optional, record, text, wholeNumber, type Read, type Reader } from '../../wire/read.js';
import { listedAccount } from './account-row.js';
import { column, rows } from './columns.js';
import { listedContact } from './endpoints.js';
import { item, listing } from './reads.js';

/** Reads a whole thing inside a row: absent is `undefined`, and one without an id, or an empty list, is gone. */
function embedded<T>(id: string, reader: Reader<T>): Reader<T | null | undefined> {
  return (value, at) => {
    if (value === undefined) return undefined;
    const [, key] = Object.entries(value ?? {}).find(([name]) => name === id) ?? [];
    return key === undefined || key === null ? null : reader(value, at);
  };
}

/** Lists of real servers have the account and the contact, items and the guide's lists what follows. */
const transmission = {
  status: column(text),
  response: optional(text),
  direction: optional(text),
  last_run: optional(instant),
  account_id: column(text),
  contact_id: column(text),
  title: column(text),
  origin: column(text),
  service_flag: column(wholeNumber),
  program_id: column(text),
  campaign_id: column(text),
  try_allowed: column(wholeNumber),
};
const contact = embedded('contact_id', listedContact);
const account = embedded('account_id', listedAccount);
const listedTransmission = record({ transmission_id: text, ...transmission, account, contact });
const readTransmission = record({
  transmission_id: column(text),
  ...transmission,
  oAccount: account,
  oContact: contact,
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

const result = record({
  spool_result_id: text,
  spool_id: optional(text),
  type: optional(text),
  name: optional(text),
  data: optional(text),
  date_created: optional(instant),
});

const guideStatus = record({ status: optional(text), Status: optional(text) });

/** A status alone: real servers send a bare text, the guide an object, for transmissions with a capital letter. */
const status: Reader<string | null> = either(text, (value, at) => {
  const { status: small, Status: capital } = guideStatus(value, at);
  return small ?? capital;
});

export type WireTransmission = Read<typeof listedTransmission>;
export type WireTransmissionItem = Read<typeof readTransmission>;
export type WireSpool = Read<typeof spool>;
export type WireResult = Read<typeof result>;

/** Searches of GET /transmissions, in its own words. */
export type TransmissionQuery = Readonly<Record<string, string>>;

export const transmissionEndpoints = {
  list: listing('/transmissions', listedTransmission, (query: TransmissionQuery) => query),
  read: item('/transmissions', readTransmission),
  ofProgram: item('/programs', rows(listedTransmission), '/transmissions'),
  status: item('/transmissions', status, '/status'),
  attempts: item('/transmissions', rows(spool), '/detail'),
  results: item('/transmissions', rows(result), '/result'),
  attemptStatus: item('/spools', status, '/status'),
  attemptResults: item('/spools', rows(result), '/result'),
};
