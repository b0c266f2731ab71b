import { Readable } from 'node:stream';

import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import type { Transferred } from '../../wire/transfer.js';
import { createSpool, type Spool } from '../../wire/spool.js';
import { unlessMissing } from '../../wire/missing.js';
import { CSV_COLUMNS, toCsvLine } from './csv-rows.js';
import { endpoints } from './endpoints.js';
import { readEach } from './key.js';
import type { Way } from './way.js';

interface Exported {
  readonly length: number;
  readonly body: Readable;
}

/**
 * A group's contacts as CSV. The server's own export doubles no quotation mark and splits at line breaks, so that it is
 * taken only where it holds neither: as many lines as contacts, each of nine values in quotation marks. Else each
 * contact is read, which is a request for each.
 */
export async function exportGroup(
  { call, upstream }: Pick<Way, 'call' | 'upstream'>,
  group: string,
  download: () => Promise<Transferred>,
  asking: Asking,
): Promise<Exported> {
  const listed = await call(endpoints.listGroupContacts, { group }, { ...asking, fresh: true });
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
  return fromContacts({ call }, keys, asking);
}

const VALUE = '"[^"]*"';
const PLAIN = new RegExp(`^${VALUE}(?:,${VALUE}){${CSV_COLUMNS.length - 1}}$`);
/** No line of nine columns is longer. */
const LONGEST_LINE = 16 * 1024;

/** Keeps an export and counts its lines; undefined as soon as one could be read in two ways. */
async function copyLines(body: Readable, spool: Spool): Promise<number | undefined> {
  let rest = '';
  let count = 0;
  // Bytes as characters: nothing is compared but ASCII.
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a body flows in buffers');
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    // Leaving the loop destroys the rest.
    if (rest.length > LONGEST_LINE || !lines.every((line) => PLAIN.test(line))) return undefined;
    count += lines.length;
    await spool.append(chunk);
  }
  return rest === '' ? count : undefined;
}

async function fromContacts({ call }: Pick<Way, 'call'>, keys: readonly string[], asking: Asking): Promise<Exported> {
  const found = await readEach(
    keys,
    (key, together) => unlessMissing(call(endpoints.readContact, key, { ...together, fresh: true })),
    asking,
  );
  const lines = [...found.values()].map((contact) => Buffer.from(toCsvLine(contact)));
  return { length: lines.reduce((sum, { length }) => sum + length, 0), body: Readable.from(lines) };
}
