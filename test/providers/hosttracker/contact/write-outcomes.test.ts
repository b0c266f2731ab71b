import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { PREFIX, startHostTracker, type HostTrackerEmulator } from '../../../../src/emulators/hosttracker/index.js';
import { createMemoryStore } from '../../../../src/operations/memory-store.js';
import type { OperationStore } from '../../../../src/operations/store.js';
import { hostTracker } from '../../../../src/providers/hosttracker/index.js';
import { startGateway, type TestGateway } from '../../../support/gateway.js';
import { startStub, type StubReply } from '../../../support/stub-server.js';
import { idOf, TOKEN, writtenTo } from '../fixture.js';

const GUID = '092a2bc9-58d1-e411-80c3-00155d36955e';
const OTHER = '695dc35a-59d1-e411-80c3-00155d36955e';
const CREATE = `mutation { it: createContact(input: { hostTrackerEmail: { address: "Anna@example.com", name: "Anna",
  idempotencyKey: "0123456789abcdef" } }) { status userErrors { code field message } contact { upstreamId } } }`;

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A HostTracker that holds one old contact at the same address, and another behind the write, if that makes one. */
async function answering(
  type: 'application/json' | 'text/xml',
  body: string,
  then: 'made' | 'not made' | 'down',
): Promise<TestGateway> {
  let isMade = false;
  let isDown = false;
  const say = (json: unknown, xmlText: string): StubReply => ({
    status: isDown ? 500 : 200,
    headers: { 'content-type': type },
    body: type === 'text/xml' ? xmlText : JSON.stringify(json),
  });
  const stub = await startStub([], {
    login: ({ method, target }) => {
      if (method === 'POST') {
        isMade = then === 'made';
        isDown = then === 'down';
        return { status: body === '' ? 204 : 201, headers: body === '' ? {} : { 'content-type': type }, body };
      }
      const ids = isMade ? [OTHER, GUID] : [OTHER];
      const rows = ids.map((id) => ({ id, contactType: 'Email', address: 'anna@EXAMPLE.com' }));
      const elements = rows.map((row) =>
        Object.entries(row)
          .map(([name, value]) => `<${name}>${value}</${name}>`)
          .join(''),
      );
      if (target.startsWith(`${PREFIX}/contacts?`)) {
        return say(
          rows,
          `<ArrayOfContact>${elements.map((each) => `<Contact>${each}</Contact>`).join('')}</ArrayOfContact>`,
        );
      }
      const place = ids.findIndex((id) => target.endsWith(id));
      return say(rows[place], `<Contact>${elements[place] ?? ''}</Contact>`);
    },
  });
  const settings = { auth: { token: 'x' }, format: type === 'text/xml' ? 'xml' : 'json' };
  const gateway = startGateway([{ provider: hostTracker, baseUrl: stub.url + PREFIX, settings }]);
  closing.push(gateway.close, stub.close);
  return gateway;
}

const JSON_TYPE = 'application/json';
const XML = 'text/xml';

