import { createHash } from 'node:crypto';

import { applyFilters, contains, number, OWNER_AND_DATE } from './filters.js';
import { mediaEndpoints } from './media.js';
import { endpointsOf, fieldsOf, type Item, type Resource } from './resource.js';
import type { Endpoint } from './route.js';
import { integer, text, toInteger, type Table } from './table.js';

export const recordings = {
  name: 'recordings',
  key: 'recording_id',
  columns: {
    recording_id: integer(),
    name: text(128, ''),
    file_name: text(128, ''),
    type: text(32, ''),
    description: text(255, ''),
    length: integer('0'),
    codec: text(32, 'pcm'),
    channel: integer('1'),
    sample: integer('8000'),
    bitrate: integer('16'),
    user_id: integer(),
    date_created: integer(),
  },
} as const satisfies Table;

/** `audio/mpeg` is not among them (research notes). */
const TYPES: readonly string[] = ['audio/wav', 'audio/x-wav', 'audio/x-gsm', 'audio/mpeg3', 'audio/x-mpeg-3'];

const BLANK: Item = {
  message_id: null,
  name: null,
  data: null,
  user_id: null,
  recording_id: null,
  file_name: null,
  type: null,
  description: null,
  length: null,
  codec: null,
  channel: null,
  sample: null,
  bitrate: null,
  link: null,
};

const resource: Resource = {
  path: 'messages/recordings',
  thing: 'Recording',
  permission: 'recording',
  table: recordings,
  blank: BLANK,
  readOnly: [
    ...['message_id', 'recording_id', 'user_id', 'file_name', 'link'],
    ...['length', 'codec', 'channel', 'sample', 'bitrate'],
  ],
  list: ({ state, query }) =>
    applyFilters(state.rows(recordings).all(), query, {
      ...OWNER_AND_DATE,
      recording_id: number('recording_id'),
      name: contains('name'),
      type: contains('type'),
      description: contains('description'),
    }).map(({ recording_id, name, file_name, type, length, description }) => ({
      recording_id,
      name,
      file_name,
      type,
      length,
      description,
    })),
  toItem: (row) => ({
    ...fieldsOf(BLANK, row),
    message_id: row['recording_id'] ?? null,
    link: row['file_name'] ?? null,
  }),
  deleted: ({ file_name }, { state }) => {
    state.media.drop(file_name);
  },
};

export const recordingEndpoints: readonly Endpoint[] = ['messages/recordings', 'recordings'].flatMap((path) => [
  ...endpointsOf({ ...resource, path }),
  ...mediaEndpoints({
    resource: { ...resource, path },
    accepts: TYPES,
    missing: 'Recording media not found',
    find: ({ file_name }) =>
      typeof file_name === 'string' && file_name !== ''
        ? { file: file_name, type: 'audio/x-wav; charset=binary' }
        : undefined,
    store: async (item, upload, { state }) => {
      // Six letters at random on the server (capture 120); here always the same ones.
      const file = state.media.free((count) => {
        const letters = createHash('md5').update(`recording ${count}`).digest('base64url').replace(/[-_]/g, 'x');
        return `/usr/ictcore/data/recording${letters.slice(0, 6)}.wav`;
      });
      await state.media.keep(file, upload);
      state.media.drop(item['file_name']);
      const row = state.rows(recordings).find(toInteger(String(item['recording_id'])));
      if (row) state.rows(recordings).update(row, { file_name: file });
    },
  }),
]);
