import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';

import { BASE_PATH, startIctCore } from '../../../src/emulators/ictcore/index.js';
import { BASIC, clientOf, failure } from './client.js';

const disk = mkdtempSync(join(tmpdir(), 'emulator-media-'));
vi.stubEnv('TMPDIR', disk);
const emulator = await startIctCore();
const { send, ask, effects } = clientOf(emulator);
const MIB = 1_048_576;

afterAll(async () => {
  await emulator.close();
  rmSync(disk, { recursive: true });
  vi.unstubAllEnvs();
});
beforeEach(() => {
  emulator.reset();
});

const put = (path: string, type: string, body: string, method = 'PUT'): Promise<Response> =>
  send(method, path, { ...BASIC, 'content-type': type }, body);
const folders = (): string[] => readdirSync(disk);
const sizes = (): number[] =>
  folders().flatMap((folder) => readdirSync(join(disk, folder)).map((file) => statSync(join(disk, folder, file)).size));

/** So many pieces of a mebibyte, none like another, and their hash. */
function pieces(count: number): { readonly body: Readable; readonly hash: () => string } {
  const sum = createHash('sha256');
  const one = Buffer.alloc(MIB, 'fax ');
  const each = function* (): Generator<Buffer> {
    for (let index = 0; index < count; index += 1) {
      const piece = Buffer.from(one);
      piece.writeUInt32BE(index, 0);
      sum.update(piece);
      yield piece;
    }
  };
  return { body: Readable.from(each()), hash: () => sum.digest('hex') };
}

describe('a file that is uploaded', () => {
  test('comes back byte for byte', async () => {
    const { body, hash } = pieces(32);
    const answer = await fetch(`${emulator.url}${BASE_PATH}/messages/documents/1/media`, {
      method: 'PUT',
      headers: { ...BASIC, 'content-type': 'application/pdf' },
      body: Readable.toWeb(body),
      duplex: 'half',
    });
    expect([answer.status, await answer.text()]).toEqual([200, '"1"']);
    const download = await send('GET', '/documents/1/media', BASIC);
    const sum = createHash('sha256');
    for await (const piece of download.body ?? []) sum.update(piece as Uint8Array);
    expect(sum.digest('hex')).toBe(hash());
    expect(download.headers.get('content-length')).toBe(String(32 * MIB));
    // The ledger knows how long it was, and not what was in it.
    expect(emulator.requests[0]).toMatchObject({ body: '', bytes: 32 * MIB, effects: ['document.media 1'] });
  });

  test('is on the disk as far as it has come, before it is all there', async () => {
    emulator.reset({ documents: [{ name: 'x' }] });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const headers = { ...BASIC, 'content-type': 'application/pdf' };
      const whole = request(`${emulator.url}${BASE_PATH}/documents/1/media`, { method: 'PUT', headers });
      whole.on('error', reject).on('response', ({ statusCode }) => {
        resolve(statusCode);
      });
      whole.write(Buffer.alloc(4 * MIB));
      void expect
        .poll(sizes, { timeout: 5_000 })
        .toEqual([4 * MIB])
        .then(() => whole.end('end'), reject);
    });
    expect(await answered).toBe(200);
    expect(sizes()).toEqual([4 * MIB + 3]);
  });

  test('that breaks off leaves nothing, and no request waits for it', async () => {
    const before = await (await send('GET', '/documents/1/media', BASIC)).text();
    await new Promise<void>((gone) => {
      const headers = { ...BASIC, 'content-type': 'application/pdf', 'content-length': String(MIB) };
      const half = request(`${emulator.url}${BASE_PATH}/documents/1/media`, { method: 'PUT', headers });
      half.on('error', () => {
        gone();
      });
      half.write(Buffer.alloc(1_000), () => half.destroy(new Error('enough')));
    });
    expect(await (await send('GET', '/documents/1/media', BASIC)).text()).toBe(before);
    expect(effects()).toEqual([]);
  });

  test('is gone from the disk with a reset, a delete and the end', async () => {
    const other = await startIctCore();
    const here = clientOf(other);
    const mine = folders().length;
    other.reset({});
    expect(folders()).toHaveLength(mine - 1);
    await here.ask('POST', '/documents', { name: 'x' });
    await here.send('PUT', '/documents/1/media', { ...BASIC, 'content-type': 'image/png' }, 'png');
    expect(folders()).toHaveLength(mine);
    await here.ask('DELETE', '/documents/1');
    await other.close();
    expect(folders()).toHaveLength(mine - 1);
  });
});

