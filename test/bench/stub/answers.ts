import { cloudList, cloudRow, mailList, monitoringList, pbxGroup, pbxItem, pbxList, smsList } from './rows.js';

/** Gives the whole HTTP answer to a request by its path. */
export type AnswerPath = (path: string) => Buffer;

const LIST_SIZE = 100;
export const GROUP_SIZE = 50;

function answer(value: unknown, status = '200 OK'): Buffer {
  const body = Buffer.from(JSON.stringify(value));
  const head = [
    `HTTP/1.1 ${status}`,
    'server: nginx',
    'date: Sun, 29 Nov 2026 17:00:00 GMT',
    'content-type: application/json; charset=utf-8',
    'vary: Accept',
    'x-request-id: 7d1f0c3e5a',
    'connection: keep-alive',
    `content-length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}

const MISSING = answer({ error: { code: 404, message: 'not found' } }, '404 Not Found');

const fixed =
  (begin: string, list: Buffer): AnswerPath =>
  (path) =>
    path.startsWith(begin) ? list : MISSING;

/** Answers that are made once each: what a workload varies over is bounded. */
function made(toValue: (index: number) => unknown): (index: number) => Buffer {
  const answers = new Map<number, Buffer>();
  return (index) => {
    const known = answers.get(index) ?? answer(toValue(index));
    answers.set(index, known);
    return known;
  };
}

const cloudItems = made(cloudRow);
const cloudContacts = answer(cloudList(LIST_SIZE));
const pbxItems = made(pbxItem);
const pbxGroups = made((group) => pbxGroup(group, GROUP_SIZE));
const pbxContacts = answer(pbxList(LIST_SIZE));

/** The five upstreams, in the order of their ports. */
export const UPSTREAMS: Readonly<Record<'monitoring' | 'cloud' | 'mail' | 'pbx' | 'sms', AnswerPath>> = {
  monitoring: fixed('/api/web/v1/contacts', answer(monitoringList(LIST_SIZE))),
  cloud: (path) => {
    const [, id, query] = /^\/api\/2\.0\/notification_contacts\/?(?:([-\da-f]{36})\/?)?(\?|$)/.exec(path) ?? [];
    if (id !== undefined) return cloudItems(Number.parseInt(id.slice(-12), 16));
    return query === undefined ? MISSING : cloudContacts;
  },
  mail: fixed('/accounts/account007/email/test-domain.com/contacts', answer(mailList(LIST_SIZE))),
  pbx: (path) => {
    const [, group, list, item] = /^\/api(?:\/groups\/(\d+))?(\/contacts)(?:\/(\d+))?(?:\?|$)/.exec(path) ?? [];
    if (list === undefined) return MISSING;
    if (item !== undefined) return pbxItems(Number(item));
    return group === undefined ? pbxContacts : pbxGroups(Number(group));
  },
  sms: fixed('/contacts/index', answer(smsList(LIST_SIZE))),
};
