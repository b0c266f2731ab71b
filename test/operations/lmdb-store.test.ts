import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openLmdbStore } from '../../src/operations/lmdb-store.js';
import { parseRecord } from '../../src/operations/record-json.js';
import { builtPath } from '../support/built-path.js';
import { makeRecord } from './make-record.js';
import { testStore } from './store-conformance.js';

testStore('LMDB', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  return { open: () => openLmdbStore(join(folder, 'operations')), remove: () => rm(folder, { recursive: true }) };
});

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'trunkline-'));
  folder = join(parent, 'operations');
  await mkdir(folder);
});
afterEach(async () => {
  await rm(parent, { recursive: true });
});

const scriptAt = (name: string): string => builtPath(`test/operations/${name}`);

test('M15 two processes share a store: what a process was told outlives its being killed, and others see that it is gone', async () => {
  const child = spawn(process.execPath, [scriptAt('reserve-and-wait.ts'), folder]);
  const ended = once(child, 'exit');
  const [[line], store] = await Promise.all([once(child.stdout, 'data') as Promise<[Buffer]>, openLmdbStore(folder)]);
  const record = parseRecord(line.toString());
  expect(await store.get(record.id)).toEqual(record);
  expect(await store.isGone(record.owner)).toBe(false);
  child.kill('SIGKILL');
  await ended;
  expect(await store.isGone(record.owner)).toBe(true);
  expect(await store.insert(makeRecord({ scope: 'mine' }))).toEqual(record);
  await store.close();
  const again = await openLmdbStore(folder);
  expect(await again.get(record.id)).toEqual(record);
  await again.close();
});

test('tells a process from an earlier one with the same number, and from one on another host', async () => {
  const store = await openLmdbStore(folder);
  const [host = '', namespace = '', pid = '', start = ''] = store.owner.split('/');
  const nameOf = (...parts: readonly string[]): Promise<boolean> => store.isGone(parts.join('/'));
  expect(await nameOf(host, namespace, pid, `${start}0`)).toBe(true);
  expect(await nameOf(host, namespace, '999999999', start)).toBe(true);
  expect(await nameOf(`${host}0`, namespace, '999999999', start)).toBe(false);
  expect(await nameOf(host, `${namespace}0`, '999999999', start)).toBe(false);
  await store.close();
});

test('a disk that takes no more costs the writes and not the process, and nothing that was told', async () => {
  const command = `ulimit -f 400 && exec "$0" "$1" "$2"`;
  const child = spawn('sh', ['-c', command, process.execPath, scriptAt('fill-disk.ts'), folder]);
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  expect(await once(child, 'close')).toEqual([0, null]);
  const reported = JSON.parse(out) as { stored: number; there: number; reasons: string[] };
  expect(reported.there).toBe(reported.stored);
  expect(reported.stored).toBeGreaterThan(5);
  for (const reason of reported.reasons)
    expect(reason).toMatch(/operations in .* could not be read or written: .*(large|Input\/output error)/);
});

test('a claim that fails half-way leaves nothing behind', async () => {
  const store = await openLmdbStore(folder);
  // As long as a key may be, so that the key of the index, which holds more, is too long.
  const record = makeRecord({ id: 'x'.repeat(1970) });
  await expect(store.insert(record)).rejects.toThrow(/could not be read or written: Key size/);
  expect(await store.get(record.id)).toBeUndefined();
  await store.close();
});

test('its directory and files are for its user alone', async () => {
  const place = join(folder, 'made', 'by', 'it');
  const store = await openLmdbStore(place);
  await store.insert(makeRecord());
  const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
  expect(await modeOf(place)).toBe(0o700);
  const files = await readdir(place);
  expect(files.sort()).toEqual(['data.mdb', 'lock.mdb', 'store.json']);
  for (const file of files) expect(await modeOf(join(place, file))).toBe(0o600);
  await store.close();
});

test('says what to do where the directory can’t be made', async () => {
  await writeFile(join(folder, 'file'), '');
  const place = join(folder, 'file', 'operations');
  await expect(openLmdbStore(place)).rejects.toThrow(
    new RegExp(
      `^operations can't be kept in ${place}: ENOTDIR.*; make it a directory that the gateway's user may write`,
    ),
  );
});

// As on a stale mount: the system says of a folder that is there that it is not. Node's recursive mkdir never came back.
test.runIf(process.platform === 'linux')('ends at once where the system denies what is there', async () => {
  await expect(openLmdbStore('/proc/trunkline/operations')).rejects.toThrow(
    /^operations can't be kept in .*: ENOENT.*;/,
  );
});

test.each([
  ['is something else', Buffer.from('not a database'.repeat(1000))],
  ['was cut off', Buffer.alloc(100).fill(Buffer.from('dec0efbe02000000', 'hex'), 24, 32)],
])('says what to do where its file %s', async (_, content) => {
  await writeFile(join(folder, 'data.mdb'), content);
  await expect(openLmdbStore(folder)).rejects.toThrow(
    /^operations can't be kept in .*data\.mdb is not a file of LMDB.*;/,
  );
});
