import { describe, expect, test } from 'vitest';

import { startFixture } from '../fixture.js';
import { id, idOf, input, refusing, recordedState, write } from '../run-mutation.js';

const TRUNK = `trunk {
  name type gatewayFlag serviceFlag nodeId host port username dialString prefix settings register weight active
}`;
const shown = {
  name: 'waw-1',
  type: 'sip',
  gatewayFlag: 8,
  serviceFlag: 3,
  nodeId: 1,
  host: 'sip.example.net',
  port: 5080,
  username: 'trunkline',
  dialString: 'x',
  prefix: '48',
  settings: '{"tls":true}',
  register: true,
  weight: 10,
  active: false,
};
const made = (value: object) => input('CreateTrunkInput', { name: 'waw-1', username: 'u', ...value });
const changed = (value: object) => ({ ...id('gateway', 1), ...input('UpdateTrunkInput', value) });
const stored = { provider_id: 1, name: 'waw-1', type: 'sip', host: 'sip.example.net', username: 'u', weight: 1 };
const saved = { code: 'UPSTREAM_REJECTED', field: null, message: expect.stringContaining('was saved') as string };

describe('trunks', () => {
  test('are made, changed and deleted as asked; a flag of the gateway is kept by no server of release 1.2', async () => {
    await using fixture = await startFixture({});
    const { payload } = await write(fixture, 'createTrunk', made({ ...shown, password: 'sip-s3cret' }), TRUNK);
    expect(payload).toEqual({ trunk: { ...shown, gatewayFlag: null }, userErrors: [] });
    const change = { dialString: null, host: 'b.example.net', register: false, active: true, serviceFlag: null };
    const after = await write(fixture, 'updateTrunk', changed({ ...change, password: null }), TRUNK);
    expect(after.payload).toEqual({ trunk: { ...shown, gatewayFlag: null, ...change }, userErrors: [] });
    const gone = await write(fixture, 'deleteTrunk', id('gateway', 1), 'deletedIds');
    expect(gone.payload).toEqual({ deletedIds: [idOf('gateway', 1)], userErrors: [] });
    const { data } = await fixture.gateway.ask('{ gateways { nodes { id } } }');
    expect(data).toEqual({ gateways: { nodes: [] } });
  });

  test.each([
    ['name', ''],
    ['username', ' '],
    ['host', 'a b'],
    ['host', 'x"/>'],
    ['type', 'carrierpigeon'],
    ['gatewayFlag', -1],
    ['serviceFlag', 32],
    ['nodeId', -1],
    ['port', 0],
    ['port', 65_536],
    ['password', 'x'.repeat(129)],
    ['dialString', 'x\n'],
    ['prefix', 'forty'],
    ['prefix', '0/48'],
    ['prefix', '|,'],
    ['prefix', '48+'],
    ['settings', 'x'.repeat(10_001)],
    ['weight', -1],
  ])('a %s of %j is refused before anything is sent, making and changing', async (field, value) => {
    await using fixture = await startFixture({ providers: [stored] });
    for (const [mutation, args] of [
      ['createTrunk', made({ [field]: value })],
      ['updateTrunk', changed({ [field]: value })],
    ] as const) {
      const { userErrors, wrote } = await write(fixture, mutation, args);
      expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', field] }]);
      expect(wrote).toEqual([]);
      expect(userErrors[0]?.message).not.toContain('xxxxxxxxxx');
    }
  });

  test.each(['12', '+48', '*31#', '0|48', '0|', '|48', '00|+,0|+48', '0|48,00|'])(
    'a prefix of %j is taken, making and changing',
    async (prefix) => {
      await using fixture = await startFixture({ providers: [stored] });
      for (const [mutation, args] of [
        ['createTrunk', made({ prefix })],
        ['updateTrunk', changed({ prefix })],
      ] as const) {
        const { payload } = await write(fixture, mutation, args, 'trunk { prefix }');
        expect(payload).toEqual({ trunk: { prefix }, userErrors: [] });
      }
    },
  );

  test.each(['name', 'username', 'type', 'nodeId', 'port', 'register', 'weight', 'active'])(
    "%s can't be cleared",
    async (field) => {
      await using fixture = await startFixture({ providers: [stored] });
      const { userErrors, wrote } = await write(fixture, 'updateTrunk', changed({ [field]: null }));
      expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', field] }]);
      expect(wrote).toEqual([]);
    },
  );

  test('a trunk whose saving is called an error of code 0 is there, and the error is told', async () => {
    await using fixture = await startFixture({ providers: [stored], configuration: { sip_template: 'stock' } });
    const twin = await write(
      fixture,
      'createTrunk',
      made({ type: 'sip', host: 'sip.example.net' }),
      'trunk { upstreamId }',
    );
    expect(twin.payload).toEqual({ trunk: { upstreamId: '2' }, userErrors: [saved] });
    const change = await write(fixture, 'updateTrunk', changed({ weight: 7 }), 'trunk { weight }');
    expect(change.payload).toEqual({ trunk: { weight: 7 }, userErrors: [saved] });
    // The server never shows a password, so nothing shows whether it was taken.
    const blind = await write(fixture, 'updateTrunk', changed({ password: 'other' }));
    expect(blind.errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  });

  test.each([
    ['createTrunk', 'POST', made({})],
    ['updateTrunk', 'PUT', changed({ weight: 7 })],
  ])('%s that is refused and not done keeps its failure', async (mutation, method, args) => {
    await using fixture = await startFixture({ providers: [stored] });
    fixture.emulator.addFault({ ...refusing(417, 'No such luck'), method, path: '/providers' });
    const { userErrors, errors } = await write(fixture, mutation, args);
    expect({ userErrors, errors }).toMatchObject({
      userErrors: [{ code: 'UPSTREAM_REJECTED', message: expect.stringContaining('No such luck') as string }],
      errors: [],
    });
  });

  test('a type that the server keeps as it was is told, and the rest is changed', async () => {
    await using fixture = await startFixture({ providers: [stored] });
    const { payload } = await write(
      fixture,
      'updateTrunk',
      changed({ type: 'smtp', weight: 3 }),
      'trunk { type weight }',
    );
    expect(payload).toMatchObject({
      trunk: { type: 'sip', weight: 3 },
      userErrors: [{ code: 'UPSTREAM_REJECTED', field: ['input', 'type'] }],
    });
  });

  test('a change whose answer is lost is looked up in the item', async () => {
    await using fixture = await startFixture({ providers: [stored] });
    fixture.emulator.addFault({ kind: 'resetAfterEffect', method: 'PUT' });
    const done = await write(fixture, 'updateTrunk', changed({ weight: 3, active: true, dialString: null }));
    expect(await recordedState(fixture, done)).toEqual({ state: 'SUCCEEDED', settlements: [{ by: 'LOOK' }] });
  });
});
