import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { start, type StartedGateway } from '../../src/commands/start.js';
import { blocksOf } from '../support/markdown.js';
import { documentationPages } from '../support/pages.js';
import { lacks, scenesOf } from './docs.js';
import { createTestContext } from './test-context.js';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/g;
const GRAPHQL = 'http://127.0.0.1:4000/graphql';

const pages = documentationPages();
const README = pages.find(({ path }) => path === 'README.md')?.text ?? '';

/** A gateway over emulators that nobody has asked yet, and a way between the addresses of the pages and its own. */
interface Stage {
  readonly started: StartedGateway;
  readonly toReal: (text: string) => string;
  readonly toShown: (text: string) => string;
}

async function openStage(): Promise<Stage> {
  const started = await start({ port: 0, portBase: 0 }, createTestContext());
  // Both in the order in which `start` prints them.
  const addresses = [...new Set(started.greeting.match(ADDRESS))].map((real, index): [shown: string, real: string] => [
    `http://127.0.0.1:${index === 0 ? 4000 : 4100 + index}`,
    real,
  ]);
  const replace = (text: string, from: 0 | 1, to: 0 | 1): string =>
    text.replace(ADDRESS, (found) => addresses.find((pair) => pair[from] === found)?.[to] ?? found);
  return { started, toReal: (text) => replace(text, 0, 1), toShown: (text) => replace(text, 1, 0) };
}

it('start prints what README shows', async () => {
  const { started, toShown } = await openStage();
  const greeting = toShown(started.greeting).split('\n');
  await started.stop(0);
  const shown =
    blocksOf(README)
      .find(({ text }) => text.startsWith('Trunkline answers'))
      ?.text.split('\n') ?? [];
  expect(shown.length).toBeGreaterThan(8);
  expect(shown.filter((line) => line !== '…' && !greeting.includes(line))).toEqual([]);
});

const played = pages.filter(({ text }) => scenesOf(text, GRAPHQL).length > 0);

it('the pages with requests are known, so that none is played by mistake as empty', () => {
  expect(played.map(({ path }) => path)).toEqual([
    'README.md',
    'docs/providers.md',
    'docs/queries.md',
    'docs/writes.md',
  ]);
});

describe.each(played)('$path', ({ text }) => {
  const scenes = scenesOf(text, GRAPHQL);
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.started.stop(0));

  it('shows each answer behind its request', () => {
    const answers = blocksOf(text).filter(({ language }) => language === 'js');
    expect(scenes.filter(({ shown }) => shown !== undefined)).toHaveLength(answers.length);
  });

  it('every request, top to bottom, is answered as it shows', async () => {
    for (const { asked, shown } of scenes) {
      const { method, url, headers, body } = asked;
      // A person takes longer between two requests than answers are used again.
      const fresh = { ...headers, 'cache-control': 'no-cache' };
      const answer = await fetch(stage.toReal(url), {
        method,
        headers: fresh,
        ...(body === undefined ? {} : { body }),
      });
      expect([url, answer.status]).toEqual([url, 200]);
      const real: unknown = await answer.json();
      if (shown !== undefined) expect(lacks(real, shown), JSON.stringify(shown)).toEqual([]);
    }
  });
});

describe('what a page shows is compared', () => {
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
