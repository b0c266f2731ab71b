import { expect, test } from 'vitest';

import type { EmulatorName } from '../../src/emulators/index.js';
import * as cloudSigma from '../../src/emulators/cloudsigma/index.js';
import * as hostTracker from '../../src/emulators/hosttracker/index.js';
import * as hostway from '../../src/emulators/hostway/index.js';
import * as serwerSms from '../../src/emulators/serwersms/index.js';
import { contactColumns as cloudSigmaContacts } from '../../src/providers/cloudsigma/contact/columns.js';
import { preferenceColumns } from '../../src/providers/cloudsigma/preference/columns.js';
import {
  contactColumns as hostTrackerContacts,
  emailColumns,
} from '../../src/providers/hosttracker/contact/columns.js';
import { contactColumns as hostwayContacts } from '../../src/providers/hostway/contact/columns.js';
import { contactColumns as serwerSmsContacts } from '../../src/providers/serwersms/contact/columns.js';
import { groupColumns } from '../../src/providers/serwersms/group/columns.js';

type Row = Readonly<Record<string, unknown>>;
interface Table {
  readonly readers: object;
}

/** Provider's names of columns that some row of an answer lacks. */
function missingIn(rows: readonly Row[], { readers }: Table): string[] {
  return Object.keys(readers).filter((wire) => rows.some((row) => !Object.hasOwn(row, wire)));
}

async function readJson(url: string, init?: RequestInit): Promise<unknown> {
  return (await fetch(url, init)).json();
}

const basic = ({ username, password }: { readonly username: string; readonly password: string }) => ({
  'content-type': 'application/json; charset=UTF-8',
  authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
});

type Answers = ReadonlyArray<readonly [rows: readonly Row[], table: Table]>;

/** The rows of each provider's emulator, with the table that declares them. ICTCore has a test of its own. */
const ANSWERS: Readonly<Record<Exclude<EmulatorName, 'ictcore'>, () => Promise<Answers>>> = {
  hosttracker: async () => {
    const emulator = await hostTracker.startHostTracker();
    const headers = { accept: 'application/json', authorization: `bearer ${hostTracker.CREDENTIALS.token}` };
    const rows = (await readJson(`${emulator.url}${hostTracker.PREFIX}/contacts`, { headers })) as readonly Row[];
    await emulator.close();
    const emails = rows.filter(({ contactType }) => contactType === 'Email');
    return [
      [rows, hostTrackerContacts],
      [emails, emailColumns],
    ];
  },

  cloudsigma: async () => {
    const emulator = await cloudSigma.startCloudSigma();
    const list = async (path: string): Promise<readonly Row[]> => {
      const headers = basic(cloudSigma.CREDENTIALS);
      const answer = await readJson(`${emulator.url}/api/2.0/${path}/?limit=0`, { headers });
      return (answer as { readonly objects: readonly Row[] }).objects;
    };
    const [contacts, preferences] = [await list('notification_contacts'), await list('notification_preferences')];
    await emulator.close();
    return [
      [contacts, cloudSigmaContacts],
      [preferences, preferenceColumns],
    ];
  },

  hostway: async () => {
    const emulator = await hostway.startHostway();
    const path = '/accounts/account007/email/test-domain.com/contacts?page=1&pageSize=10';
    const answer = await readJson(emulator.url + path, { headers: basic(hostway.CREDENTIALS) });
    await emulator.close();
    return [[(answer as { readonly list: readonly Row[] }).list, hostwayContacts]];
  },

  serwersms: async () => {
    const emulator = await serwerSms.startSerwerSms();
    const { username, password } = serwerSms.CREDENTIALS;
    const list = async (action: string): Promise<readonly Row[]> => {
      const init = { method: 'POST', body: JSON.stringify({ username, password }) };
      return ((await readJson(`${emulator.url}/${action}`, init)) as { readonly items: readonly Row[] }).items;
    };
    const [contacts, groups] = [await list('contacts/index'), await list('groups/index')];
    await emulator.close();
    return [
      [contacts, serwerSmsContacts],
      [groups, groupColumns],
    ];
  },
};

test.each(Object.entries(ANSWERS))('rows of %s hold the columns that its tables declare', async (_, answersOf) => {
  for (const [rows, table] of await answersOf()) {
    expect(rows).not.toEqual([]);
    expect(missingIn(rows, table)).toEqual([]);
  }
});

test('a column that a row lacks is named', () => {
  expect(missingIn([{ name: 'A', count: 1 }, { name: 'B' }], groupColumns)).toEqual(['count']);
});