describe('what a write answers', () => {
  test.each([
    [JSON_TYPE, `{"id":"${GUID}","confirmed":false,"sendCost":"$0.02","status":"CodeSent"}`, 'CODE_SENT'],
    [JSON_TYPE, `{"status":"CodeSent","contact":{"id":"${GUID}"}}`, 'CODE_SENT'],
    [JSON_TYPE, `[{"id":"${GUID}","status":"LowSmsBalance"}]`, 'LOW_SMS_BALANCE'],
    [JSON_TYPE, `{"id":"${GUID}","confirmed":"True"}`, 'CONFIRMED'],
    [JSON_TYPE, `{"id":"${GUID}","confirmed":"False"}`, null],
    [JSON_TYPE, `{"id":"${GUID}","status":"Pigeon"}`, 'UNKNOWN'],
    [JSON_TYPE, `{"id":"${GUID}","status":"Overlimited"}`, 'OVERLIMITED'],
    [JSON_TYPE, '"CodeFail"', 'CODE_FAIL'],
    [JSON_TYPE, '["CodeSentEarlier"]', 'CODE_SENT_EARLIER'],
    [JSON_TYPE, '"OperationError"', 'OPERATION_ERROR'],
    [JSON_TYPE, '', null],
    [XML, `<EmailContact><id>${GUID}</id><status>\n CodeSent\n</status></EmailContact>`, 'CODE_SENT'],
    [
      XML,
      `<ContactOperationResult><status>CodeSent</status><contact><id>${GUID}</id></contact></ContactOperationResult>`,
      'CODE_SENT',
    ],
  ] as const)('is read however it is told: %s %s', async (type, body, status) => {
    const gateway = await answering(type, body, 'made');
    const answer = await gateway.ask(CREATE);
    expect(answer).toMatchObject({
      errors: [],
      data: { it: { status, userErrors: [], contact: { upstreamId: GUID } } },
    });
    // It is looked for only where the answer does not name it.
    const lists = answer.attempts.filter(({ operation }) => operation === 'GET /contacts');
    expect(lists).toHaveLength(body.includes(GUID) ? 1 : 2);
  });

  test.each(['OperationError', 'Overlimited'])('%s without a contact is a refusal', async (word) => {
    const gateway = await answering(JSON_TYPE, JSON.stringify({ status: word }), 'not made');
    expect(await gateway.ask(CREATE)).toMatchObject({
      errors: [],
      data: { it: { status: null, contact: null, userErrors: [{ code: 'UPSTREAM_REJECTED', field: null }] } },
    });
  });

  test.each([
    ['that is neither a contact nor a status', '{"error":"AccessDenied"}', 'not made'],
    ['of no contact, where HostTracker can’t be asked for it,', '"Overlimited"', 'down'],
  ] as const)('%s leaves the outcome unknown', async (_, body, then) => {
    const gateway = await answering(JSON_TYPE, body, then);
    expect(await gateway.ask(CREATE)).toMatchObject({ errors: [{ extensions: { code: 'OUTCOME_UNKNOWN' } }] });
  });
});

describe('confirmation codes', () => {
  let emulator: HostTrackerEmulator;
  let gateway: TestGateway;
  beforeEach(async () => {
    emulator = await startHostTracker();
    gateway = startGateway([{ provider: hostTracker, baseUrl: emulator.url + PREFIX, settings: TOKEN }]);
    closing.push(gateway.close, emulator.close);
  });

  const confirm = (code: string) =>
    gateway.ask(`mutation { it: confirmContact(id: "${idOf(GUID)}", code: ${JSON.stringify(code)}) {
      status userErrors { code field } contact { ... on HostTrackerContact { confirmed } } } }`);

  test('a wrong code is a status and a mistake, and the right one confirms', async () => {
    emulator.reset({ contacts: [{ id: GUID, contactType: 'Email', address: 'a@example.com', code: '64700' }] });
    const wrong = { status: 'CODE_FAIL', userErrors: [{ code: 'UPSTREAM_REJECTED', field: ['code'] }] };
    expect((await confirm('1')).data).toEqual({ it: { ...wrong, contact: { confirmed: false } } });
    expect((await confirm(' 64700 ')).data).toEqual({
      it: { status: 'CONFIRMED', userErrors: [], contact: { confirmed: true } },
    });
  });

  test('a blank code is not sent', async () => {
    expect((await confirm(' ')).data).toMatchObject({
      it: { userErrors: [{ code: 'BAD_USER_INPUT', field: ['code'] }] },
    });
    expect(writtenTo(emulator)).toEqual([]);
  });

  test.each([
    ['CodeSent', 'CODE_SENT', []],
    ['CodeSentEarlier', 'CODE_SENT_EARLIER', []],
    ['LowSmsBalance', 'LOW_SMS_BALANCE', [{ code: 'UPSTREAM_REJECTED' }]],
    ['CodeFail', 'CODE_FAIL', [{ code: 'UPSTREAM_REJECTED' }]],
    ['OperationError', 'OPERATION_ERROR', [{ code: 'UPSTREAM_REJECTED' }]],
  ] as const)('a code that was not sent again is a status and a mistake: %s', async (sending, status, userErrors) => {
    emulator.reset({ contacts: [{ id: GUID, contactType: 'Email', address: 'a@example.com' }], sending });
    const { data } = await gateway.ask(
      `mutation { it: resendConfirmationCode(id: "${idOf(GUID)}") { status userErrors { code } } }`,
    );
    expect(data).toEqual({ it: { status, userErrors } });
  });
});

