import type { Reference } from '../../graph/id.js';
import type { Download, EarlierImport, Imported, MediaBackend, Upload } from '../../graph/media/media.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { segment } from '../../wire/caller.js';
import { json } from '../../wire/read.js';
import type { Sender, Transfer, Transferrer } from '../../wire/transfer.js';
import { column } from './columns.js';
import { exportGroup } from './group-export.js';
import { groupImports } from './group-import.js';
import { importGuard } from './import-guard.js';
import { isKey } from './key.js';
import { sendableType, servedAs } from './media-types.js';
import { mediaPath } from './message-endpoints.js';
import { readMessageKey } from './message-key.js';
import type { Way } from './way.js';

/** Key of the sample of a group's CSV. */
export const SAMPLE = 'sample';

/** A longer silence than this ends a transfer. */
const IDLE_MS = 60_000;
const flow = { idleMs: IDLE_MS };
/** A page is an error that PHP printed, an object one that it told: both with a status of 200. */
const NO_FILE = ['text/html', 'application/json'];

/** How files come and go, in this API's dialect. */
interface Ways {
  readonly transfer: Transferrer;
  readonly send: Sender;
}

/** Files of an installation: those of messages, and the contacts of groups as CSV. */
export function mediaBackend({ transfer, send }: Ways, way: Way, now: () => number): MediaBackend {
  const upstream = way.upstream.name;
  const checkAndSend = groupImports(upstream, importGuard(way, now));
  const fail = (kind: 'not-found' | 'rejected', message: string): never => {
    throw new ProviderFailure(upstream, kind, message, { sent: 'no' });
  };

  async function readCsv(key: string, asking: Asking): Promise<Download> {
    const isSample = key === SAMPLE;
    if (!isSample && !isKey(key)) return fail('not-found', 'there is no such group');
    const read = () =>
      transfer(
        {
          name: `GET /groups/${isSample ? SAMPLE : '{id}'}/csv`,
          method: 'GET',
          path: `/groups/${segment(key)}/csv`,
          effect: 'reads',
          flow,
          refuses: NO_FILE,
        },
        asking,
      );
    const { length, body } = isSample ? await read() : await exportGroup(way, key, read, asking);
    // The server calls its CSV text/plain.
    const fileName = isSample ? 'contact_sample.csv' : `group_${key}.csv`;
    return { contentType: 'text/csv; charset=utf-8', length, fileName, body };
  }

  async function readFile(key: string, asking: Asking): Promise<Download> {
    const { word, id } = fileOf(key) ?? fail('not-found', 'there is no file of this message');
    const { contentType: said, ...file } = await transfer(
      {
        name: `GET /messages/${word}s/{id}/media`,
        method: 'GET',
        path: mediaPath(word, id),
        effect: 'reads',
        flow,
        // An attachment may be JSON.
        refuses: word === 'template' ? ['text/html'] : NO_FILE,
      },
      asking,
    );
    const { contentType, extension } = servedAs(word, said);
    return { ...file, contentType, fileName: `${word}_${id}${extension}` };
  }

  async function importCsv(
    key: string,
    upload: Upload,
    earlier: readonly EarlierImport[],
    asking: Asking,
  ): Promise<Imported> {
    if (!isKey(key)) return fail('not-found', 'there is no such group');
    const name = 'POST /groups/{id}/csv';
    if (upload.contentType?.toLowerCase().startsWith('multipart/')) {
      return fail('rejected', 'The contacts were not sent: the CSV must be the whole body, and not a part of a form.');
    }
    const path = `/groups/${segment(key)}/csv`;
    return checkAndSend(key, upload, earlier, asking, async (file) => {
      // Imported twice, the contacts are there twice. Any parameter, such as a charset, would be refused.
      const answer = await send(
        { name, method: 'POST', path, effect: 'acts', refuses: [], ...sending('text/csv', file) },
        column(json),
        asking,
      );
      if (answer === false) {
        const message = `${name}: the server could not begin to import`;
        throw new ProviderFailure(upstream, 'rejected', message, { sent: 'yes' });
      }
    });
  }

  async function writeFile(key: string, upload: Upload, asking: Asking): Promise<void> {
    const { word, id } = fileOf(key) ?? fail('not-found', 'there is no file of this message');
    const sendable = sendableType(word, upload.contentType);
    if ('refusal' in sendable) return fail('rejected', `The file of a ${word} was not sent: ${sendable.refusal}.`);
    const name = `PUT /messages/${word}s/{id}/media`;
    const path = mediaPath(word, id);
    await send(
      { name, method: 'PUT', path, effect: 'replaces', refuses: [], ...sending(sendable.type, upload) },
      // Its id as text, the guide's object, or nothing.
      column(json),
      asking,
    );
  }

  return {
    uploads: ['message', 'group'],
    download: ({ noun, key }: Reference, asking) =>
      noun === 'group' ? readCsv(key, asking) : readFile(noun === 'message' ? key : '', asking),
    upload: ({ noun, key }, upload, asking) => writeFile(noun === 'message' ? key : '', upload, asking),
    add: ({ key }, upload, earlier, asking) => importCsv(key, upload, earlier, asking),
  };
}

/** The message whose file a key names; texts have none. */
function fileOf(key: string) {
  const found = readMessageKey(key);
  if (!found || found.word === 'text') return undefined;
  return { word: found.word, id: found.id };
}

function sending(type: string, { length, body }: Pick<Upload, 'length' | 'body'>): Pick<Transfer, 'headers' | 'flow'> {
  const size = length === undefined ? {} : { 'content-length': String(length) };
  return { headers: { 'content-type': type, ...size }, flow: { ...flow, body } };
}
