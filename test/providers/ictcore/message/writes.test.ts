import { describe, expect, test } from 'vitest';

import type { Seed } from '../../../../src/emulators/ictcore/index.js';
import { startFixture } from '../fixture.js';
import {
  captured,
  expectRefused,
  guide,
  literal,
  onOne,
  testWire,
  write,
  writesOf,
  type Refused,
} from '../sending-fixture.js';
import { gid } from '../transmission/seed.js';

const create = (kind: string, input: object): string => `create${kind}(input: ${literal(input)})`;
const update = (kind: string, input: object, key = `${kind.toLowerCase()}/1`): string =>
  onOne(`update${kind}`, 'message', key, `input: ${literal(input)}`);
const remove = (key: string) => ({
  field: onOne('deleteMessage', 'message', key),
  selection: 'deletedIds',
  payload: { deletedIds: [gid('message', key)] },
});

const document = { name: 'Invoice', description: 'Description' };
const template = {
  name: 'name',
  description: 'Description',
  subject: 'Subject',
  body: '<p>body</p>',
  bodyAlt: 'body alt',
};
const text = { name: 'name', data: 'Data', type: 'plain', description: 'Description' };

testWire([
  { exchanges: captured(116), field: create('Recording', { name: 'Welcome', description: 'hello' }) },
  { exchanges: captured(131), field: update('Template', { subject: 'New' }) },
  { exchanges: guide('document-create'), field: create('Document', document) },
  { exchanges: guide('document-update'), field: update('Document', { name: 'Invoice 2' }) },
  { exchanges: guide('recording-create'), field: create('Recording', { name: 'Welcome', description: 'Description' }) },
  { exchanges: guide('recording-update'), field: update('Recording', { description: 'New' }) },
  { exchanges: guide('template-create'), field: create('Template', template) },
  // Null is not stored by real servers: empty text clears.
  { exchanges: guide('template-update'), field: update('Template', { subject: 'New', bodyAlt: null }) },
  { exchanges: guide('text-create'), field: create('Text', text) },
  { exchanges: guide('text-update'), field: update('Text', { data: 'New', type: 'unicode' }) },
  { exchanges: captured(360), ...remove('document/2') },
  { exchanges: captured(361), ...remove('recording/1') },
  { exchanges: captured(362), ...remove('template/1') },
  ...['document', 'recording', 'template', 'text'].map((kind) => ({
    exchanges: guide(`${kind}-delete`),
    ...remove(`${kind}/1`),
  })),
]);

const SEED: Seed = {
  documents: [{ document_id: 1, name: 'Pages', description: 'kept', quality: 'fine' }],
  recordings: [{ recording_id: 1, name: 'Sound' }],
  templates: [{ template_id: 1, name: 'Mail', subject: 'Hi', body: '<p>Hi</p>', body_alt: 'Hi' }],
  texts: [{ text_id: 1, name: 'Text', data: 'Hi' }],
};

describe('mistakes are told all at once, and nothing is sent', () => {
  const bad = (...fields: readonly string[]): Refused[1] =>
    fields.map((field) => ['BAD_USER_INPUT', 'input', field] as const);
  const refused: readonly Refused[] = [
    [create('Document', { name: ' ', description: 'x'.repeat(256) }), bad('name', 'description')],
    [create('Recording', { name: 'x'.repeat(129) }), bad('name')],
    [
      create('Template', { name: '', subject: ' ', body: '', bodyAlt: '\u0000' }),
      bad('name', 'subject', 'body', 'bodyAlt'),
    ],
    [create('Template', { ...template, body: 'ż'.repeat(33_000) }), bad('body')],
    [create('Text', { name: 'x', data: '\n', type: 'no charset' }), bad('data', 'type')],
    [update('Document', { name: null, quality: 'best' }), bad('name', 'quality')],
    [update('Document', { quality: null }), bad('quality')],
    [update('Template', { subject: null, body: null, name: null }), bad('name', 'subject', 'body')],
    [update('Text', { data: null, type: null }), bad('data', 'type')],
    [update('Text', { data: 'x' }, 'template/1'), [['NOT_FOUND']]],
    [update('Document', { name: 'x' }, 'document/007'), [['NOT_FOUND']]],
    [remove('document').field, [['NOT_FOUND', 'id']]],
    [remove('fax/1').field, [['NOT_FOUND', 'id']]],
    [remove('text/1/media').field, [['NOT_FOUND', 'id']]],
  ];
  test.each(refused)('%s', async (field, mistakes) => {
    await using fixture = await startFixture(SEED);
    await expectRefused(fixture, [field, mistakes]);
  });
});

