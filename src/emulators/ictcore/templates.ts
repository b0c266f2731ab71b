import { applyFilters, contains, number, OWNER_AND_DATE } from './filters.js';
import { mediaEndpoints } from './media.js';
import { endpointsOf, fieldsOf, type Item, type Resource } from './resource.js';
import type { Endpoint } from './route.js';
import { integer, text, toInteger, type Row, type Table } from './table.js';

export const templates = {
  name: 'templates',
  key: 'template_id',
  columns: {
    template_id: integer(),
    name: text(128, ''),
    type: text(32, '1'),
    description: text(255, ''),
    subject: text(255, ''),
    body: text(65_535, ''),
    body_alt: text(65_535, ''),
    /** The attached files' names as JSON, and what they weigh together. */
    attachment: text(65_535, '[]'),
    attachment_length: integer('0'),
    length: integer('0'),
    user_id: integer(),
    date_created: integer(),
  },
} as const satisfies Table;

const BLANK: Item = {
  message_id: null,
  name: null,
  data: null,
  user_id: null,
  template_id: null,
  type: null,
  description: null,
  subject: null,
  body: null,
  body_alt: null,
  attachment: null,
  aAttachment: [],
  length: null,
};

const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'application/xml': 'xml',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

const resource: Resource = {
  path: 'messages/templates',
  thing: 'Template',
  permission: 'template',
  table: templates,
  blank: BLANK,
  readOnly: ['message_id', 'template_id', 'user_id', 'length', 'attachment', 'aAttachment'],
  list: ({ state, query }) =>
    applyFilters(state.rows(templates).all(), query, {
      ...OWNER_AND_DATE,
      template_id: number('template_id'),
      name: contains('name'),
      subject: contains('subject'),
      type: contains('type'),
      description: contains('description'),
      body: contains('body'),
      body_alt: contains('body_alt'),
    }).map(({ template_id, name, subject, type, length, description }) => ({
      template_id,
      name,
      subject,
      type,
      length,
      description,
    })),
  toItem: (row) => ({
    ...fieldsOf(BLANK, row),
    message_id: row['template_id'] ?? null,
    attachment: null,
    aAttachment: attachmentsOf(row),
  }),
  // The bytes of subject, bodies and attachments: 34, 47 and then 27 in captures 126, 129 and 131.
  saving: (item, { state }) => {
    const attached = state.rows(templates).find(toInteger(String(item['template_id'])))?.['attachment_length'] ?? '0';
    item['length'] = textLength(item) + Number(attached);
    return { length: item['length'] };
  },
  deleted: (row, { state }) => {
    for (const name of Object.values(attachmentsOf(row))) state.media.drop(name);
  },
};

export const templateEndpoints: readonly Endpoint[] = ['messages/templates', 'templates'].flatMap((path) => [
  ...endpointsOf({ ...resource, path }),
  ...mediaEndpoints({
    resource: { ...resource, path },
    missing: 'Template file not found',
    // Never found, uploaded or not (captures 127 and 130).
    find: () => undefined,
    store: async (item, upload, { state, mime }, replaces) => {
      const ending = ENDINGS[mime] ?? 'bin';
      const file = state.media.free((count) => `/usr/ictcore/data/template/attachment_0_${count}.${ending}`);
      await state.media.keep(file, upload);
      const row = state.rows(templates).find(toInteger(String(item['template_id'])));
      if (!row) return;
      const before = Object.values(attachmentsOf(row));
      if (replaces) for (const old of before) state.media.drop(old);
      const stored = replaces ? [] : before;
      const size = upload.size + (replaces ? 0 : Number(row['attachment_length']));
      const numbered = [...stored, file].map((name, index): [string, string] => [String(index + 1), name]);
      state.rows(templates).update(row, {
        attachment: JSON.stringify(Object.fromEntries(numbered)),
        attachment_length: size,
        length: textLength(row) + size,
      });
    },
  }),
]);

/** PHP's empty array is `[]`, one that counts from 1 an object. */
function attachmentsOf(row: Row): Readonly<Record<string, string>> | readonly string[] {
  return JSON.parse(row['attachment'] ?? '[]') as Record<string, string>;
}

function textLength(item: Item): number {
  const text = ['subject', 'body', 'body_alt'].map((field) => (typeof item[field] === 'string' ? item[field] : ''));
  return Buffer.byteLength(text.join(''));
}
