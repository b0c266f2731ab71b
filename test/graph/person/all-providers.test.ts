import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { EMULATORS, type EmulatorName } from '../../../src/emulators/index.js';
import { PEOPLE } from '../../../src/emulators/kit/people.js';
import { startFive, type Five } from '../../support/all-providers.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';

let five: Five;
let gateway: TestGateway;

beforeAll(async () => {
  five = await startFive({ timeoutMs: 2_000 });
  gateway = startGateway(five.upstreams);
  // Logs in, so that the ledgers hold what each question costs.
  await gateway.ask('{ contacts(first: 1) { totalCount } }');
});
afterEach(() => {
  for (const emulator of Object.values(five.emulators)) emulator.reset();
});
afterAll(async () => {
  await gateway.close();
  await five.stop();
});

interface Person {
  id: string;
  displayName: string;
  emails: string[];
  phones: string[];
  contacts: Array<{ upstream: { name: string } }>;
}

const PERSON = 'id displayName emails phones contacts { upstream { name } }';
const ledger = (): Record<string, number> => {
  const counts = Object.fromEntries(EMULATORS.map((name) => [name, five.emulators[name].requests.length]));
  for (const emulator of Object.values(five.emulators)) emulator.reset();
  return counts;
};

/** Hostway looks for e-mails and not for phones, CloudSigma for neither. */
const MOST: Readonly<Record<'phone' | 'email', Readonly<Record<EmulatorName, number>>>> = {
  phone: { hosttracker: 2, cloudsigma: 1, hostway: 1, ictcore: 2, serwersms: 2 },
  email: { hosttracker: 2, cloudsigma: 1, hostway: 2, ictcore: 2, serwersms: 2 },
};

test.each(['phone', 'email'] as const)(
  'anybody of the cast is found by %s, at two requests an upstream',
  async (by) => {
    ledger();
    for (const member of PEOPLE) {
      const { data, errors } = await gateway.ask(`query ($text: String) { person(${by}: $text) { ${PERSON} } }`, {
        text: by === 'phone' ? member.phone : member.email.toUpperCase(),
      });
      expect(errors).toEqual([]);
      const person = data?.['person'] as Person | null;
      if (person) expect(by === 'phone' ? person.phones : person.emails).toContain(member[by]);
      for (const [name, count] of Object.entries(ledger())) {
        expect([name, count <= MOST[by][name as EmulatorName]]).toEqual([name, true]);
      }
    }
  },
);

test('Anna is one person in five systems, and the number of the switchboard ties nobody', async () => {
  const { data, errors } = await gateway.ask(`{
    person(phone: "500 111 222") { ${PERSON} }
    people(first: 1000) { nodes { ${PERSON} } totalCount sources { ok } }
  }`);
  expect(errors).toEqual([]);
  const anna = data?.['person'] as Person;
  expect(anna).toMatchObject({
    displayName: 'Anna Kowalska',
    emails: ['anna.kowalska@example.com'],
    phones: ['+48500111222'],
  });
  expect([...new Set(anna.contacts.map(({ upstream }) => upstream.name))]).toEqual([...EMULATORS]);
  const { nodes, totalCount } = data?.['people'] as { nodes: Person[]; totalCount: number };
  expect(nodes).toContainEqual(anna);
  expect(totalCount).toBe(nodes.length);
  const switchboard = nodes.filter(({ phones }) => phones.includes('+48221234567'));
  expect(switchboard.length).toBeGreaterThan(5);
});

test('a system that is down costs its own contacts of a person', async () => {
  five.emulators.hostway.addFault({ kind: 'status', status: 503 });
  const { data, errors } = await gateway.ask(`{ person(phone: "500 111 222") { ${PERSON} } }`);
  expect(errors).toMatchObject([
    { path: ['person'], extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: 'hostway' } },
  ]);
  const names = (data?.['person'] as Person).contacts.map(({ upstream }) => upstream.name);
  expect([...new Set(names)]).toEqual(EMULATORS.filter((name) => name !== 'hostway'));
});
