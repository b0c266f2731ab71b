/** The columns that a peer's contact is made of, in each provider's own words. */
export interface MonitoringRow {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly contactType: string;
}

export interface CloudRow {
  readonly uuid: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

export interface MailRow {
  readonly name: string;
  readonly displayName: string;
  readonly email: string;
  readonly mobilePhone: string;
}

export interface PbxRow {
  readonly contact_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly phone: string;
}

export interface SmsRow extends Omit<PbxRow, 'contact_id'> {
  readonly id: number;
}

/** A contact as the peers show it; phones are as given, which is less work than Trunkline's. */
export interface PeerContact {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

const given = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

export const TO_CONTACT = {
  monitoring: ({ id, name, address, contactType }: MonitoringRow): PeerContact => ({
    id,
    name,
    email: contactType === 'Email' ? address : null,
    phone: contactType === 'SMS' ? address : null,
  }),
  cloud: ({ uuid, name, email, phone }: CloudRow): PeerContact => ({
    id: uuid,
    name,
    email: given(email),
    phone: given(phone),
  }),
  mail: ({ name, displayName, email, mobilePhone }: MailRow): PeerContact => ({
    id: name,
    name: displayName,
    email: given(email),
    phone: given(mobilePhone),
  }),
  pbx: ({ contact_id, first_name, last_name, email, phone }: PbxRow): PeerContact => ({
    id: contact_id,
    name: `${first_name} ${last_name}`,
    email: given(email),
    phone: given(phone),
  }),
  sms: ({ id, first_name, last_name, email, phone }: SmsRow): PeerContact => ({
    id: String(id),
    name: `${first_name} ${last_name}`,
    email: given(email),
    phone: given(phone),
  }),
};

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

export const HEADERS = {
  monitoring: { accept: 'application/json', authorization: 'bearer token-monitoring' },
  cloud: { accept: 'application/json', authorization: basic('ops@example.com', 'password-cloud') },
  mail: { accept: 'application/json', authorization: basic('account007', 'password-mail') },
  pbx: { accept: 'application/json', authorization: 'Bearer token-pbx' },
  sms: { accept: 'application/json', 'content-type': 'application/json', authorization: 'Bearer token-sms' },
};

export type UpstreamName = keyof typeof HEADERS;

export const PATHS = {
  monitoring: '/api/web/v1/contacts',
  cloud: (limit: number): string => `/api/2.0/notification_contacts/?limit=${limit}`,
  cloudItem: (id: string): string => `/api/2.0/notification_contacts/${encodeURIComponent(id)}/`,
  mail: '/accounts/account007/email/test-domain.com/contacts?page=1&pageSize=400',
  pbx: '/api/contacts',
  pbxGroup: (id: string): string => `/api/groups/${encodeURIComponent(id)}/contacts`,
  pbxItem: (id: string): string => `/api/contacts/${encodeURIComponent(id)}`,
  sms: '/contacts/index',
};

const [, , ownPort = '0', firstUpstreamPort = '0'] = process.argv;

/** Where this peer listens: its first argument. */
export const PORT = Number(ownPort);

/** The stub serves each upstream at a port of its own, one after the other: the first is the second argument. */
export const ORIGINS = Object.fromEntries(
  Object.keys(HEADERS).map((name, place) => [name, `http://127.0.0.1:${Number(firstUpstreamPort) + place}`]),
) as Readonly<Record<UpstreamName, string>>;
