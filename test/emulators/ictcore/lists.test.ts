import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { startIctCore, type Seed } from '../../../src/emulators/ictcore/index.js';
import { clientOf } from './client.js';

const emulator = await startIctCore();
const { ask, list } = clientOf(emulator);

afterAll(() => emulator.close());

type Values = Readonly<Record<string, unknown>>;

const stamps = [100, 200, 300].map((date_created, index) => ({ date_created, user_id: 1 + (index % 2) }));
const three = (rows: readonly Values[]): Values[] => rows.map((row, index) => ({ ...stamps[index], ...row }));

const SEED: Seed = {
  contacts: [
    { contact_id: 1, phone: '+48500111222', email: 'anna@example.com' },
    { contact_id: 2, phone: '+48600', email: 'jan@example.org' },
  ],
  accounts: three([
    {
      type: 'account',
      username: 'Anna',
      phone: '111',
      email: 'a@x.pl',
      passwd: 'tajne',
      passwd_pin: '4321',
      active: 1,
    },
    { type: 'did', username: '4822', phone: '4822', first_name: 'Main', last_name: 'Desk' },
    { type: 'extension', username: 'ext1', phone: '4001', active: 1 },
  ]),
  documents: three([{ name: 'Invoice', type: 'pdf', description: 'march' }, { name: 'inv 2' }, { name: '50%' }]),
  recordings: three([{ name: 'Welcome', type: 'wav', description: 'hello' }, { name: 'Bye' }, {}]),
  templates: three([{ name: 'A', subject: 'Hi', body: 'one' }, { name: 'B', body_alt: 'two', type: 'html' }, {}]),
  texts: three([{ name: 'Promo', data: 'Sale' }, { name: 'Alert', description: 'night' }, { type: 'ASCII' }]),
  programs: three([
    { name: 'Fax', type: 'sendfax', data: '{"document_id":1}' },
    { name: 'Fax 2', type: 'receivefax' },
    { name: 'Sms', type: 'sendsms', data: '{"text_id":1}' },
  ]),
  campaigns: three([
    { program_id: 1, group_id: 1, status: 'new' },
    { program_id: 11, group_id: 2, status: 'completed' },
    { program_id: 12, group_id: 1, status: 'paused' },
  ]),
  transmissions: three([
    {
      title: 'Fax one',
      service_flag: 2,
      account_id: 1,
      contact_id: 1,
      program_id: 1,
      origin: 'sendfax',
      status: 'pending',
    },
    {
      title: 'Both',
      service_flag: 3,
      account_id: 2,
      contact_id: 2,
      program_id: 1,
      direction: 'inbound',
      status: 'completed',
    },
    {
      title: 'Sms',
      service_flag: 4,
      account_id: 1,
      contact_id: 2,
      program_id: 3,
      status: 'failed',
      campaign_id: 3,
      is_deleted: 1,
    },
  ]),
  spools: [
    { transmission_id: 1, account_id: 1, service_flag: 2, status: 'failed' },
    { transmission_id: 1, account_id: 1, service_flag: 2, status: 'completed' },
    { transmission_id: 2, account_id: 2, service_flag: 3, status: 'failed' },
  ],
  spool_results: [
    { spool_id: 1, application_id: 1, type: 'application', name: 'originate', data: 'error' },
    { spool_id: 2, application_id: 1, type: 'application', name: 'originate', data: 'success' },
    { spool_id: 2, application_id: 2, type: 'info', name: 'pages', data: '12' },
  ],
};

const KEYS = [
  ...['spool_result_id', 'spool_id', 'transmission_id', 'campaign_id', 'program_id', 'document_id', 'recording_id'],
  ...['template_id', 'text_id', 'role_id', 'permission_id', 'account_id', 'user_id'],
];
const idsOf = async (path: string): Promise<string> => {
  const rows = await list(path);
  return rows.map((row) => row[KEYS.find((key) => key in row) ?? '']).join(' ');
};