describe('an answer that was lost', () => {
  /** Makes an hour pass for writes of unknown outcome. */
  function aged(): OperationStore {
    const store = createMemoryStore();
    const hour = 3_600_000;
    return {
      ...store,
      get: async (id) => {
        const record = await store.get(id);
        if (record?.state !== 'UNKNOWN' || record.dispatchedAt === null) return record;
        return { ...record, dispatchedAt: record.dispatchedAt - hour, lease: record.lease - hour };
      },
    };
  }

  const OLD = {
    contactType: 'Email',
    address: 'anna@example.com',
    name: 'Old',
    activePeriodStart: '01:00',
    activePeriodEnd: '02:00',
  } as const;

  /** What is learnt of a mutation that HostTracker did, and of one that it did not, without an answer to either. */
  async function learnt(mutation: string): Promise<unknown[]> {
    const emulator = await startHostTracker();
    const states: unknown[] = [];
    for (const kind of ['resetAfterEffect', 'resetAfterRead'] as const) {
      const upstream = { provider: hostTracker, baseUrl: emulator.url + PREFIX, settings: TOKEN };
      const gateway = startGateway([upstream], undefined, { store: aged() });
      emulator.reset({
        contacts: [
          { ...OLD, id: GUID, code: '64700' },
          { ...OLD, id: OTHER },
        ],
      });
      for (const method of ['POST', 'PUT', 'DELETE']) emulator.addFault({ kind, method, times: 1 });
      const { errors } = await gateway.ask(`mutation { it: ${mutation} }`);
      expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
      const id = String(errors[0]?.extensions['operationId']);
      const { data } = await gateway.ask(`{ operation(id: "${id}") { state } }`);
      states.push((data?.['operation'] as { state: string }).state);
      expect(writtenTo(emulator)).toHaveLength(1);
      await gateway.close();
    }
    await emulator.close();
    return states;
  }

  const FILTER = 'filter: { contactTypes: [EMAIL] }';
  const update = (input: string) =>
    `updateContact(id: "${idOf(GUID)}", input: { hostTracker: { ${input} } }) { status }`;

  test.each([
    ['a creation', CREATE.slice('mutation { it: '.length, -2)],
    [
      'a change',
      update(
        'name: " Ewa ", alertDelayMinutes: 5, activePeriod: { start: "22:00", end: "06:00" }, reportFormat: SHORT_TEXT, sendNews: true',
      ),
    ],
    ['clearing', update('name: null, activePeriod: null, activeDays: null')],
    ['a deletion', `deleteContact(id: "${idOf(GUID)}") { deletedIds }`],
    ['a confirmation', `confirmContact(id: "${idOf(GUID)}", code: "64700") { status }`],
    ['a change by filter', `updateHostTrackerContacts(input: { ${FILTER}, name: "Ewa" }) { results { status } }`],
    ['a deletion by filter', `deleteHostTrackerContacts(input: { ${FILTER}, expectedCount: 2 }) { deletedIds }`],
  ])('%s is learnt from what is there', async (what, mutation) => {
    // Values that are not as they were to be prove nothing: somebody may have changed them since.
    const isChange = ['a change', 'clearing', 'a confirmation'].includes(what);
    expect(await learnt(mutation)).toEqual(['SUCCEEDED', isChange ? 'UNKNOWN' : 'NOT_SENT']);
  });

  // They may come back in other capitals, or in another order, than they were sent in.
  test.each([
    ['an address', 'address: "ewa@example.com"'],
    ['days', 'activeDays: [MONDAY, SUNDAY]'],
    ['subscriptions', `subscriptions: [{ taskId: "${OTHER}", alertTypes: ["Up", "Down"] }]`],
  ])('a change of %s can’t be looked for', async (_, change) => {
    expect(await learnt(update(`name: "Ewa", ${change}`))).toEqual(['UNKNOWN', 'UNKNOWN']);
  });

  test('a creation is found among contacts that are new, and its key then tells it', async () => {
    const emulator = await startHostTracker();
    const gateway = startGateway([{ provider: hostTracker, baseUrl: emulator.url + PREFIX, settings: TOKEN }]);
    closing.push(gateway.close, emulator.close);
    emulator.reset({ contacts: [{ id: OTHER, contactType: 'Email', address: 'anna@example.com', name: 'Anna' }] });
    emulator.addFault({ kind: 'resetAfterEffect', method: 'POST', times: 1 });
    expect(await gateway.ask(CREATE)).toMatchObject({ errors: [{ extensions: { code: 'OUTCOME_UNKNOWN' } }] });
    expect((await gateway.ask(CREATE)).data).toMatchObject({ it: { contact: { upstreamId: GUID } } });
    expect(writtenTo(emulator)).toHaveLength(1);
  });
});
