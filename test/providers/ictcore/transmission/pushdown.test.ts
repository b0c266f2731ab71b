import fc from 'fast-check';
import { expect, test } from 'vitest';

import { startFixture } from '../fixture.js';
import { channelOf, directionOf, gid, isCarriedBy, programOf, SENDING, SENT, statusOf, type Sent } from './seed.js';

/** A filter as a client writes it, and what it asks of a row of the seed. */
interface Part {
  readonly field: string;
  readonly value: string;
  readonly holds: (row: Sent) => boolean;
}

const words = (field: string, values: readonly string[], of: (row: Sent) => string | null) =>
  fc.constantFrom(...values).map((value): Part => ({ field, value, holds: (row) => of(row) === value }));
const keys = (field: string, noun: 'contact' | 'account' | 'program' | 'campaign', values: readonly string[]) =>
  fc.constantFrom(...values).map((key): Part => {
    const holds = (row: Sent): boolean => String(row[`${noun}_id`]) === key;
    return { field, value: JSON.stringify(gid(noun, key)), holds };
  });
const anyFilter = fc
  .tuple(
    ...[
      words('status', ['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'INVALID', 'UNKNOWN'], statusOf),
      words('direction', ['OUTBOUND', 'INBOUND', 'UNKNOWN'], directionOf),
      fc.constantFrom('VOICE', 'FAX', 'SMS', 'EMAIL', 'IM').map((value): Part => ({
        field: 'channel',
        value,
        holds: (row) => isCarriedBy(row, value),
      })),
      keys('contactId', 'contact', ['1', '2', '3', '4', "1' OR '1", '007']),
      keys('accountId', 'account', ['1', '2', '3', '0']),
      keys('programId', 'program', ['1', '2', '12', '99', '21']),
      keys('campaignId', 'campaign', ['1', '2', '77', '5']),
    ].map((part) => fc.option(part, { nil: undefined, freq: 2 })),
  )
  .map((parts) => parts.filter((part) => part !== undefined));

test('a status of several words is searched by a part that they have in common', async () => {
  await using fixture = await startFixture(SENDING);
  const searched = async (list: string, status: string): Promise<readonly string[]> => {
    const { errors } = await fixture.gateway.ask(`{ ${list}(filter: { status: ${status} }) { nodes { id } } }`);
    expect(errors).toEqual([]);
    return fixture.asked();
  };
  expect(await searched('transmissions', 'COMPLETED')).toEqual(['/transmissions?status=o']);
  expect(await searched('transmissions', 'PROCESSING')).toEqual(['/transmissions?status=ing']);
  expect(await searched('transmissions', 'PENDING')).toEqual(['/transmissions?status=pending']);
  expect(await searched('transmissions', 'UNKNOWN')).toEqual(['/transmissions']);
  expect(await searched('campaigns', 'ACTIVE')).toEqual(['/campaigns?status=a']);
  expect(await searched('campaigns', 'RUNNING')).toEqual(['/campaigns?status=running']);
});

test('any TransmissionFilter gives what a full scan gives, each row once and in the order of their ids', async () => {
  await using fixture = await startFixture(SENDING);
  const check = async (parts: readonly Part[], withProgram: boolean): Promise<void> => {
    const filter = parts.map(({ field, value }) => `${field}: ${value}`).join(' ');
    const program = withProgram ? 'program { upstreamId }' : '';
    const { data, errors } = await fixture.gateway.ask(
      `{ transmissions(first: 100, filter: { ${filter} }) { totalCount nodes { upstreamId status direction channel ${program} } } }`,
    );
    const listed = SENT.filter((row) => parts.every(({ holds }) => holds(row)));
    const asked = parts.find(({ field }) => field === 'channel')?.value;
    expect(errors).toEqual([]);
    expect(data?.['transmissions']).toEqual({
      totalCount: listed.length,
      nodes: listed.map((row) => ({
        upstreamId: String(row['transmission_id']),
        status: statusOf(row),
        direction: directionOf(row),
        channel: asked ?? channelOf(row),
        ...(withProgram ? { program: programOf(row) } : {}),
      })),
    });
  };
  await fc.assert(fc.asyncProperty(anyFilter, fc.boolean(), check), { numRuns: 150 });
});