describe('a list', () => {
  beforeEach(() => {
    emulator.reset(SEED);
  });

  // Every filter of each list; what is not one is ignored, and a number that is none finds nothing.
  test.each([
    [
      '/accounts',
      `account_id=2 → 2; user_id=2 → 2; created_by=1 → 1 3; type=D → 2; type=i → 2 3; username=ann → 1; phone=4
       → 2 3; email=X.PL → 1; first_name=ai → 2; last_name=desk → 2; passwd=taj → 1; passwd_pin=32 → 1; active=1
       → 1 2 3; after=200 → 2 3; before=100 → 1; account_id=x →; created_by=x →`,
    ],
    ['/extensions', '→ 3; phone=4822 →'],
    ['/dids', '→ 2; username=48 → 2'],
    ['/users/1/accounts', '→ 1 3; type=ext → 3'],
    [
      '/users',
      `user_id=2 → 2; username=ADMIN → 1; username=adm →; phone=222222 → 2; phone=222 →; email=USER@ictcore.org → 2;
       first_name=test → 2; first_name=t →; last_name=ADMINISTRATOR → 1; created_by=1 →; company=x → 1 2`,
    ],
    [
      '/documents',
      `document_id=1 → 1; name=INV → 1 2; name=0%25 → 3; type=pd → 1; description=mar → 1; user_id=2 → 2;
       created_by=1 → 1 3; before=200 → 1 2; after=300 → 3; pages=9 → 1 2 3`,
    ],
    ['/messages/recordings', 'recording_id=2 → 2; name=e → 1 2; type=wav → 1; description=ell → 1; user_id=x →'],
    [
      '/templates',
      `template_id=3 → 3; name=b → 2; subject=hi → 1; type=html → 2; body=one → 1; body_alt=w → 2; description=
       → 1 2 3; length=9 → 1 2 3`,
    ],
    ['/messages/texts', 'text_id=1 → 1; name=pro → 1; type=asc → 3; description=NIGHT → 2; data=Sale → 1 2 3'],
    [
      '/programs',
      'program_id=3 → 3; name=fax → 1 2; type=fax → 1 2; created_by=2 → 2; after=201 → 3; parent_id=9 → 1 2 3',
    ],
    ['/programs/fax', '→ 1 2; name=2 → 2'],
    ['/programs/1/transmissions', '→ 1 2; status=pending → 1 2'],
    [
      '/campaigns',
      `campaign_id=1 → 1; group_id=1 → 1 3; group_id=x →; user_id=2 → 2; status=E → 1 2 3; status=plete → 2;
       program_id=1 → 1 2; program_id=2 → 3; before=199 → 1; cpm=7 → 1 2 3`,
    ],
    [
      '/transmissions',
      `transmission_id=2 → 2; program_id=1 → 1 2; account_id=1 → 1 3; contact_id=2 → 2 3; campaign_id=3 → 3;
       user_id=2 → 2; created_by=1 → 1 3; is_deleted=1 → 3; title=o → 1 2; origin=SEND → 1; direction=in → 2;
       status=p → 1 2; response=x →; account_email=x.pl → 1 3; account_phone=48 → 2; contact_email=.org → 2 3;
       contact_phone=0011 → 1; email=x.pl → 1 3; email=example → 1 2 3; phone=48 → 1 2 3; phone=4822 → 2;
       service_flag=2 → 1 2; service_flag=3 → 2; service_flag=x →; after=300 → 3; username=x&limit=1 → 1 2 3`,
    ],
    ['/faxes', '→ 1 2; status=failed → 1 2'],
    ['/calls', '→ 2'],
    ['/smses', '→ 3'],
    ['/emails', '→'],
    [
      '/transmissions/1/detail',
      `→ 1 2; spool_id=2 → 2; account_id=2 →; status=FAILED → 1; status=fail →; transmission_id=2 → 3;
       service_flag=2 → 1 2; service_flag=1 →; response= → 1 2`,
    ],
    [
      '/transmissions/1/results',
      `→ 2 3; spool_result_id=3 → 3; spool_id=1 → 1; application_id=2 → 3; type=info → 3; type=inf →; name=pages
       → 3; data=ucc → 2`,
    ],
    ['/spools/2/result', '→ 2 3; data=1 → 3'],
    ['/roles', 'role_id=2 → 2; name=us → 1; name=ser →'],
    ['/permissions', 'permission_id=51 → 51; name=spool → 36 39 38 37'],
  ])('%s finds what its filters tell', async (path, cases) => {
    for (const [query = '', found = ''] of cases.split(';').map((line) => line.trim().split(/\s*→\s*/))) {
      expect(await idsOf(`${path}?${query}`), query).toBe(found);
    }
  });

  test('counts what the statistics are asked about', async () => {
    const count = async (query: string, field: string): Promise<unknown> =>
      ((await ask('GET', `/statistics?${query}`)) as Record<string, string>)[field];
    expect(await count('', 'transmission_total')).toBe('3');
    expect(await count('service_flag=2', 'transmission_total')).toBe('2');
    expect(await count('account_type=did', 'account_total')).toBe('1');
    expect(await count('user_id=1', 'campaign_total')).toBe('2');
    for (const key of ['date_created', 'since', 'from']) expect(await count(`${key}=300`, 'campaign_total')).toBe('1');
    expect(await count('', 'transmission_inbound')).toBe('1');
  });

  test('of accounts or users is an object where it is asked for one that is in no table', async () => {
    expect(await ask('GET', '/accounts?account_id=-2')).toEqual({
      '-2': {
        ...{ account_id: '-2', type: 'account', username: null, first_name: 'ICTCore', last_name: '' },
        ...{ phone: '1111111111', email: 'no-reply@example.com' },
      },
    });
    expect(await ask('GET', '/accounts?account_id=-1')).toMatchObject({ 3: { username: 'ext1' } });
    expect(await ask('GET', '/users?user_id=-1')).toMatchObject({ '-1': { last_name: 'Guest' } });
    expect(await ask('GET', '/accounts/-3')).toMatchObject({ first_name: 'Anonymous', active: 0, settings: [] });
  });
});

test('the shipped set has programs of all types and transmissions in every state, over several contacts', async () => {
  emulator.reset();
  const types = new Set((await list('/programs')).map((row) => row['type']));
  const sent = await list('/transmissions');
  expect(types.size).toBe(13);
  expect(sent.length).toBeGreaterThanOrEqual(60);
  expect([...new Set(sent.map((row) => row['status']))].sort()).toEqual([
    'completed',
    'done',
    'failed',
    'initializing',
    'invalid',
    'pending',
    'pending_retry',
    'processing',
  ]);
  expect(new Set(sent.map((row) => row['contact_id'])).size).toBeGreaterThan(20);
  expect((await list('/campaigns')).map((row) => [row['status'], row['contact_total'], row['contact_done']])).toEqual([
    ['completed', '7', '7'],
    ['paused', '20', '8'],
    ['running', '9', '3'],
    ['new', '0', '0'],
  ]);
  const [first] = await list('/faxes?status=completed');
  expect(await list(`/transmissions/${first?.['transmission_id'] ?? ''}/results`)).toHaveLength(4);
});
