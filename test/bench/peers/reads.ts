import { Pool } from 'undici';

import {
  HEADERS,
  ORIGINS,
  PATHS,
  TO_CONTACT,
  type CloudRow,
  type MailRow,
  type MonitoringRow,
  type PbxRow,
  type PeerContact,
  type SmsRow,
  type UpstreamName,
} from './wire.js';

const pools = Object.fromEntries(
  Object.entries(ORIGINS).map(([name, origin]) => [name, new Pool(origin, { connections: 64 })]),
) as Readonly<Record<UpstreamName, Pool>>;

async function ask<Answer>(name: UpstreamName, path: string, body?: string): Promise<Answer> {
  const method = body === undefined ? 'GET' : 'POST';
  const answer = await pools[name].request({ path, method, headers: HEADERS[name], body: body ?? null });
  if (answer.statusCode !== 200) {
    await answer.body.dump();
    throw new Error(`${name} answered ${answer.statusCode}`);
  }
  return (await answer.body.json()) as Answer;
}

/** What the peers ask for, the plain way: a pool's request and JSON.parse. */
export const LISTS = {
  monitoring: async (): Promise<PeerContact[]> =>
    (await ask<MonitoringRow[]>('monitoring', PATHS.monitoring)).map(TO_CONTACT.monitoring),
  cloud: async (limit: number): Promise<PeerContact[]> =>
    (await ask<{ objects: CloudRow[] }>('cloud', PATHS.cloud(limit))).objects.map(TO_CONTACT.cloud),
  mail: async (): Promise<PeerContact[]> =>
    (await ask<{ list: MailRow[] }>('mail', PATHS.mail)).list.map(TO_CONTACT.mail),
  pbx: async (): Promise<PeerContact[]> => (await ask<PbxRow[]>('pbx', PATHS.pbx)).map(TO_CONTACT.pbx),
  pbxGroup: async (id: string): Promise<PeerContact[]> =>
    (await ask<PbxRow[]>('pbx', PATHS.pbxGroup(id))).map(TO_CONTACT.pbx),
  sms: async (): Promise<PeerContact[]> =>
    (await ask<{ items: SmsRow[] }>('sms', PATHS.sms, '{}')).items.map(TO_CONTACT.sms),
};

/** More rows than there are, so that an upstream with a limit gives its whole list. */
export const WHOLE_LIST = 501;

export async function readCloudContact(id: string): Promise<PeerContact> {
  return TO_CONTACT.cloud(await ask('cloud', PATHS.cloudItem(id)));
}

export async function readDescription(id: string): Promise<string | null> {
  return (await ask<{ description: string | null }>('pbx', PATHS.pbxItem(id))).description;
}
