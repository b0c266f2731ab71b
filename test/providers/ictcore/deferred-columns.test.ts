import { expect, test } from 'vitest';

import type { Seed } from '../../../src/emulators/ictcore/index.js';
import { startFixture } from './fixture.js';
import { gid } from './transmission/seed.js';

const three = (of: (key: number) => object) => [1, 2, 3].map((key) => of(key)) as never;
const SEED: Seed = {
  contacts: three((contact_id) => ({ contact_id, first_name: 'C', address: `address ${contact_id}` })),
  groups: three((group_id) => ({ group_id, name: 'G', description: `d ${group_id}` })),
  providers: three((provider_id) => ({ provider_id, name: 'P', username: 'u', port: 5060 + provider_id })),
  templates: three((template_id) => ({ template_id, name: 'T', body: `body ${template_id}` })),
  documents: three((document_id) => ({ document_id, name: 'D', quality: 'fine' })),
  programs: three((program_id) => ({ program_id, name: 'S', type: 'sendfax', data: `{"document_id":${program_id}}` })),
  accounts: three((account_id) => ({
    ...{
      account_id,
      type: 'account',
      username: `a${account_id}`,
      user_id: 1,
      active: 1,
      address: `street ${account_id}`,
    },
    settings: `{"cover":"c${account_id}"}`,
  })),
  transmissions: three((transmission_id) => ({
    ...{ transmission_id, title: `title ${transmission_id}`, service_flag: 2, account_id: 1, contact_id: 1 },
    ...{ program_id: 1, status: 'completed', direction: 'outbound' },
  })),
  spools: three((spool_id) => ({ spool_id, transmission_id: spool_id, status: 'completed' })),
  spool_results: three((spool_id) => ({ spool_id, type: 'application', name: 'originate', data: `r${spool_id}` })),
};

const ids = JSON.stringify([1, 2, 3].map((key) => gid('contact', key)));

/** By what can't be read: a list of three, and where the second one's value is missing, what it answers. */
const CASES: ReadonlyArray<readonly [path: string, query: string]> = [
  ['/contacts/2', '{ contacts { nodes { ... on IctCoreContact { address } } } }'],
  ['/contacts/2', `{ nodes(ids: ${ids}) { ... on IctCoreContact { address } } }`],
  ['/groups/2', '{ groups { nodes { ... on IctCoreGroup { description } } } }'],
  ['/providers/2', '{ gateways { nodes { ... on IctCoreTrunk { port } } } }'],
  ['/messages/templates/2', '{ messages(filter: { kind: TEMPLATE }) { nodes { ... on Template { body } } } }'],
  ['/messages/templates/2', '{ messages { nodes { ... on Document { quality } ... on Template { body } } } }'],
  ['/programs/2', '{ programs { nodes { ... on SendFaxProgram { document { name } } } } }'],
  ['/accounts/2', '{ accounts { nodes { address } } }'],
  ['/accounts/2/settings/cover', '{ accounts { nodes { setting(name: "cover") } } }'],
  ['/transmissions/2', '{ transmissions { nodes { title } } }'],
  ['/transmissions/2/detail', '{ transmissions { nodes { attempts { status } } } }'],
  ['/transmissions/2/result', '{ transmissions { nodes { results { data } } } }'],
  ['/spools/2/result', '{ transmissions { nodes { attempts { results { data } } } } }'],
];

test.each(
  CASES.flatMap(([path, query]) =>
    [
      ['an empty 500 of PHP', 500, ''],
      ['a refusal', 417, '{"error":{"code":417,"message":"No such luck"}}'],
      ['a body that is none', 200, '<b>Fatal error</b>'],
    ].map(([what, status, body]) => [path, query, what, status, body] as const),
  ),
)('GET %s in %s: %s costs its own value only', async (path, query, _what, status, body) => {
  await using fixture = await startFixture(SEED);
  const whole = await fixture.gateway.ask(query);
  expect(whole.errors).toEqual([]);
  const html = { 'content-type': Number(status) === 417 ? 'application/json' : 'text/html; charset=UTF-8' };
  fixture.emulator.addFault({ kind: 'status', status: Number(status), body: String(body), headers: html, path });
  const { data, errors } = await fixture.gateway.ask(query);
  expect(errors).toHaveLength(1);
  const before = leavesOf(whole.data);
  const after = leavesOf(data);
  // Exactly one value less, and all others as they were.
  expect(before.filter((leaf) => !after.includes(leaf))).toHaveLength(1);
  expect(before.length - 1).toBe(after.filter((leaf) => before.includes(leaf)).length);
});

test('a server that answers nothing any more is not asked for all the rest', async () => {
  const contacts = Array.from({ length: 200 }, (_, index) => ({ contact_id: index + 1, first_name: 'C' }));
  await using fixture = await startFixture({ contacts });
  fixture.emulator.addFault({ kind: 'status', status: 500, path: '/contacts/' });
  const { data, errors } = await fixture.gateway.ask(
    '{ contacts(first: 200) { nodes { ... on IctCoreContact { address } } } }',
  );
  expect((data?.['contacts'] as { nodes: unknown[] }).nodes).toHaveLength(200);
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  expect(new Set(fixture.asked()).size).toBeLessThan(1 + 40);
});

test('what one setting and another need of an account is read once, though they come at different times', async () => {
  await using fixture = await startFixture(SEED);
  fixture.emulator.addFault({ kind: 'slow', delayMs: 40, path: '/settings/other' });
  const { errors } = await fixture.gateway.ask(
    '{ accounts { nodes { address cover: setting(name: "cover") other: setting(name: "other") } } }',
  );
  expect(errors).toEqual([]);
  const asked = fixture.asked();
  expect(asked.filter((target) => /^\/accounts\/\d+$/.test(target)).sort()).toEqual(
    [1, 2, 3].map((key) => `/accounts/${key}`),
  );
});

/** Every value of an answer with its place, as text. */
function leavesOf(value: unknown, at = ''): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [`${at}=${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${at}.${key}`));
}
