import { expect, test } from 'vitest';

import type { Provider } from '../../src/graph/ports/provider.js';
import type { Backends } from '../../src/graph/ports/backends.js';
import { cloudSigma } from '../../src/providers/cloudsigma/index.js';
import { hostTracker } from '../../src/providers/hosttracker/index.js';
import { hostway } from '../../src/providers/hostway/index.js';
import { ictCore } from '../../src/providers/ictcore/index.js';
import { serwerSms } from '../../src/providers/serwersms/index.js';
import type { UpstreamResponse } from '../../src/transport/exchange.js';
import { createHealth } from '../../src/transport/health.js';

/** Which take tens of milliseconds to be parsed and mapped on any machine. */
const ROWS = 20_000;
/** Of the event loop. Read in one go, such a list gives others one turn or two. */
const TURNS = 8;

const AUTH = { username: 'anna', password: 'a secret of the tests' };
const IN_DOMAINS = { account: 'a', auth: AUTH };
const FILLER = 'x'.repeat(20);
const uuidOf = (id: number): string => `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
const path = (id: number): string => `/api/2.0/notification_contacts/${uuidOf(id % 50)}/`;

type Noun = keyof Backends;

interface LongList {
  readonly provider: Provider;
  readonly noun: Noun;
  readonly settings?: object;
  readonly row: (id: number) => object;
  readonly around?: (rows: readonly object[]) => object;
}

const objects = (rows: readonly object[]): object => ({ meta: { total_count: rows.length }, objects: rows });
const book = (list: readonly object[]): object => ({ count: list.length, list });
const ofIctCore = (noun: Noun, row: LongList['row']): LongList => ({ provider: ictCore, noun, row });

const LISTS: readonly LongList[] = [
  {
    provider: hostTracker,
    noun: 'contact',
    settings: { auth: { token: 'b0f3b4c2-0001-4000-8000-000000000001' } },
    row: (id) => ({ id: uuidOf(id), contactType: 'Email', name: FILLER, address: `${id}@example.com` }),
  },
  { provider: cloudSigma, noun: 'contact', row: (id) => ({ uuid: uuidOf(id), name: FILLER }), around: objects },
  {
    provider: cloudSigma,
    noun: 'notificationPreference',
    row: (id) => ({ contact: path(id), medium: 'email', type: `type ${id}`, value: true }),
    around: objects,
  },
  {
    provider: hostway,
    noun: 'contact',
    settings: { ...IN_DOMAINS, domains: ['example.com'] },
    row: (id) => ({ name: `n${id}`, displayName: FILLER }),
    around: book,
  },
  {
    provider: hostway,
    noun: 'contact',
    settings: { ...IN_DOMAINS, domains: ['example.com', 'example.org'] },
    row: (id) => ({ name: `n${id}`, displayName: FILLER }),
    around: book,
  },
  {
    provider: serwerSms,
    noun: 'contact',
    row: (id) => ({ id, first_name: FILLER, phone: '+48500111222' }),
    around: (items) => ({ items, paging: { count: 1 } }),
  },
  ofIctCore('contact', (id) => ({ contact_id: id, first_name: FILLER })),
  ofIctCore('group', (id) => ({ group_id: id, name: FILLER })),
  ofIctCore('account', (id) => ({ account_id: id, username: FILLER })),
  ofIctCore('user', (id) => ({ user_id: id, username: FILLER })),
  ofIctCore('program', (id) => ({ program_id: id, name: FILLER, type: 'voicemessage' })),
  ofIctCore('campaign', (id) => ({ campaign_id: id, program_id: 1, status: 'active' })),
  ofIctCore('gateway', (id) => ({ provider_id: id, name: FILLER })),
  ofIctCore('message', (id) => ({ text_id: id, document_id: id, recording_id: id, template_id: id, name: FILLER })),
  ofIctCore('transmission', (id) => ({ transmission_id: id, title: FILLER, direction: 'outbound' })),
];

/** The backend's list, and its rows, over an upstream that answers everything with this body. */
async function readAll({ provider, noun, settings = { auth: AUTH } }: LongList, body: Buffer) {
  const answer: UpstreamResponse = { status: 200, headers: { 'content-type': 'application/json' }, body };
  const exchange = (): Promise<UpstreamResponse> => Promise.resolve(answer);
  const connection = {
    upstream: provider.name,
    timeoutMs: 60_000,
    exchange,
    streamExchange: exchange,
    health: createHealth(),
    close: () => Promise.resolve(),
  };
  const upstream = { name: provider.name, provider: provider.name };
  const { backends } = provider.open({
    upstream: upstream as never,
    settings: provider.settings.parse(settings),
    basePath: '',
    defaultCountry: undefined,
    connect: () => connection,
    timeoutMs: 60_000,
    now: Date.now,
  });
  const request = { params: {}, offset: 0, limit: undefined, selected: undefined } as never;
  if (noun === 'notificationPreference') return backends.notificationPreference?.readAll({}) ?? [];
  const backend = backends[noun] as {
    readonly list: (request: never, options: object) => AsyncIterable<{ rows: readonly unknown[] }>;
  };
  const rows: unknown[] = [];
  for await (const page of backend.list(request, {})) {
    for (const row of page.rows) rows.push(row);
    if (rows.length >= ROWS) break;
  }
  return rows;
}

test.each(LISTS.map((list) => [`${list.provider.name} ${list.noun}`, list] as const))(
  'others have their turn while 20,000 rows of one page are read: %s',
  async (_name, list) => {
    const { row, around = (rows: readonly object[]) => rows } = list;
    const body = Buffer.from(JSON.stringify(around(Array.from({ length: ROWS }, (_, index) => row(index + 1)))));
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const rows = await readAll(list, body);
    isOver = true;
    expect(rows.length).toBeGreaterThanOrEqual(ROWS);
    expect(turns).toBeGreaterThan(TURNS);
  },
);
