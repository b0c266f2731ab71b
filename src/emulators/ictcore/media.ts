import { basename } from 'node:path';
import { Readable } from 'node:stream';

import { dataUri } from './data-uri.js';
import { CoreException } from './errors.js';
import type { Upload } from './media-files.js';
import { load, type Item, type Resource } from './resource.js';
import { value, type Context, type Endpoint } from './route.js';

/** What a kind of message does with its file. */
export interface Media {
  readonly resource: Resource;
  /** Content types that an upload may have to the letter; none: any. */
  readonly accepts?: readonly string[];
  /** Hands a whole upload to its object; a POST may add to what is there. */
  readonly store: (item: Item, upload: Upload, context: Context, replaces: boolean) => Promise<void>;
  /** The file of an object and the type it is served with. */
  readonly find: (item: Item) => { readonly file: string; readonly type: string; readonly name?: string } | undefined;
  readonly missing: string;
}

/** PUT, POST and GET of `…/media`: the body is the file itself. */
export function mediaEndpoints(media: Media): Endpoint[] {
  const { path, permission } = media.resource;
  const pattern = `/${path}/:id/media`;
  const upload = (method: 'PUT' | 'POST'): Endpoint => ({
    method,
    pattern,
    access: [`${permission}_create`],
    streams: true,
    answer: async (context) => value(await takeIn(media, context, method === 'PUT')),
  });
  return [
    upload('PUT'),
    upload('POST'),
    {
      method: 'GET',
      pattern,
      access: [`${permission}_read`],
      answer: async ({ state, params }) => {
        const found = media.find(load(media.resource, state, params['id']));
        const file = found && (await state.media.open(found.file));
        if (!file) throw new CoreException(404, media.missing);
        return { kind: 'media', name: found.name ?? basename(found.file), type: found.type, ...file };
      },
    },
  ];
}

async function takeIn(media: Media, context: Context, replaces: boolean): Promise<unknown> {
  const { resource, accepts } = media;
  const { state, mime, params, did } = context;
  const source = context.stream ?? Readable.from([]);
  const refuse = (code: number, why: string): CoreException =>
    new CoreException(code, `${resource.thing} media upload failed, ${why}`);
  const uri = mime === 'base64' ? dataUri() : undefined;
  if (!uri && accepts && !accepts.includes(mime)) throw refuse(415, 'invalid file type');
  const upload = await state.media.receive(source, ...(uri ? [uri.through] : []));
  try {
    if (uri && accepts && !accepts.includes(uri.type() ?? '')) throw refuse(415, 'invalid file type');
    if (upload.size === 0) throw refuse(411, 'no file uploaded');
    const item = load(resource, state, params['id']);
    await media.store(item, upload, context, replaces);
    did(`${resource.permission}.media ${String(item[resource.table.key])}`);
    return item[resource.table.key];
  } finally {
    await state.media.discard(upload);
  }
}
