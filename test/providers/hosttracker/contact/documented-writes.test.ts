import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  CREDENTIALS,
  PREFIX,
  startHostTracker,
  type HostTrackerEmulator,
  type HostTrackerSeed,
} from '../../../../src/emulators/hosttracker/index.js';
import { hostTracker } from '../../../../src/providers/hosttracker/index.js';
import { exchangesOf, type DocumentedExchange } from '../../../support/exchange.js';
import { startGateway } from '../../../support/gateway.js';
import { startStub, type StubReply, type StubRequest } from '../../../support/stub-server.js';
import { idOf } from '../fixture.js';

const MADE = '11111111-58d1-e411-80c3-00155d36955e';
const SMS = '092a2bc9-58d1-e411-80c3-00155d36955e';
const IM = '695dc35a-59d1-e411-80c3-00155d36955e';
const VOICE = '5a7c1e02-6ad9-e411-80c3-00155d36955e';
const EMAIL = 'd3b0a6f1-58d1-e411-80c3-00155d36955e';
const CODED = '7cb19b17-6bd9-e411-80c3-00155d36955e';

const create = (input: string) =>
  `createContact(input: { ${input} }) { status contact { upstreamId } userErrors { message } }`;
const created = { status: 'CODE_SENT', contact: { upstreamId: MADE }, userErrors: [] };
const update = (key: string, input: string) =>
  `updateContact(id: "${idOf(key)}", input: { hostTracker: { ${input} } }) { status contact { upstreamId } userErrors { message } }`;
const updated = (upstreamId: string) => ({ status: null, contact: { upstreamId }, userErrors: [] });
const confirm = (code: string) =>
  `confirmContact(id: "${idOf(CODED)}", code: "${code}") { status userErrors { code field } }`;
const removeMany = `deleteHostTrackerContacts(input: { filter: { upstreamIds: ["${EMAIL}", "${VOICE}"] }, expectedCount: 2 }) { deletedIds userErrors { message } }`;
const updateMany =
  'updateHostTrackerContacts(input: { filter: { contactTypes: [SMS] }, alertDelayMinutes: 15 }) { results { contact { upstreamId } userErrors { message } } userErrors { message } }';

/** By exchange: the mutation that must send exactly that request, and what it answers. */
const WRITES: Readonly<Record<string, readonly [mutation: string, answer: unknown]>> = {
  'create-email-json': [
    create('hostTrackerEmail: { address: "example@example.com", name: "name of you contact" }'),
    created,
  ],
  'create-email-xml': [
    create('hostTrackerEmail: { address: "example@example.com", name: "name of your contact" }'),
    created,
  ],
  'create-sms-json': [
    create('hostTrackerSms: { address: "399494543", name: "name of you contact", gateway: "twiliosms" }'),
    created,
  ],
  'create-sms-xml': [
    create('hostTrackerSms: { address: "+399 494-543", name: "name of you contact4", gateway: "clickatell" }'),
    created,
  ],
  'create-im-json': [create('hostTrackerIm: { address: "123api", name: "im contact", gateway: "SkypeChat" }'), created],
  'create-im-xml': [
    create('hostTrackerIm: { address: "123api2", name: "im contact2", gateway: "SkypeChat" }'),
    created,
  ],
  'create-voice-json': [create('hostTrackerVoice: { address: "123123123", name: "voice contact" }'), created],
  'create-voice-xml': [create('hostTrackerVoice: { address: "1231231232", name: "voice contact2" }'), created],
  'update-email-json': [update(EMAIL, 'reportFormat: SHORT_TEXT'), updated(EMAIL)],
  'update-email-xml': [update(EMAIL, 'reportFormat: TEXT, sendNews: true'), updated(EMAIL)],
  'update-sms-json': [update(SMS, 'address: "222222221", name: "sms contact2", gateway: "twiliosms"'), updated(SMS)],
  'update-sms-xml': [update(SMS, 'gateway: "clickatell"'), updated(SMS)],
  'update-im-json': [update(IM, 'address: "222222224", name: "im contact2", gateway: "GTalk"'), updated(IM)],
  'update-im-xml': [update(IM, 'gateway: "SkypeChat"'), updated(IM)],
  'update-voice-json': [update(VOICE, 'name: "voice contact2"'), updated(VOICE)],
  'update-voice-xml': [update(VOICE, 'name: "voice contact2"'), updated(VOICE)],
  'update-many-json': [updateMany, { results: [{ contact: { upstreamId: SMS }, userErrors: [] }], userErrors: [] }],
  'update-many-xml': [updateMany, { results: [{ contact: { upstreamId: SMS }, userErrors: [] }], userErrors: [] }],
  'delete-json': [`deleteContact(id: "${idOf(EMAIL)}") { deletedIds userErrors { message } }`, deleted(EMAIL)],
  'delete-xml': [`deleteContact(id: "${idOf(EMAIL)}") { deletedIds userErrors { message } }`, deleted(EMAIL)],
  'delete-many-json': [removeMany, deleted(EMAIL, VOICE)],
  'delete-many-xml': [removeMany, deleted(EMAIL, VOICE)],
  'confirm-json': [confirm('64700'), { status: 'CONFIRMED', userErrors: [] }],
  'confirm-xml': [confirm('22934'), { status: 'CONFIRMED', userErrors: [] }],
  'confirm-wrong-json': [
    confirm('64700'),
    { status: 'CODE_FAIL', userErrors: [{ code: 'UPSTREAM_REJECTED', field: ['code'] }] },
  ],
  'resend-json': [`resendConfirmationCode(id: "${idOf(CODED)}") { status userErrors { message } }`, sent()],
  'resend-xml': [`resendConfirmationCode(id: "${idOf(CODED)}") { status userErrors { message } }`, sent()],
};

