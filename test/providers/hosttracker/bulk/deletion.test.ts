import { describe, expect, test } from 'vitest';

import type { HostTrackerSeed } from '../../../../src/emulators/hosttracker/index.js';
import { harness, idOf, over, TOKEN } from '../fixture.js';

const json = harness();
const xml = harness({}, { ...TOKEN, format: 'xml' });
const { ask, reset, written, emulator } = json;

type Row = NonNullable<HostTrackerSeed['contacts']>[number] & { readonly id: string };

const EMAIL = '092a2bc9-58d1-e411-80c3-00155d36955e';
const OTHER = '7cb19b17-6bd9-e411-80c3-00155d36955e';
const SMS = '695dc35a-59d1-e411-80c3-00155d36955e';
const ROWS: Row[] = [
  { id: EMAIL, contactType: 'Email', address: 'anna@example.com', confirmed: true, sendBillingNotifications: true },
  { id: OTHER, contactType: 'Email', address: 'ewa@example.com' },
  { id: SMS, contactType: 'SMS', address: '48500111222' },
];
const DELETE = `mutation ($input: DeleteHostTrackerContactsInput!) {
  it: deleteHostTrackerContacts(input: $input) { deletedIds userErrors { code field message } } }`;

interface Answered {
  readonly deletedIds: readonly string[];
  readonly userErrors: readonly unknown[];
}

async function run(document: string, input: unknown, by = json): Promise<Answered> {
  const { data, errors } = await by.ask(document, { input });
  expect(errors).toEqual([]);
  return data?.['it'] as Answered;
}

async function remaining(): Promise<string[]> {
  const { data } = await ask('{ contacts { nodes { upstreamId } } }');
  return (data?.['contacts'] as { nodes: Array<{ upstreamId: string }> }).nodes.map(({ upstreamId }) => upstreamId);
}

describe('a deletion by a filter that HostTracker can’t hold', () => {
  const others: Row[] = [
    { id: OTHER.replace('7cb1', '8cb1'), contactType: 'VoiceCall', address: '48500111223' },
    { id: OTHER.replace('7cb1', '9cb1'), contactType: 'IM', address: 'a,b', confirmed: true },
  ];
  const many = (count: number): Row[] =>
    Array.from({ length: count }, (_, place) => ({
      id: `092a2bc9-58d1-e411-80c3-${String(place).padStart(12, '0')}`,
      contactType: 'SMS',
      address: `4850011${String(place).padStart(4, '0')}`,
    }));
  const deletions = (): string[] => written().map((line) => line.replace('DELETE /contacts?ids=', ''));

  test.each([
    ['two of four kinds', { contactTypes: ['EMAIL', 'SMS'] }, [EMAIL, OTHER, SMS]],
    ['two kinds left out', { excludeContactTypes: ['IM', 'EMAIL'] }, [SMS, others[0]?.id]],
    ['who accepts no bills', { acceptsBillingNotifications: false, confirmed: true }, [others[1]?.id]],
    [
      'addresses twice',
      { addresses: ['anna@example.com', '48500111222'], excludeAddresses: ['ANNA@example.com'] },
      [SMS],
    ],
    ['a comma', { addresses: ['A,B'] }, [others[1]?.id]],
  ])('reads who matches and deletes those by their ids: %s', async (_, filter, keys) => {
    for (const by of [json, xml]) {
      by.reset([...ROWS, ...others]);
      const { length } = keys;
      const wrong = await run(DELETE, { filter, expectedCount: length + 1 }, by);
      expect(wrong).toMatchObject({ deletedIds: [], userErrors: [{ field: ['input', 'expectedCount'] }] });
      expect(by.written()).toEqual([]);
      const right = await run(DELETE, { filter, expectedCount: length }, by);
      expect(right).toEqual({ deletedIds: keys.map((key) => idOf(String(key))), userErrors: [] });
      expect(by.written()).toEqual([`DELETE /contacts?ids=${keys.join('&ids=')}`]);
    }
    expect(await remaining()).toHaveLength(5 - keys.length);
  });

  test('takes as many calls as queries hold ids, each at most once', async () => {
    const rows = many(100);
    reset([...ROWS, ...rows]);
    const upstreamIds = rows.map(({ id }) => id.toUpperCase());
    const { deletedIds, userErrors } = await run(DELETE, { filter: { upstreamIds }, expectedCount: 100 });
    expect([deletedIds, userErrors]).toEqual([rows.map(({ id }) => idOf(id)), []]);
    const parts = deletions().map((line) => line.split('&ids='));
    expect(parts.map(({ length }) => length)).toEqual([45, 45, 10]);
    expect(parts.flat()).toEqual(rows.map(({ id }) => id));
    expect((await remaining()).sort()).toEqual(ROWS.map(({ id }) => id).sort());
  });

  test('of more than a thousand is refused', async () => {
    reset(many(1001));
    const { deletedIds, userErrors } = await run(DELETE, {
      filter: { contactTypes: ['EMAIL', 'SMS'] },
      expectedCount: 1001,
    });
    expect(deletedIds).toEqual([]);
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', 'filter'] }]);
    expect(written()).toEqual([]);
  });

  const input = {
    filter: { contactTypes: ['EMAIL', 'SMS'] },
    expectedCount: 100,
    idempotencyKey: 'deleted-in-parts-1',
  };
  const normal = { kind: 'slow', delayMs: 0, method: 'DELETE', times: 1 } as const;
  const started = async (fault: Parameters<ReturnType<typeof emulator>['addFault']>[0]) => {
    reset(many(100));
    emulator().addFault(normal);
    emulator().addFault({ ...fault, method: 'DELETE', times: 1 });
    const gateway = over(emulator());
    try {
      const first = await gateway.ask(DELETE, { input });
      const second = await gateway.ask(DELETE, { input });
      return { first, second, calls: deletions().length };
    } finally {
      await gateway.close();
    }
  };
  const head = many(45).map(({ id }) => idOf(id));

  test('ends with a part that is refused, and tells what is gone and what is not', async () => {
    const { first, second, calls } = await started({ kind: 'status', status: 400, body: 'no' });
    const it = {
      deletedIds: head,
      userErrors: [
        {
          code: 'UPSTREAM_REJECTED',
          field: ['input', 'filter'],
          message: expect.stringContaining('45 of these contacts are gone and 55 are not') as string,
        },
      ],
    };
    expect([first.errors, first.data]).toEqual([[], { it }]);
    expect([second.data, calls]).toEqual([{ it }, 2]);
  });

  test('ends with a part whose outcome nobody knows, and never sends it again', async () => {
    const { first, second, calls } = await started({ kind: 'resetAfterRead' });
    expect(first.errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    expect(first.data).toMatchObject({ it: { deletedIds: head } });
    expect(second.errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    expect(calls).toBe(2);
  });

  test('ends with a part that was done though its answer was lost', async () => {
    const { first, calls } = await started({ kind: 'resetAfterEffect' });
    expect(first.errors).toEqual([]);
    expect(first.data).toMatchObject({
      it: {
        deletedIds: many(90).map(({ id }) => idOf(id)),
        userErrors: [{ message: expect.stringContaining('90 of these contacts are gone and 10 are not') as string }],
      },
    });
    expect(calls).toBe(2);
  });
});
