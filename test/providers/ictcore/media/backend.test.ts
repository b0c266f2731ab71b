import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { BASE_PATH, CREDENTIALS, startIctCore } from '../../../../src/emulators/ictcore/index.js';
import { CREDENTIALS as SERWER, startSerwerSms } from '../../../../src/emulators/serwersms/index.js';
import { encodeId } from '../../../../src/graph/values/id.js';
import { ictCore } from '../../../../src/providers/ictcore/index.js';
import { serwerSms } from '../../../../src/providers/serwersms/index.js';
import { startServer, type HttpAnswer, type TestServer } from '../../../support/server.js';

let emulator: Awaited<ReturnType<typeof startIctCore>>;
let serwer: Awaited<ReturnType<typeof startSerwerSms>>;
let server: TestServer;

beforeAll(async () => {
  [emulator, serwer] = await Promise.all([startIctCore(), startSerwerSms()]);
  server = await startServer([
    { provider: ictCore, baseUrl: emulator.url + BASE_PATH, settings: { auth: { ...CREDENTIALS } } },
    { provider: serwerSms, baseUrl: serwer.url, settings: { auth: { token: SERWER.token } } },
  ]);
});
beforeEach(() => {
  emulator.reset();
});
afterAll(async () => {
  await server.stop();
  await emulator.close();
  await serwer.close();
});

const messageId = (key: string): string => encodeId('ictcore', 'message', key);
const groupId = (key: string): string => encodeId('ictcore', 'group', key);
const pathOf = (url: unknown): string => new URL(String(url)).pathname;

interface Upload {
  readonly url: string | null;
  readonly method: string;
  readonly expiresAt: string | null;
  readonly userErrors: ReadonlyArray<{ readonly code: string; readonly message: string; readonly field: string[] }>;
}

async function sign(mutation: 'createMediaUpload' | 'createGroupImport', id: string): Promise<Upload> {
  const argument = mutation === 'createMediaUpload' ? 'messageId' : 'groupId';
  const { data } = await server.ask(
    `mutation ($id: ID!) { ${mutation}(${argument}: $id) { url method expiresAt userErrors { code message field } } }`,
    { variables: { id } },
  );
  return data?.[mutation] as Upload;
}

async function put(key: string, type: string | undefined, body: string): Promise<HttpAnswer> {
  const { url } = await sign('createMediaUpload', messageId(key));
  return putTo(url, type, body);
}

function putTo(url: string | null, type: string | undefined, body: string): Promise<HttpAnswer> {
  // A body of bytes gets no content type by itself.
  const headers = type === undefined ? {} : { 'content-type': type };
  return server.fetch(pathOf(url), { method: 'PUT', headers, body: Buffer.from(body) });
}

async function mediaOf(key: string): Promise<HttpAnswer> {
  const { data } = await server.ask(
    'query ($id: ID!) { node(id: $id) { ... on Document { mediaUrl } ... on Recording { mediaUrl } ... on Template { mediaUrl } } }',
    { variables: { id: messageId(key) } },
  );
  return server.fetch(pathOf((data?.['node'] as { mediaUrl: string }).mediaUrl));
}

/** What the provider was sent: the type of the last file, and whether it was PUT or POSTed. */
function lastFile(): string {
  const sent = emulator.requests.filter(({ path, method }) => /media|csv/.test(path) && method !== 'GET').at(-1);
  return sent ? `${sent.method} ${sent.path.slice(BASE_PATH.length)} ${String(sent.headers['content-type'])}` : 'none';
}