function deleted(...keys: readonly string[]) {
  return { deletedIds: keys.map((key) => idOf(key)), userErrors: [] };
}

function sent() {
  return { status: 'CODE_SENT', userErrors: [] };
}

let emulator: HostTrackerEmulator;
beforeAll(async () => {
  emulator = await startHostTracker();
});
afterAll(() => emulator.close());

const exchanges = exchangesOf('hosttracker').filter(
  ({ name, request }) => request.method !== 'GET' && !name.startsWith('login'),
);

test('each documented write has a mutation that sends it', () => {
  expect(exchanges.map(({ name }) => name).filter((name) => !(name in WRITES))).toEqual([]);
});

/** What the emulator answers to these reads, with the exchange's data in it. */
async function readsOf(exchange: DocumentedExchange): Promise<ReadonlyMap<string, StubReply>> {
  emulator.reset(exchange.given as HostTrackerSeed);
  const type = String(exchange.request.headers['content-type']);
  const ids = JSON.stringify(exchange.given).match(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g) ?? [];
  const { search } = new URL(exchange.request.target, emulator.url);
  const targets = [
    '/contacts/delays',
    '/contacts/sms/gateways',
    '/contacts/im/gateways',
    ...ids.map((id) => `/contacts/${id}`),
    `/contacts${search}`,
  ];
  const [, address = ''] =
    /<address>\s*([^<\s]*)|"address":"([^"]*)/.exec(exchange.request.body)?.filter(Boolean) ?? [];
  const types = ['Email', 'SMS', 'IM', 'VoiceCall'].flatMap((each) =>
    ['', `&addresses=${encodeURIComponent(address)}`].map((also) => `/contacts?contactType=${each}${also}`),
  );
  const replies = [...targets, ...types].map(async (path): Promise<[string, StubReply]> => {
    const headers = { authorization: `bearer ${CREDENTIALS.token}`, 'content-type': type };
    const response = await fetch(emulator.url + PREFIX + path, { headers });
    const body = await response.text();
    return [PREFIX + path, { status: response.status, headers: { 'content-type': type }, body }];
  });
  return new Map(await Promise.all(replies));
}

/** As documented, with an id where any will do, and with the declaration that our XML has. */
function onTheWire(exchange: DocumentedExchange): DocumentedExchange {
  const { request, response } = exchange;
  const isXml = request.body.startsWith('<');
  return {
    ...exchange,
    request: { ...request, body: isXml ? `<?xml version="1.0" encoding="utf-8"?>${request.body}` : request.body },
    response: { ...response, body: response.body.replace('{{any}}', MADE) },
  };
}

test.each(exchanges.map((exchange) => [exchange.name, exchange] as const))(
  '%s is sent and read as documented',
  async (name, recorded) => {
    const exchange = onTheWire(recorded);
    const reads = await readsOf(exchange);
    const [mutation = '', answer] = WRITES[name] ?? [];
    const { response } = exchange;
    const isXml = exchange.request.headers['content-type'] === 'text/xml';
    const stub = await startStub([exchange], {
      headers: ['authorization', 'content-type'],
      login: ({ method, target }: StubRequest): StubReply | undefined => {
        if (method !== 'GET') return undefined;
        const isDone = stub.met.length > 0;
        if (isDone && target === `${PREFIX}/contacts/${MADE}`) return { ...response, status: 200 };
        if (isDone && name.startsWith('delete')) {
          return { ...response, status: 200, body: isXml ? '<ArrayOfContact/>' : '[]' };
        }
        return reads.get(target);
      },
    });
    const gateway = startGateway([
      {
        provider: hostTracker,
        baseUrl: stub.url + PREFIX,
        // The document's samples go as they are, where no country makes national numbers of them.
        defaultCountry: undefined,
        settings: { auth: { token: CREDENTIALS.token }, ...exchange.config },
      },
    ]);
    try {
      const { data, errors } = await gateway.ask(`mutation { it: ${mutation} }`);
      expect(stub.strays).toEqual([]);
      expect(errors).toEqual([]);
      expect(data).toEqual({ it: answer });
      expect(stub.met).toEqual([name]);
    } finally {
      await gateway.close();
      await stub.close();
    }
  },
);
