import type { Reference } from '../../../graph/values/id.js';
import type { Download, EarlierImport, ImportCounts, MediaBackend, Upload } from '../../../graph/media/backend.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { json } from '../../../wire/value-readers.js';
import type { FileUploader, FileDownloader } from '../../../wire/file-transfer.js';
import { orAbsent } from '../shared/reads/column-readers.js';
import { SAMPLE_KEY } from '../group/csv-rows.js';
import { exportGroup } from '../group/export.js';
import { createGroupImporter } from '../group/import.js';
import { createImportGuard } from '../group/import-guard.js';
import { isKey } from '../shared/reads/keys.js';
import { sendableType, toServedFile } from './content-types.js';
import { mediaEndpoints, type FileWord } from './endpoints.js';
import { parseMessageKey } from '../message/key.js';
import type { Session } from '../session.js';

/** Reads and sends files of this API. */
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
    const read = () => transfer(mediaEndpoints.readCsv(key, isSample ? SAMPLE_KEY : '{id}'), callOptions);
    const { length, body } = isSample ? await read() : await exportGroup(session, key, read, callOptions);
    // The server calls its CSV text/plain.
    const fileName = isSample ? 'contact_sample.csv' : `group_${key}.csv`;
    return { contentType: 'text/csv; charset=utf-8', length, fileName, body };
  }

  async function readFile(key: string, callOptions: CallOptions): Promise<Download> {
    const { word, id } = parseFileKey(key) ?? fail('not-found', 'there is no file of this message');
    const { contentType: upstreamType, ...file } = await transfer(mediaEndpoints.readFile(word, id), callOptions);
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
    if (upload.contentType?.toLowerCase().startsWith('multipart/')) {
      return fail('rejected', 'The contacts were not sent: the CSV must be the whole body, and not a part of a form.');
    }
    return importGroup(key, upload, earlier, callOptions, async (file) => {
      const endpoint = mediaEndpoints.importCsv(key, file);
      const answer = await send(endpoint, orAbsent(json), callOptions);
      if (answer === false) {
        const message = `${endpoint.name}: the server could not begin to import`;
        throw new ProviderFailure(upstream, 'rejected', message, { sent: 'yes' });
      }
    });
  }

  async function writeFile(key: string, upload: Upload, callOptions: CallOptions): Promise<void> {
    const { word, id } = parseFileKey(key) ?? fail('not-found', 'there is no file of this message');
    const sendable = sendableType(word, upload.contentType);
    if ('refusal' in sendable) return fail('rejected', `The file of a ${word} was not sent: ${sendable.refusal}.`);
    // The server answers its id as text, the guide an object, or nothing.
    await send(mediaEndpoints.writeFile(word, id, sendable.type, upload), orAbsent(json), callOptions);
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
function parseFileKey(key: string): { readonly word: FileWord; readonly id: string } | undefined {
  const found = parseMessageKey(key);
  if (!found || found.word === 'text') return undefined;
  return { word: found.word, id: found.id };
}