test('half a character is refused: PHP would read nothing of the whole body, and store an empty text', async () => {
  await using fixture = await startFixture(SEED);
  const { data } = await fixture.gateway.ask(
    'mutation ($input: CreateTextInput!) { createText(input: $input) { userErrors { code field } } }',
    { input: { name: 'x', data: 'half \ud83d' } },
  );
  expect(data).toEqual({ createText: { userErrors: [{ code: 'BAD_USER_INPUT', field: ['input', 'data'] }] } });
  expect(writesOf(fixture)).toEqual([]);
});

test('an update keeps what it leaves out, and one with nothing in it sends nothing', async () => {
  await using fixture = await startFixture(SEED);
  const DOCUMENT = 'document { name description quality }';
  const stored = await write(fixture.gateway, update('Document', { quality: 'ultra' }), DOCUMENT);
  expect(stored.payload).toEqual({
    document: { name: 'Pages', description: 'kept', quality: 'ultra' },
    userErrors: [],
  });
  const cleared = await write(fixture.gateway, update('Document', { description: null }), DOCUMENT);
  expect(cleared.payload).toMatchObject({ document: { name: 'Pages', description: null } });
  const before = fixture.emulator.requests.length;
  expect((await write(fixture.gateway, update('Document', {}))).payload).toEqual({ userErrors: [] });
  expect(fixture.emulator.requests).toHaveLength(before);
});

test('null and empty text in a new message stand for nothing, as if they were left out', async () => {
  await using fixture = await startFixture(SEED);
  const empty = { ...text, type: null, description: '' };
  const { payload } = await write(fixture.gateway, create('Text', empty), 'text { type description data }');
  expect(payload).toEqual({ text: { type: 'UTF-8', description: null, data: 'Data' }, userErrors: [] });
  expect(writesOf(fixture)).toEqual(['POST /messages/texts {"name":"name","data":"Data"}']);
});

test('a text that is gone is called a transmission by the server, and is NOT_FOUND all the same', async () => {
  await using fixture = await startFixture(SEED);
  for (const field of [update('Text', { data: 'x' }, 'text/9'), remove('text/9').field, remove('document/9').field]) {
    const { payload } = await write(fixture.gateway, field);
    expect(payload).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  }
});

test('a delete that is answered with 417 is a success when the message is gone, and only then', async () => {
  await using fixture = await startFixture(SEED);
  const body = '{"error":{"code":417,"message":"Document delete failed"}}';
  const headers = { 'content-type': 'application/json' };
  fixture.emulator.addFault({ kind: 'status', status: 417, method: 'DELETE', headers, body });
  const stored = await write(fixture.gateway, remove('document/1').field, 'deletedIds');
  expect(stored.payload).toMatchObject({ deletedIds: [], userErrors: [{ code: 'UPSTREAM_REJECTED' }] });
  const gone = await write(fixture.gateway, remove('document/7').field, 'deletedIds');
  expect(gone.payload).toEqual({ deletedIds: [gid('message', 'document/7')], userErrors: [] });
  fixture.emulator.addFault({ kind: 'status', status: 500, method: 'GET' });
  const open = await write(fixture.gateway, remove('document/7').field, 'deletedIds');
  expect(open.errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
});

test('an update whose answer was lost is looked up in the message itself', async () => {
  await using fixture = await startFixture(SEED);
  fixture.emulator.addFault({ kind: 'resetAfterEffect', method: 'PUT' });
  const { errors } = await write(fixture.gateway, update('Template', { body: '<p>Ż</p>', bodyAlt: null }));
  expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  const id = String(errors[0]?.extensions['operationId']);
  const { data } = await fixture.gateway.ask(`{ operation(id: "${id}") { state } }`);
  expect(data).toEqual({ operation: { state: 'SUCCEEDED' } });
});