describe('the file of a message', () => {
  test.each([
    ['document/2', 'application/pdf', 'application/pdf', 'document_2.pdf'],
    ['recording/2', 'audio/wav', 'audio/wav', 'recording_2.wav'],
  ])('%s goes up, replaces what was there, and comes down', async (key, type, served, name) => {
    const before = await mediaOf(key);
    expect([before.status, before.errors?.[0]?.extensions]).toEqual([404, { code: 'NOT_FOUND' }]);
    for (const content of ['first', 'second']) {
      const { status, text } = await put(key, type, content);
      expect([status, JSON.parse(text)]).toEqual([200, { stored: true }]);
      const { headers, text: file } = await mediaOf(key);
      expect([file, headers.get('content-type')]).toEqual([content, served]);
      expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    }
  });

  test.each([
    ['document/1', 'application/pdf; charset=binary', 'application/pdf'],
    ['document/1', 'APPLICATION/PDF', 'application/pdf'],
    ['document/1', 'image/jpg', 'image/jpeg'],
    ['recording/1', 'audio/mpeg', 'audio/mpeg3'],
    ['recording/1', 'audio/mp3', 'audio/mpeg3'],
    ['recording/1', 'audio/wave', 'audio/wav'],
    ['template/1', 'text/plain; charset=utf-8', 'text/plain'],
    ['template/1', 'application/json', 'application/octet-stream'],
    ['template/1', 'application/x-www-form-urlencoded', 'application/octet-stream'],
    ['template/1', 'base64', 'application/octet-stream'],
    ['template/1', undefined, 'application/octet-stream'],
  ])('%s of type %s is sent under a name that the server takes: %s', async (key, type, sent) => {
    expect((await put(key, type, 'file')).status).toBe(200);
    expect(lastFile()).toBe(`PUT /messages/${key.replace('/', 's/')}/media ${sent}`);
  });

  test.each([
    ['document/1', 'audio/wav', 'application/pdf'],
    ['document/1', undefined, 'not missing'],
    ['document/1', 'base64', 'not missing'],
    ['recording/1', 'application/pdf', 'audio/wav'],
    ['recording/1', 'video/mp4', 'not video/mp4'],
    ['template/1', 'multipart/form-data; boundary=x', 'whole body'],
  ])('%s of type %s is refused in words, and nothing is sent', async (key, type, words) => {
    const { url } = await sign('createMediaUpload', messageId(key));
    const before = emulator.requests.length;
    const { status, errors } = await putTo(url, type, 'x'.repeat(500_000));
    expect([status, errors?.[0]?.extensions]).toEqual([422, { code: 'UPSTREAM_REJECTED' }]);
    expect(errors?.[0]?.message).toContain(words);
    expect(emulator.requests).toHaveLength(before);
    // The connection is not left with half a file in it.
    expect((await server.ask('{ __typename }')).status).toBe(200);
  });

  test.each([
    ['', 422, 'UPSTREAM_REJECTED'],
    ['x', 404, 'NOT_FOUND'],
  ])('what the server itself refuses is told with its reason: %j', async (body, status, code) => {
    const { url } = await sign('createMediaUpload', messageId('document/1'));
    if (status === 404) emulator.reset({});
    const answer = await putTo(url, 'application/pdf', body);
    expect([answer.status, answer.errors?.[0]?.extensions?.['code']]).toEqual([status, code]);
  });

  test('an error in an answer of 200 is no success, and a broken answer leaves the outcome open', async () => {
    const { url } = await sign('createMediaUpload', messageId('document/1'));
    const headers = { 'content-type': 'application/json' };
    const body = '{"error":{"code":0,"message":"disk full"}}';
    emulator.addFault({ kind: 'status', status: 200, headers, body, path: '/media' });
    const refused = await putTo(url, 'application/pdf', 'x');
    expect([refused.status, refused.errors?.[0]?.message]).toEqual([
      422,
      expect.stringContaining('disk full') as string,
    ]);
    emulator.clearFaults();
    emulator.addFault({ kind: 'html', path: '/media' });
    expect((await putTo(url, 'application/pdf', 'x')).errors?.[0]?.extensions?.['code']).toBe('UPSTREAM_PROTOCOL');
    emulator.clearFaults();
  });
});

