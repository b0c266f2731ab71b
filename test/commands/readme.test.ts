import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { start, type StartedGateway } from '../../src/commands/start.js';
import { blocksOf } from '../support/markdown.js';
import { lacks, scenesOf } from './readme.js';
import { createWorld } from './test-context.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/g;
const GRAPHQL = 'http://127.0.0.1:4000/graphql';

let started: StartedGateway;
/** The addresses in README and the real ones, both in the order in which `start` prints them. */
let addresses: ReadonlyArray<readonly [told: string, real: string]>;

beforeAll(async () => {
  started = await start({ port: 0, portBase: 0 }, createWorld());
  const real = [...new Set(started.greeting.match(ADDRESS))];
  addresses = real.map((address, index) => [`http://127.0.0.1:${index === 0 ? 4000 : 4100 + index}`, address]);
});

afterAll(() => started.stop(0));

const toReal = (text: string): string =>
  text.replace(ADDRESS, (told) => addresses.find((pair) => pair[0] === told)?.[1] ?? told);
const toTold = (text: string): string =>
  text.replace(ADDRESS, (real) => addresses.find((pair) => pair[1] === real)?.[0] ?? real);

it('start prints what README shows', () => {
  const greeting = toTold(started.greeting).split('\n');
  const shown =
    blocksOf(README)
      .find(({ text }) => text.startsWith('Trunkline answers'))
      ?.text.split('\n') ?? [];
  expect(shown.length).toBeGreaterThan(8);
  expect(shown.filter((line) => line !== '…' && !greeting.includes(line))).toEqual([]);
});

it('every request of README, top to bottom, is answered as it shows', async () => {
  const scenes = scenesOf(README, GRAPHQL);
  expect(scenes.filter(({ shown }) => shown !== undefined)).toHaveLength(17);
  for (const { asked, shown } of scenes) {
    const { method, url, headers, body } = asked;
    // Who reads takes longer between two requests than answers are given again.
    const fresh = { ...headers, 'cache-control': 'no-cache' };
    const answer = await fetch(toReal(url), { method, headers: fresh, ...(body === undefined ? {} : { body }) });
    expect([url, answer.status]).toEqual([url, 200]);
    const real: unknown = await answer.json();
    if (shown !== undefined) expect(lacks(real, shown)).toEqual([]);
  }
});

describe('what README shows is compared', () => {
  const real = { a: 1, rows: [{ n: 1 }, { n: 2, elapsedMs: 3 }, { n: 3 }], none: null };

  it.each<[string, unknown, string[]]>([
    ['all of it', real, []],
    ['some rows, in order', { rows: [{ n: 1 }, { n: 3 }] }, []],
    ['a time', { rows: [{ n: 2, elapsedMs: 99 }] }, []],
    ['another value', { a: 2 }, ['.a']],
    ['a row that is not there', { rows: [{ n: 1 }, { n: 4 }] }, ['.rows[1]']],
    ['rows in another order', { rows: [{ n: 3 }, { n: 1 }] }, ['.rows[1]']],
    ['a row twice', { rows: [{ n: 3 }, { n: 3 }] }, ['.rows[1]']],
    ['a field that is not there', { b: null }, ['.b']],
    ['something where nothing is', { none: {} }, ['.none']],
  ])('%s', (_, shown, missing) => {
    expect(lacks(real, shown)).toEqual(missing);
  });
});
