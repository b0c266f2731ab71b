import { afterAll, beforeAll, expect, it } from 'vitest';

import { DEFAULT_OPERATION_LIMITS } from '../../src/graph/cost/limits.js';
import { startServer, type TestServer } from '../support/server.js';
import { memoryUpstream, UNABLE, type MemoryRow } from '../support/memory-provider.js';

/** People of many contacts, all of which share one address. */
const crowdOf = (length: number): readonly MemoryRow[] =>
  Array.from({ length }, (_, at) => ({
    key: `${at}`,
    displayName: 'Jan Kowalski',
    emails: ['jan@example.com'],
    phones: [],
    channels: [],
    groupKeys: [],
  }));
const rows = crowdOf(12);

let server: TestServer;
/** The estimate lets three levels pass, and they give 50³ contacts. */
let crowd: TestServer;
beforeAll(async () => {
  server = await startServer([memoryUpstream('memory', rows, UNABLE)]);
  crowd = await startServer([memoryUpstream('memory', crowdOf(50), UNABLE)], {
    limits: { ...DEFAULT_OPERATION_LIMITS, resultNodes: 10_000 },
  });
});
afterAll(() => Promise.all([server.stop(), crowd.stop()]));

const nested = (levels: number): string =>
  `{ person(email: "jan@example.com") ${'{ contacts { person '.repeat(levels)} { id } ${'} }'.repeat(levels)} }`;

it.each([4, 5, 6])(
  'people of contacts of people, %i levels deep, are refused before anything is asked',
  async (levels) => {
    const { status, errors, data } = await server.ask(nested(levels));
    expect([status, errors?.[0]?.extensions?.['code'], data]).toEqual([400, 'BUDGET_EXCEEDED', undefined]);
    expect(errors?.[0]?.message).toMatch(
      `has ${levels} lists of Contact inside each other, and 3 are allowed: ask for what lies deeper by its id`,
    );
  },
);

it('three levels are answered', async () => {
  const { status, errors } = await server.ask(nested(3));
  expect([status, errors]).toEqual([200, undefined]);
});

it('lists without "first" multiply too', async () => {
  const groups = 'groups { id contacts(first: 10) { nodes { id } } }';
  const { errors } = await server.ask(`{ contacts(first: 1000) { nodes { ${groups} } } }`);
  expect(errors?.[0]?.message).toMatch(/may read \d+ rows, more than 20000, most of them in "contacts.nodes.groups/);
});

it('what multiplies beyond the estimate ends while the result is made, and nothing of it is sent', async () => {
  const { status, errors, data, text } = await crowd.ask(nested(3));
  expect([status, data, errors?.length]).toEqual([400, undefined, 1]);
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(/more than 10000 things in its lists.*"limits.resultNodes"/) as string,
    extensions: { code: 'BUDGET_EXCEEDED' },
  });
  expect(text.length).toBeLessThan(1000);
});

it('an answer of too many bytes is not sent, however few its things are', async () => {
  const names = Array.from({ length: 400 }, (_, at) => `a${at}: displayName`).join(' ');
  const small = await startServer([memoryUpstream('memory', rows, UNABLE)], {
    limits: { ...DEFAULT_OPERATION_LIMITS, responseBytes: 50_000 },
  });
  try {
    const answers = [
      await small.ask(`{ contacts { nodes { ${names} } } }`),
      await small.ask('{ contacts { nodes { id } } }'),
    ];
    expect(
      answers.map(({ status, errors, data }) => [status, errors?.[0]?.extensions?.['code'], data !== undefined]),
    ).toEqual([
      [400, 'BUDGET_EXCEEDED', false],
      [200, undefined, true],
    ]);
    expect(answers[0]?.errors?.[0]?.message).toContain('longer than 50000 bytes');
  } finally {
    await small.stop();
  }
});

it('a long answer is the same text at every use of its operation, and one of too many bytes is refused at each', async () => {
  const lists = [1, 2, 3].map((at) => `list${at}: contacts(first: 1000) { nodes { id displayName } totalCount }`);
  const [roomy, narrow] = await Promise.all(
    [1_000_000, 100_000].map((responseBytes) =>
      startServer([memoryUpstream('memory', crowdOf(1000), UNABLE)], {
        limits: { ...DEFAULT_OPERATION_LIMITS, responseBytes },
      }),
    ),
  );
  const [texts, codes] = [new Set<string>(), new Set<unknown>()];
  try {
    for (let use = 1; use <= 3; use += 1) {
      const answer = await roomy?.ask(`{ ${lists.join(' ')} }`);
      texts.add(answer?.text ?? '');
      const refused = await narrow?.ask(`{ ${lists.join(' ')} }`);
      codes.add(`${refused?.status} ${String(refused?.errors?.[0]?.extensions?.['code'])}`);
    }
  } finally {
    await Promise.all([roomy?.stop(), narrow?.stop()]);
  }
  const [text = ''] = texts;
  const { data } = JSON.parse(text) as { data: Readonly<Record<string, { nodes: unknown[] }>> };
  expect(Object.values(data).map(({ nodes }) => nodes.length)).toEqual([1000, 1000, 1000]);
  expect([texts.size, text]).toEqual([1, `${JSON.stringify({ data })}\n`]);
  expect([...codes]).toEqual(['400 BUDGET_EXCEEDED']);
});
