import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startHostTracker, type HostTrackerEmulator } from '../../../../src/emulators/hosttracker/index.js';
import type { TestGateway } from '../../../support/gateway.js';
import { idOf, over, TOKEN } from '../fixture.js';
import { changed, commands, filterOf, made, type Command, type Input, type Kind, type Row } from './writes-model.js';

const FIELDS = `__typename upstreamId ... on HostTrackerContact {
    address name alertDelayMinutes activePeriod { start end } activeDays subscriptions }
  ... on HostTrackerEmailContact { reportFormat sendNews sendPressRelease sendBillingNotifications }
  ... on HostTrackerSmsContact { gateway { name } }
  ... on HostTrackerImContact { gateway { name } }
  ... on HostTrackerVoiceContact { gateway { name } }`;
const ONE = `{ userErrors { message field } contact { ${FIELDS} } }`;

const WRITES = {
  create: `mutation ($input: CreateContactInput!) { it: createContact(input: $input) ${ONE} }`,
  update: `mutation ($id: ID!, $input: UpdateContactInput!) { it: updateContact(id: $id, input: $input) ${ONE} }`,
  delete: 'mutation ($id: ID!) { it: deleteContact(id: $id) { deletedIds userErrors { message field } } }',
  updateMany: `mutation ($input: UpdateHostTrackerContactsInput!) {
    it: updateHostTrackerContacts(input: $input) { results ${ONE} userErrors { message field } } }`,
  deleteMany: `mutation ($input: DeleteHostTrackerContactsInput!) {
    it: deleteHostTrackerContacts(input: $input) { deletedIds userErrors { message field } } }`,
};

type Node = Readonly<Record<string, unknown>>;
interface Answered {
  readonly contact: Node | null;
  readonly results: ReadonlyArray<{ readonly contact: Node }>;
  readonly deletedIds: readonly string[];
  readonly userErrors: readonly unknown[];
}

function rowOf({ __typename, upstreamId, gateway, ...rest }: Node): [string, Row] {
  const [, kind] = /^HostTracker(.*)Contact$/.exec(String(__typename)) ?? [];
  const name = gateway ? { gateway: (gateway as { name: string }).name } : {};
  return [String(upstreamId), { ...rest, ...name, kind: kind as Kind }];
}

describe.each(['json', 'xml'])('in %s', (format) => {
  let emulator: HostTrackerEmulator;
  let gateway: TestGateway;
  beforeAll(async () => {
    emulator = await startHostTracker();
    // Without a country no number of the model becomes another on its way.
    gateway = over(emulator, { ...TOKEN, format }, { defaultCountry: undefined });
  });
  afterAll(async () => {
    await gateway.close();
    await emulator.close();
  });

  async function write(does: keyof typeof WRITES, variables: Input): Promise<Answered> {
    const { data, errors } = await gateway.ask(WRITES[does], variables);
    expect(errors).toEqual([]);
    const answer = data?.['it'] as Answered;
    expect(answer.userErrors).toEqual([]);
    return answer;
  }

  /** Runs a command on the gateway and on the model, and compares the answers. */
  async function step(command: Command, rows: Map<string, Row>): Promise<void> {
    const keyAt = (place: number): string | undefined => [...rows.keys()][place % rows.size];
    switch (command.does) {
      case 'create': {
        const { contact } = await write('create', { input: { [`hostTracker${command.kind}`]: command.input } });
        const [key, row] = rowOf(contact ?? {});
        rows.set(key, made(key, command.kind, command.input));
        expect(row).toEqual(rows.get(key));
        return;
      }
      case 'update': {
        const key = keyAt(command.place);
        const before = key === undefined ? undefined : rows.get(key);
        if (key === undefined || !before) return;
        const change = command.changes[before.kind];
        const { contact } = await write('update', { id: idOf(key), input: { hostTracker: change } });
        rows.set(key, changed(key, before, change));
        expect(rowOf(contact ?? {})).toEqual([key, rows.get(key)]);
        return;
      }
      case 'delete': {
        const key = keyAt(command.place);
        if (key === undefined) return;
        expect((await write('delete', { id: idOf(key) })).deletedIds).toEqual([idOf(key)]);
        rows.delete(key);
        return;
      }
      case 'updateMany': {
        const selection = filterOf(command.selection, rows);
        if (!selection) return;
        const { results } = await write('updateMany', { input: { filter: selection.filter, ...command.change } });
        for (const key of selection.keys) {
          const before = rows.get(key);
          if (before) rows.set(key, changed(key, before, command.change));
        }
        expect(results.map(({ contact }) => rowOf(contact))).toEqual(selection.keys.map((key) => [key, rows.get(key)]));
        return;
      }
      case 'deleteMany': {
        const selection = filterOf(command.selection, rows);
        if (!selection) return;
        const input = { filter: selection.filter, expectedCount: selection.keys.length };
        const { deletedIds } = await write('deleteMany', { input });
        expect(deletedIds).toEqual(selection.keys.map((key) => idOf(key)));
        for (const key of selection.keys) rows.delete(key);
        return;
      }
    }
  }

  test('after any writes GraphQL reads what a plain model holds', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        emulator.reset({ contacts: [] });
        const rows = new Map<string, Row>();
        for (const command of sequence) await step(command, rows);
        const { data, errors } = await gateway.ask(`{ contacts(first: 1000) { nodes { ${FIELDS} } } }`);
        expect(errors).toEqual([]);
        const { nodes } = data?.['contacts'] as { nodes: readonly Node[] };
        expect(new Map(nodes.map(rowOf))).toEqual(rows);
      }),
      { numRuns: 25 },
    );
  });
});
