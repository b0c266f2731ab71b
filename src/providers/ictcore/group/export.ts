import { Readable } from 'node:stream';

import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import type { ReceivedFile } from '../../../wire/file-transfer.js';
import { createSpool, type Spool } from '../../../wire/spool.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { CSV_COLUMNS, toCsvLine } from './csv-rows.js';
import { contactEndpoints } from '../contact/endpoints.js';
import { readEach } from '../shared/reads/keys.js';
import type { Session } from '../session.js';

interface ExportedFile {
  readonly length: number;
  readonly body: Readable;
}

/**
 * A group's contacts as CSV. The server's own export neither doubles quotation marks nor keeps line breaks apart from
 * rows. It is passed on where it has neither in a value, which shows by one line of nine quoted values for each contact.
 * Otherwise the CSV is written here, with one request for each contact.
 */
export async function exportGroup(
  { call, upstream }: Pick<Session, 'call' | 'upstream'>,
  group: string,
  download: () => Promise<ReceivedFile>,
  callOptions: CallOptions,
): Promise<ExportedFile> {
  const listed = await call(contactEndpoints.listOfGroup, { group }, { ...callOptions, bypassCache: true });
  const keys = [...new Set(listed.map(({ contact_id: key }) => key))];
  const { body } = await download();
  const spool = createSpool();
  try {
    const count = await copyLines(body, spool);
    if (count === keys.length) return { length: spool.size(), body: spool.drain() };
  } catch (error) {
    await spool.discard();
    if (!body.errored) throw error;
    const message = 'GET /groups/{id}/csv: the file broke off';
    throw new ProviderFailure(upstream.name, 'unavailable', message, { sent: 'yes', cause: error });
  }
  await spool.discard();
  return exportFromContacts({ call }, keys, callOptions);
}

const VALUE = '"[^"]*"';
const PLAIN_LINE = new RegExp(`^${VALUE}(?:,${VALUE}){${CSV_COLUMNS.length - 1}}$`);
/** 16 KiB: no line of nine columns is longer. */
const MAX_LINE_LENGTH = 16 * 1024;

/** Stores an export and counts its lines; undefined as soon as a line is not nine quoted values. */
async function copyLines(body: Readable, spool: Spool): Promise<number | undefined> {
  let rest = '';
  let count = 0;
  // Latin 1 makes each byte a character, which is enough to compare ASCII.
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a body flows in buffers');
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    // Leaving the loop destroys the stream.
    if (rest.length > MAX_LINE_LENGTH || !lines.every((line) => PLAIN_LINE.test(line))) return undefined;
    count += lines.length;
    await spool.append(chunk);
  }
  return rest === '' ? count : undefined;
}

async function exportFromContacts(
  { call }: Pick<Session, 'call'>,
  keys: readonly string[],
  callOptions: CallOptions,
): Promise<ExportedFile> {
  const found = await readEach(
    keys,
    (key, batchOptions) => unlessMissing(call(contactEndpoints.read, key, { ...batchOptions, bypassCache: true })),
    callOptions,
  );
  const lines = [...found.values()].map((contact) => Buffer.from(toCsvLine(contact)));
  return { length: lines.reduce((sum, { length }) => sum + length, 0), body: Readable.from(lines) };
}
