import { describe, expect, test } from 'vitest';

import { cloudSigma } from '../../../../src/providers/cloudsigma/index.js';
import { startGateway } from '../../../support/gateway.js';
import { contact, LIST, settings, useCloudSigma, uuidOf } from '../fixture.js';

const PREFERENCES = '/api/2.0/notification_preferences/';

const { emulator, gateway, asked } = useCloudSigma();

describe('preferences name their contact by its path', () => {
  const rows = '{ notificationPreferences { type enabled contact { upstreamId } } }';

  test('one contact is one request more', async () => {
    emulator().reset({ contacts: [contact(0, { main: true })] });
    const { data, errors } = await gateway().ask(rows);
    const preferences = data?.['notificationPreferences'] as unknown[];
    expect(errors).toEqual([]);
    expect(preferences).toHaveLength(22);
    expect(preferences[0]).toEqual({ type: 'trial_expire', enabled: true, contact: { upstreamId: uuidOf(0) } });
    expect(asked()).toEqual([`${PREFERENCES}?limit=0`, `${LIST}${uuidOf(0)}/`]);
  });

  test('many contacts are one request more, and where they cannot be read nothing else is lost', async () => {
    emulator().reset({ contacts: [contact(0), contact(1), contact(2)] });
    const all = await gateway().ask(rows);
    expect(all.data?.['notificationPreferences']).toHaveLength(66);
    expect(asked()).toEqual([`${PREFERENCES}?limit=0`, `${LIST}?limit=0`]);
    emulator().addFault({ kind: 'status', status: 404, path: LIST, body: '' });
    const { data, errors } = await gateway().ask(rows);
    expect(data?.['notificationPreferences']).toHaveLength(66);
    expect(errors).toMatchObject([
      { path: ['notificationPreferences', 0, 'contact'], extensions: { code: 'NOT_FOUND' } },
    ]);
  });

  test('contacts are asked for once, whatever they are called, and not at all where they are left out', async () => {
    emulator().reset({ contacts: [contact(0), contact(1), contact(2)] });
    const twice = '{ notificationPreferences { one: contact { upstreamId } other: contact { displayName } } }';
    const { data } = await gateway().ask(twice);
    expect(data?.['notificationPreferences']).toHaveLength(66);
    expect(asked()).toEqual([`${PREFERENCES}?limit=0`, `${LIST}?limit=0`]);
    await gateway().ask('{ notificationPreferences { type contact @include(if: false) { upstreamId } } }');
    expect(asked().slice(2)).toEqual([`${PREFERENCES}?limit=0`]);
    emulator().addFault({ kind: 'status', status: 404, path: LIST, body: '' });
    const { errors } = await gateway().ask(twice);
    expect(errors.map(({ path }) => path)).toEqual([
      ['notificationPreferences', 0, 'one'],
      ['notificationPreferences', 0, 'other'],
    ]);
  });

  test('two fields read the list once, and each tells of the rows that could not be read', async () => {
    const preference = { contact: `${LIST}${uuidOf(0)}/`, medium: 'email', type: 'trial_expire', value: true };
    const body = JSON.stringify({ objects: [preference, { ...preference, value: [] }], meta: { total_count: 2 } });
    emulator().addFault({ kind: 'status', status: 200, path: PREFERENCES, body });
    const { data, errors, attempts } = await gateway().ask(
      '{ one: notificationPreferences { type } other: notificationPreferences { enabled } }',
    );
    expect(data).toEqual({ one: [{ type: 'trial_expire' }], other: [{ enabled: true }] });
    const unreadable = { code: 'UPSTREAM_PROTOCOL', upstream: 'cloudsigma' };
    expect(errors).toMatchObject([
      { path: ['one'], extensions: unreadable },
      { path: ['other'], extensions: unreadable },
    ]);
    // Not joined in flight either: then each would read the rows for itself.
    expect(attempts).toMatchObject([{ cache: 'miss' }]);
  });

  test('a list that is longer than any page is read whole and in its order', async () => {
    emulator().reset({ contacts: Array.from({ length: 150 }, (_, at) => contact(at)) });
    const { data, errors } = await gateway().ask('{ notificationPreferences { type contact { upstreamId } } }');
    const preferences = data?.['notificationPreferences'] as ReadonlyArray<{ contact: { upstreamId: string } }>;
    expect(errors).toEqual([]);
    expect(preferences.map(({ contact: { upstreamId } }) => upstreamId)).toEqual(
      Array.from({ length: 3300 }, (_, at) => uuidOf(Math.floor(at / 22))),
    );
  });

  test('an upstream that fails is an error, and a wrong name is told the right ones', async () => {
    emulator().addFault({ kind: 'unauthorized' });
    expect((await gateway().ask('{ notificationPreferences { type } }')).errors).toMatchObject([
      { extensions: { code: 'UPSTREAM_AUTH', upstream: 'cloudsigma' } },
    ]);
    emulator().clearFaults();
    const baseUrl = `${emulator().url}/api/2.0`;
    const two = startGateway(['zrh', 'wdc'].map((name) => ({ provider: cloudSigma, name, baseUrl, settings })));
    for (const argument of ['', '(upstream: "cloudsigma")']) {
      const { errors } = await two.ask(`{ notificationPreferences${argument} { type } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors[0]?.message).toContain('zrh, wdc');
    }
    const ofOneUpstream = await two.ask(
      '{ notificationPreferences(upstream: "wdc") { contact { upstream { name } } } }',
    );
    expect(ofOneUpstream.data?.['notificationPreferences']).toContainEqual({ contact: { upstream: { name: 'wdc' } } });
    await two.close();
  });
});
