import { DocumentError, isRecord, type StoredDocument } from './stored-document.js';

const EXPECTED =
  'expected a manifest: an object of documents by their ids, or one with "format": "apollo-persisted-query-manifest"';
const APOLLO_FORMAT = 'apollo-persisted-query-manifest';

/** Reads a manifest as Relay and GraphQL Code Generator (ids with texts) or Apollo (a list) write it; throws a DocumentError. */
export function readManifest(text: string, file: string): readonly StoredDocument[] {
  const manifest = parseJson(text, file);
  if (!isRecord(manifest)) throw new DocumentError([`${file}: ${EXPECTED}`]);
  const { format, operations } = manifest;
  if (format === APOLLO_FORMAT && Array.isArray(operations)) {
    return operations.map((operation: unknown, at) => {
      const { id, body } = isRecord(operation) ? operation : {};
      if (typeof id === 'string' && typeof body === 'string') return { id, text: body, file: `${file} (${id})` };
      throw new DocumentError([`${file}: operations[${at}] has no "id" and "body"`]);
    });
  }
  return Object.entries(manifest).map(([id, body]) => {
    if (typeof body !== 'string') throw new DocumentError([`${file}: "${id}" is no document; ${EXPECTED}`]);
    return { id, text: body, file: `${file} (${id})` };
  });
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DocumentError([`${file}: not JSON`]);
  }
}
