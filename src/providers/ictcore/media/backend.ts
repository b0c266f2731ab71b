import type { Reference } from '../../../graph/values/id.js';
import type { Download, EarlierImport, ImportCounts, MediaBackend, Upload } from '../../../graph/media/backend.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { encodeSegment } from '../../../wire/caller.js';
import { json } from '../../../wire/value-readers.js';
import type { FileUploader, FileTransfer, FileDownloader } from '../../../wire/file-transfer.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { SAMPLE_KEY } from '../group/csv-rows.js';
import { exportGroup } from '../group/export.js';
import { createGroupImporter } from '../group/import.js';
import { createImportGuard } from '../group/import-guard.js';
import { isKey } from '../shared/reads/keys.js';
import { sendableType, toServedFile } from './content-types.js';
import { mediaPath } from '../message/endpoints.js';
import { parseMessageKey } from '../message/key.js';
import type { Session } from '../session.js';

/** A longer silence than this ends a transfer. */
const IDLE_MS = 60_000;
const flow = { idleTimeoutMs: IDLE_MS };
/** A page is an error that PHP printed, an object one that it told: both with a status of 200. */
const ERROR_PAGE_TYPES = ['text/html', 'application/json'];

/** How files come and go, in this API's dialect. */
interface Transfers {
  readonly transfer: FileDownloader;
  readonly send: FileUploader;
}

/** Files of an installation: those of messages, and the contacts of groups as CSV. */
export function createMediaBackend({ transfer, send }: Transfers, session: Session, now: () => number): MediaBackend {
  const upstream = session.upstream.name;
  const importGroup = createGroupImporter(upstream, createImportGuard(session, now));
  const fail = (kind: 'not-found' | 'rejected', message: string): never => {
    throw new ProviderFailure(upstream, kind, message, { sent: 'no' });
  };

  async function readCsv(key: string, callOptions: CallOptions): Promise<Download> {
    const isSample = key === SAMPLE_KEY;
    if (!isSample && !isKey(key)) return fail('not-found', 'there is no such group');
    const read = () =>
      transfer(
        {
          name: `GET /groups/${isSample ? SAMPLE_KEY : '{id}'}/csv`,
          method: 'GET',
          path: `/groups/${encodeSegment(key)}/csv`,
          effect: 'reads',
          stream: flow,
          rejectedTypes: ERROR_PAGE_TYPES,
        },
        callOptions,
      );
    const { length, body } = isSample ? await read() : await exportGroup(session, key, read, callOptions);
    // The server calls its CSV text/plain.
    const fileName = isSample ? 'contact_sample.csv' : `group_${key}.csv`;
    return { contentType: 'text/csv; charset=utf-8', length, fileName, body };
  }

  async function readFile(key: string, callOptions: CallOptions): Promise<Download> {
    const { word, id } = parseFileKey(key) ?? fail('not-found', 'there is no file of this message');
    const { contentType: upstreamType, ...file } = await transfer(
      {
        name: `GET /messages/${word}s/{id}/media`,
        method: 'GET',
        path: mediaPath(word, id),
        effect: 'reads',
        stream: flow,
        // An attachment may be JSON.
        rejectedTypes: word === 'template' ? ['text/html'] : ERROR_PAGE_TYPES,
      },
      callOptions,
    );
    const { contentType, extension } = toServedFile(word, upstreamType);
    return { ...file, contentType, fileName: `${word}_${id}${extension}` };
  }

  async function importCsv(
    key: string,
    upload: Upload,
    earlier: readonly EarlierImport[],
    callOptions: CallOptions,
  ): Promise<ImportCounts> {
    if (!isKey(key)) return fail('not-found', 'there is no such group');
    const name = 'POST /groups/{id}/csv';
    if (upload.contentType?.toLowerCase().startsWith('multipart/')) {
      return fail('rejected', 'The contacts were not sent: the CSV must be the whole body, and not a part of a form.');
    }
    const path = `/groups/${encodeSegment(key)}/csv`;
    return importGroup(key, upload, earlier, callOptions, async (file) => {
      // Imported twice, the contacts are there twice. Any parameter, such as a charset, would be refused.
      const answer = await send(
        { name, method: 'POST', path, effect: 'acts', rejectedTypes: [], ...toTransfer('text/csv', file) },
        orAbsent(json),
        callOptions,
      );
      if (answer === false) {
        const message = `${name}: the server could not begin to import`;
        throw new ProviderFailure(upstream, 'rejected', message, { sent: 'yes' });
      }
    });
  }

  async function writeFile(key: string, upload: Upload, callOptions: CallOptions): Promise<void> {
    const { word, id } = parseFileKey(key) ?? fail('not-found', 'there is no file of this message');
    const sendable = sendableType(word, upload.contentType);
    if ('refusal' in sendable) return fail('rejected', `The file of a ${word} was not sent: ${sendable.refusal}.`);
    const name = `PUT /messages/${word}s/{id}/media`;
    const path = mediaPath(word, id);
    await send(
      { name, method: 'PUT', path, effect: 'replaces', rejectedTypes: [], ...toTransfer(sendable.type, upload) },
      // Its id as text, the guide's object, or nothing.
      orAbsent(json),
      callOptions,
    );
  }

  return {
    uploads: ['message', 'group'],
    download: ({ noun, key }: Reference, callOptions) =>
      noun === 'group' ? readCsv(key, callOptions) : readFile(noun === 'message' ? key : '', callOptions),
    upload: ({ noun, key }, upload, callOptions) => writeFile(noun === 'message' ? key : '', upload, callOptions),
    append: ({ key }, upload, earlier, callOptions) => importCsv(key, upload, earlier, callOptions),
  };
}

/** The message whose file a key names; texts have none. */
function parseFileKey(key: string) {
  const found = parseMessageKey(key);
  if (!found || found.word === 'text') return undefined;
  return { word: found.word, id: found.id };
}

function toTransfer(
  type: string,
  { length, body }: Pick<Upload, 'length' | 'body'>,
): Pick<FileTransfer, 'headers' | 'stream'> {
  const size = length === undefined ? {} : { 'content-length': String(length) };
  return { headers: { 'content-type': type, ...size }, stream: { ...flow, body } };
}
