import { describe, expect, test } from 'vitest';

import { startFixture } from '../fixture.js';
import { ORPHANS } from './orphan-seed.js';
import { gid, one } from './seed.js';

describe('a transmission of which something is gone', () => {
  test('is listed with null in the place of what is gone', async () => {
    await using fixture = await startFixture(ORPHANS);
    const { data, errors } = await fixture.gateway.ask(
      '{ transmissions { totalCount nodes { upstreamId program { name } contact { displayName } account { username } campaign { upstreamId } } sources { ok truncated } } }',
    );
    expect(errors).toEqual([]);
    const whole = {
      program: { name: 'Whole' },
      contact: { displayName: 'Contact 1' },
      account: { username: 'one' },
      campaign: { upstreamId: '1' },
    };
    const none = { program: null, contact: null, account: null, campaign: null };
    expect(data).toEqual({
      transmissions: {
        totalCount: 10,
        nodes: [
          whole,
          { ...whole, program: null },
          { ...whole, contact: null },
          { ...whole, account: null },
          { ...whole, campaign: null },
          none,
          { ...whole, program: null, campaign: null },
          { ...whole, program: { name: 'No document' } },
          whole,
          whole,
        ].map((row, index) => ({ upstreamId: String(index + 1), ...row })),
        sources: [{ ok: true, truncated: false }],
      },
    });
  });

  test.each([
    ['contact', 3, 'contact'],
    ['account', 4, 'account'],
    // The server looks for the account first.
    ['account and contact', 6, 'account'],
  ])('%s: it is found by its id, and what the server can not show is told', async (_what, key, gone) => {
    await using fixture = await startFixture(ORPHANS);
    const message = expect.stringContaining(`The ${gone} of this transmission is gone`) as unknown;
    const { data, errors } = await fixture.gateway.ask(
      one('transmission', key, '... on Transmission { upstreamId status direction title attempts { status } }'),
    );
    expect(data).toEqual({
      node: {
        ...{ upstreamId: String(key), status: 'COMPLETED', direction: 'OUTBOUND', title: null },
        attempts: key === 3 ? [{ status: 'COMPLETED' }] : [],
      },
    });
    expect(errors).toMatchObject([{ path: ['node', 'title'], extensions: { code: 'UPSTREAM_REJECTED' }, message }]);
    expect(fixture.asked().sort()).toEqual([
      `/transmissions/${key}`,
      `/transmissions/${key}/detail`,
      `/transmissions?transmission_id=${key}`,
    ]);
    // In a list it costs its own values, and no request for an item that can't be read.
    const list = await fixture.gateway.ask('{ transmissions { nodes { upstreamId title } } }');
    const hidden = ['3', '4', '6'];
    expect(list.data?.['transmissions']).toEqual({
      nodes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((each) => ({
        upstreamId: String(each),
        title: hidden.includes(String(each)) ? null : `title ${each}`,
      })),
    });
    expect(list.errors).toHaveLength(1);
    for (const each of hidden) expect(fixture.asked()).not.toContain(`/transmissions/${each}`);
  });

  test.each(['deleteTransmission', 'cloneTransmission', 'sendTransmission', 'retryTransmission'])(
    '%s says what is missing, and is not done',
    async (mutation) => {
      await using fixture = await startFixture(ORPHANS);
      const before = fixture.emulator.requests.length;
      const key = mutation === 'deleteTransmission' ? '' : ', idempotencyKey: "a-key-of-some-length"';
      const { data, errors } = await fixture.gateway.ask(
        `mutation { done: ${mutation}(id: "${gid('transmission', 3)}"${key}) { userErrors { code message } } }`,
      );
      expect(errors).toEqual([]);
      expect(data).toMatchObject({
        done: {
          userErrors: [
            {
              code: 'UPSTREAM_REJECTED',
              message: expect.stringContaining('The contact of this transmission is gone') as unknown,
            },
          ],
        },
      });
      const made = fixture.emulator.requests.slice(before).flatMap(({ effects }) => effects);
      expect(made).toEqual([]);
    },
  );

  test('one that is nowhere is null, and is not searched for', async () => {
    await using fixture = await startFixture(ORPHANS);
    expect((await fixture.gateway.ask(one('transmission', 77, 'id'))).data).toEqual({ node: null });
    expect(fixture.asked()).toEqual(['/transmissions/77']);
  });
});