describe('what an upload may be', () => {
  test.each([
    ['documents', 'PUT', 'text/plain', 'x', 415, 'Document media upload failed, invalid file type'],
    ['documents', 'PUT', 'application/pdf; x=1', 'x', 415, 'Document media upload failed, invalid file type'],
    ['documents', 'POST', 'application/pdf', '', 411, 'Document media upload failed, no file uploaded'],
    [
      'documents',
      'PUT',
      'base64',
      'data:text/plain;base64,eA==',
      415,
      'Document media upload failed, invalid file type',
    ],
    ['recordings', 'PUT', 'audio/mpeg', 'x', 415, 'Recording media upload failed, invalid file type'],
    ['recordings', 'POST', 'audio/x-gsm', '', 411, 'Recording media upload failed, no file uploaded'],
    ['templates', 'PUT', 'any/thing', '', 411, 'Template media upload failed, no file uploaded'],
  ])('%s %s as %s of "%s" is refused with %i', async (kind, method, type, body, status, message) => {
    const answer = await put(`/${kind}/1/media`, type, body, method);
    expect([answer.status, await answer.json()]).toEqual([status, failure(status, message)]);
    expect((await put(`/messages/${kind}/99/media`, type, body, method)).status).toBe(status);
    expect(effects()).toEqual([]);
  });

  test('an unknown id is found out last, and a login before anything', async () => {
    expect((await put('/documents/99/media', 'image/tiff', 'x')).status).toBe(404);
    const answer = await send('PUT', '/documents/1/media', { 'content-type': 'image/tiff' }, 'x'.repeat(MIB));
    expect(answer.status).toBe(401);
    expect(emulator.requests.map(({ bytes }) => bytes)).toEqual([1, MIB]);
  });
});

describe('media', () => {
  test('of a document is replaced by PUT and continued by POST, and always sent as PDF', async () => {
    const read = async (): Promise<string> => (await send('GET', '/documents/2/media', BASIC)).text();
    await put('/documents/2/media', 'image/png', 'one');
    await put('/documents/2/media', 'image/jpeg', ' two', 'POST');
    expect(await read()).toBe('one two');
    await put('/documents/2/media', 'base64', `data:image/tiff;base64,${Buffer.from('żółć three').toString('base64')}`);
    const answer = await send('GET', '/documents/2/media', BASIC);
    expect(await answer.text()).toBe('żółć three');
    expect(answer.headers.get('content-type')).toBe('application/pdf; charset=binary');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="document_0_3.tif.pdf"');
    expect(await ask('GET', '/messages/documents/2')).toMatchObject({ pages: '1', size_x: '200', size_y: '300' });
  });

  test('of a recording is sound under its own name, and its length stays 0', async () => {
    await put('/recordings/2/media', 'audio/mpeg3', 'sound');
    const item = (await ask('GET', '/recordings/2')) as Record<string, string>;
    expect(item).toMatchObject({ message_id: '2', length: '0', link: item['file_name'] });
    const answer = await send('GET', '/messages/recordings/2/media', BASIC);
    expect(answer.headers.get('content-type')).toBe('audio/x-wav; charset=binary');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="recording\w{6}\.wav"$/);
    expect(await answer.text()).toBe('sound');
  });

  test('of a template is taken, counted and never found again', async () => {
    expect(await (await put('/templates/2/media', 'text/html', 'żaba')).text()).toBe('"2"');
    await put('/templates/2/media', 'application/pdf', 'x', 'POST');
    expect(await ask('GET', '/templates/2')).toMatchObject({
      attachment: null,
      aAttachment: {
        1: '/usr/ictcore/data/template/attachment_0_1.html',
        2: '/usr/ictcore/data/template/attachment_0_1.pdf',
      },
      length: '6',
    });
    expect((await send('GET', '/templates/2/media', BASIC)).status).toBe(404);
  });

  test('that is cut off on its way is seen to be', async () => {
    emulator.addFault({ kind: 'truncate', path: '/media' });
    const answer = await send('GET', '/documents/1/media', BASIC);
    await expect(answer.text()).rejects.toThrow();
  });
});
