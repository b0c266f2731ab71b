import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { readManifest } from './read-manifest.js';
import { DocumentError, hashDocument, type StoredDocument } from './stored-document.js';

/**
 * Reads a manifest, or a folder and those below it: each `.graphql` or `.gql` file is one document, each `.json` file a
 * manifest. Throws a DocumentError.
 */
export async function readDocuments(path: string): Promise<readonly StoredDocument[]> {
  const found = await stat(path).catch(() => {
    throw new DocumentError([`${path}: no such folder or manifest, or it cannot be read`]);
  });
  const documents = (await Promise.all((found.isDirectory() ? await filesIn(path) : [path]).map(readOne))).flat();
  if (documents.length > 0) return documents;
  throw new DocumentError([`${path}: there is no document in it; they are read from .graphql, .gql and .json files`]);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && /\.(graphql|gql|json)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

async function readOne(file: string): Promise<readonly StoredDocument[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new DocumentError([`${file}: it cannot be read`]);
  });
  return /\.(graphql|gql)$/.test(file) ? [{ id: hashDocument(text), text, file }] : readManifest(text, file);
}