describe('contacts of a group as CSV', () => {
  test('are added to it in the background, under exactly text/csv', async () => {
    const { url } = await sign('createGroupImport', groupId('5'));
    const line = '"48500100200","Eva","New","eva@example.com","","","","",""\n';
    const { status } = await putTo(url, 'text/csv; charset=utf-8', line);
    expect([status, lastFile()]).toEqual([200, 'POST /groups/5/csv text/csv']);
    emulator.clock.advance(2_000);
    const { data } = await server.ask(
      'query ($id: ID!) { node(id: $id) { ... on Group { contacts { nodes { displayName phones } } } } }',
      { variables: { id: groupId('5') } },
    );
    expect(data).toEqual({
      node: { contacts: { nodes: [{ displayName: 'Eva New', phones: ['+48500100200'] }] } },
    });
  });

  test('are added once for each URL, also where the answer to the first was lost', async () => {
    const importsOf = () =>
      emulator.requests.flatMap(({ effects }) => effects).filter((each) => each.startsWith('group.import'));
    const before = importsOf().length;
    const { url } = await sign('createGroupImport', groupId('3'));
    expect((await putTo(url, 'text/csv', '"48500100201"\n')).status).toBe(200);
    expect(await putTo(url, 'text/csv', '"48500100201"\n')).toMatchObject({
      status: 409,
      errors: [{ extensions: { code: 'CONFLICT' } }],
    });
    expect(importsOf()).toHaveLength(before + 1);

    const { url: other } = await sign('createGroupImport', groupId('4'));
    emulator.addFault({ kind: 'resetAfterEffect', path: '/csv' });
    expect(await putTo(other, 'text/csv', '"48500100202"\n')).toMatchObject({
      status: 502,
      errors: [{ extensions: { code: 'OUTCOME_UNKNOWN' } }],
    });
    emulator.clearFaults();
    expect((await putTo(other, 'text/csv', '"48500100202"\n')).status).toBe(502);
    expect(importsOf()).toHaveLength(before + 2);
  });

  test('a form is no CSV, and a server that can not begin to import says so', async () => {
    const { url } = await sign('createGroupImport', groupId('2'));
    expect((await putTo(url, 'multipart/form-data; boundary=x', 'x')).status).toBe(422);
    expect(lastFile()).toBe('none');
    const headers = { 'content-type': 'application/json' };
    emulator.addFault({ kind: 'status', status: 200, headers, body: 'false', path: '/csv' });
    expect((await putTo(url, 'text/csv', 'x')).status).toBe(422);
    emulator.clearFaults();
  });

  test('a sample shows the nine columns', async () => {
    const { data } = await server.ask('{ groups { nodes { ... on IctCoreGroup { csvSampleUrl } } } }');
    const [group] = (data as { groups: { nodes: Array<{ csvSampleUrl: string }> } }).groups.nodes;
    const { text, headers } = await server.fetch(pathOf(group?.csvSampleUrl));
    expect(headers.get('content-disposition')).toBe('attachment; filename="contact_sample.csv"');
    expect(text.split('\n')[0]?.split(',')).toHaveLength(9);
  });
});

describe('mutations that sign a URL', () => {
  test('change nothing, and the URL allows PUT for 15 minutes', async () => {
    const { url, method, expiresAt, userErrors } = await sign('createMediaUpload', messageId('recording/1'));
    expect([method, userErrors]).toEqual(['PUT', []]);
    const minutes = (new Date(expiresAt ?? '').getTime() - Date.now()) / 60_000;
    expect(Math.abs(minutes - 15)).toBeLessThan(1);
    expect((await server.fetch(pathOf(url))).status).toBe(403);
    expect(emulator.requests.filter(({ effects }) => effects.length > 0)).toEqual([]);
  });

  test.each([
    ['createMediaUpload', 'no id of ours', 'BAD_USER_INPUT'],
    ['createMediaUpload', messageId('document/999'), 'NOT_FOUND'],
    ['createMediaUpload', groupId('1'), 'NOT_FOUND'],
    ['createMediaUpload', encodeId('elsewhere', 'message', 'document/1'), 'NOT_FOUND'],
    ['createMediaUpload', messageId('text/1'), 'UNSUPPORTED'],
    ['createGroupImport', groupId('999'), 'NOT_FOUND'],
    ['createGroupImport', groupId('sample'), 'NOT_FOUND'],
  ] as const)('%s of what takes no file is an error of the caller: %s is %s', async (mutation, id, code) => {
    const field = [mutation === 'createMediaUpload' ? 'messageId' : 'groupId'];
    expect(await sign(mutation, id)).toMatchObject({ url: null, expiresAt: null, userErrors: [{ code, field }] });
  });

  test('a group of a provider that does not import is told so', async () => {
    const { data } = await server.ask('{ groups(upstreams: ["serwersms"]) { nodes { id } } }');
    const [group] = (data as { groups: { nodes: Array<{ id: string }> } }).groups.nodes;
    expect(await sign('createGroupImport', group?.id ?? '')).toMatchObject({ userErrors: [{ code: 'UNSUPPORTED' }] });
  });

  test('are named among what an upstream can do', async () => {
    const { data } = await server.ask('{ upstreams { name capabilities { writes } } }');
    const uploadMutations = ['createMediaUpload', 'createGroupImport'];
    expect(data).toMatchObject({
      upstreams: [
        { name: 'ictcore', capabilities: { writes: expect.arrayContaining(uploadMutations) as never } },
        { name: 'serwersms', capabilities: { writes: expect.not.arrayContaining(uploadMutations) as never } },
      ],
    });
  });
});
