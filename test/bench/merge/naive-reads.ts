import { request } from 'undici';

import type { EmulatorName } from '../../../src/emulators/index.js';

/** An upstream, as the emulators tell it. */
export interface EmulatedUpstream {
  readonly name: EmulatorName;
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
}

/** A contact as the naive server holds it; phones are as given, which is less work than the gateway's. */
export interface NaiveContact {
  readonly id: string;
  readonly displayName: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

type Wire = Readonly<Record<string, string | null | undefined>>;

/** A list of each provider, read whole. */
export const READS: Readonly<Record<EmulatorName, (upstream: EmulatedUpstream) => Promise<readonly NaiveContact[]>>> = {
  hosttracker: async ({ baseUrl, credentials }) => {
    const { ticket } = await send<{ ticket: string }>(`${baseUrl}/users/token`, {}, credentials);
    const rows = await send<Wire[]>(`${baseUrl}/contacts`, { authorization: `bearer ${ticket}` });
    return rows.map((row) => contact(row['id'], row['name'], row['contactType'] === 'Email' ? row['address'] : null));
  },
  cloudsigma: async (upstream) => {
    const url = `${upstream.baseUrl}/notification_contacts/?limit=0`;
    const { objects } = await send<{ objects: Wire[] }>(url, basic(upstream));
    return objects.map((row) => contact(row['uuid'], row['name'], row['email'], row['phone']));
  },
  hostway: async (upstream) => {
    const rows: Wire[] = [];
    for (let page = 1, count = 1; rows.length < count; page += 1) {
      const url = `${upstream.baseUrl}/accounts/account007/email/test-domain.com/contacts?page=${page}&pageSize=400`;
      const answer = await send<{ count: number; list: Wire[] }>(url, basic(upstream));
      rows.push(...answer.list);
      ({ count } = answer);
    }
    return rows.map((row) => contact(row['name'], row['displayName'], row['email'], row['mobilePhone']));
  },
  ictcore: async ({ baseUrl, credentials }) => {
    const { token } = await send<{ token: string }>(`${baseUrl}/authenticate`, {}, credentials);
    const rows = await send<Wire[]>(`${baseUrl}/contacts`, { authorization: `Bearer ${token}` });
    return rows.map((row) => contact(row['contact_id'], nameOf(row), row['email'], row['phone']));
  },
  serwersms: async ({ baseUrl, credentials }) => {
    const { items } = await send<{ items: Wire[] }>(`${baseUrl}/contacts/index`, {}, credentials);
    return items.map((row) => contact(row['id'], nameOf(row), row['email'], row['phone']));
  },
};

async function send<Answer>(url: string, headers: Readonly<Record<string, string>>, body?: object): Promise<Answer> {
  const response = await request(url, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`);
  return (await response.body.json()) as Answer;
}

function basic({ credentials: { username, password } }: EmulatedUpstream): Readonly<Record<string, string>> {
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

function nameOf({ first_name: first, last_name: last }: Wire): string {
  return [first, last].filter(Boolean).join(' ');
}

function contact(id: Wire[string], name: Wire[string], email: Wire[string], phone?: Wire[string]): NaiveContact {
  return {
    id: String(id),
    displayName: name ?? email ?? phone ?? '',
    emails: email ? [email.toLowerCase()] : [],
    phones: phone ? [phone] : [],
  };
}
