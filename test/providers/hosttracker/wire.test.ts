import { afterEach, describe, expect, test } from 'vitest';

import { PREFIX, startHostTracker, type HostTrackerEmulator } from '../../../src/emulators/hosttracker/index.js';
import { hostTracker } from '../../../src/providers/hosttracker/index.js';
import { parseExchange } from '../../support/exchange.js';
import { startGateway } from '../../support/gateway.js';
import { startStub } from '../../support/stub-server.js';
import { LOGIN, over, seenBy, TOKEN } from './fixture.js';

const LIST = '{ contacts { nodes { id } sources { error { code message } } } }';
const GUID = '092a2bc9-58d1-e411-80c3-00155d36955e';

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function start(settings: Readonly<Record<string, unknown>>, ticketLifetimeMs?: number) {
  const emulator: HostTrackerEmulator = await startHostTracker(ticketLifetimeMs ? { ticketLifetimeMs } : {});
  const gateway = over(emulator, settings);
  closing.push(gateway.close, emulator.close);
  return { emulator, gateway };
}

/** What the gateway makes of one answer to `GET {path}`. */
async function answered(body: string, type: string, query = LIST, path = `${PREFIX}/contacts`, status = 200) {
  const text = `# Source: this test\nGET ${path} HTTP/1.1\nauthorization: bearer x\n\nHTTP/1.1 ${status} OK\ncontent-type: ${type}\n\n${body}`;
  const stub = await startStub([parseExchange('hosttracker', 'made-up', text)]);
  const gateway = startGateway([
    {
      provider: hostTracker,
      baseUrl: stub.url + path.replace(/\/contacts.*/, ''),
      settings: { auth: { token: 'x' }, format: type.endsWith('xml') ? 'xml' : 'json' },
    },
  ]);
  closing.push(gateway.close, stub.close);
  return { ...(await gateway.ask(query)), strays: stub.strays };
}

describe('tickets', () => {
  test('a ticket is bought once for all requests', async () => {
    const { emulator, gateway } = await start(LOGIN);
    await Promise.all([gateway.ask(LIST), gateway.ask('{ gateways { nodes { id } } }')]);
    await gateway.ask(LIST);
    expect(seenBy(emulator).filter((each) => each === 'POST /users/token')).toHaveLength(1);
    expect(emulator.requests[0]?.headers['authorization']).toBeUndefined();
  });

  test('a ticket whose end is close is used for a while all the same: clocks differ', async () => {
    const { emulator, gateway } = await start(LOGIN, 5_000);
    await gateway.ask(LIST);
    await gateway.ask(LIST);
    expect(seenBy(emulator)).toEqual(['POST /users/token', 'GET /contacts', 'GET /contacts']);
  });

  test.each([
    ['with 401', { kind: 'unauthorized' as const }],
    ['by name', { kind: 'status' as const, status: 403, body: '{"error":"TicketExpired"}' }],
  ])('a ticket that is refused %s is renewed and the read repeated', async (_, fault) => {
    const { emulator, gateway } = await start(LOGIN);
    await gateway.ask(LIST);
    emulator.addFault({ ...fault, times: 1 });
    expect((await gateway.ask(LIST)).errors).toEqual([]);
    const round = ['POST /users/token', 'GET /contacts'];
    expect(seenBy(emulator)).toEqual([...round, 'GET /contacts', ...round]);
  });

  test('wrong credentials are an error of the upstream, without the credentials', async () => {
    const { gateway } = await start({ auth: { login: 'demo@example.com', password: 'not-the-password' } });
    const { data, errors } = await gateway.ask(LIST);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_AUTH' } }]);
    expect(JSON.stringify([data, errors])).not.toContain('not-the-password');
  });

  test('the root of a ticket in XML may be any', async () => {
    const list =
      'GET /contacts HTTP/1.1\nauthorization: bearer abc\n\nHTTP/1.1 200 OK\ncontent-type: text/xml\n\n<ArrayOfContact/>';
    const stub = await startStub([parseExchange('hosttracker', 'list', `# Source: this test\n${list}`)], {
      login: ({ target }) =>
        target === '/users/token'
          ? {
              status: 200,
              headers: { 'content-type': 'text/xml' },
              body: '<?xml version="1.0"?><a:UserTicket xmlns:a="urn:a"><a:ticket>abc</a:ticket></a:UserTicket>',
            }
          : undefined,
    });
    const gateway = startGateway([{ provider: hostTracker, baseUrl: stub.url, settings: { ...LOGIN, format: 'xml' } }]);
    closing.push(gateway.close, stub.close);
    expect(await gateway.ask(LIST)).toMatchObject({ errors: [], data: { contacts: { nodes: [] } } });
  });
});

describe('formats', () => {
  test.each([
    ['json', 'application/json'],
    ['xml', 'text/xml'],
  ])('%s is spoken both ways', async (format, type) => {
    const { emulator, gateway } = await start({ ...LOGIN, format });
    await gateway.ask(LIST);
    expect(emulator.requests.map(({ headers }) => [headers['accept'], headers['content-type']])).toEqual([
      [type, type],
      [type, type],
    ]);
    expect(emulator.requests[0]?.body).toMatch(format === 'xml' ? /<LoginData><login>/ : /^\{"login":/);
  });

  test('the base URL may have no prefix', async () => {
    const { errors, strays } = await answered('[]', 'application/json', LIST, '/contacts');
    expect({ errors, strays }).toEqual({ errors: [], strays: [] });
  });

  const contact = `<id>${GUID}</id><contactType>Email</contactType><address>\n  anna@example.com\n</address>`;

  test('what is left out, null or empty in XML is nothing', async () => {
    const query = `{ contacts { nodes { displayName ... on HostTrackerEmailContact {
      name confirmed sendCost billingOverlimit subscriptions activeDays activePeriod { start } reportFormat } } } }`;
    const nil = `<ArrayOfContact xmlns:xsi="x"><Contact>${contact}<name xsi:nil="true"/><activeDays/><billingOverlimit/></Contact></ArrayOfContact>`;
    expect((await answered(nil, 'text/xml', query)).data).toEqual({
      contacts: {
        nodes: [
          {
            displayName: 'anna@example.com',
            name: null,
            confirmed: null,
            sendCost: null,
            billingOverlimit: [],
            subscriptions: null,
            activeDays: null,
            activePeriod: null,
            reportFormat: null,
          },
        ],
      },
    });
  });

  test.each([
    ['another root', `<ArrayOfString><string>x</string></ArrayOfString>`],
    ['other elements in a list', `<ArrayOfContact><EmailContact>${contact}</EmailContact></ArrayOfContact>`],
    ['an error', '<Error><error>AccessDenied</error></Error>'],
  ])('%s is not an empty list of XML', async (_, body) => {
    const { errors } = await answered(body, 'text/xml');
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_PROTOCOL' } }]);
  });

  test('the root of one contact in XML may be its type', async () => {
    const id = Buffer.from(`hosttracker:contact:${GUID}`).toString('base64url');
    for (const root of ['Contact', 'EmailContact']) {
      const { data, errors } = await answered(
        `<${root}>${contact}</${root}>`,
        'text/xml',
        `{ contact(id: "${id}") { displayName } }`,
        `/contacts/${GUID}`,
      );
      expect({ data, errors }).toEqual({ data: { contact: { displayName: 'anna@example.com' } }, errors: [] });
    }
  });

  test('a contact of a type that the document does not know is left out and told', async () => {
    const body = JSON.stringify([{ id: GUID, contactType: 'Pigeon', address: 'anna' }]);
    const { errors } = await answered(body, 'application/json');
    expect(errors).toMatchObject([
      { message: expect.stringContaining('[0].contactType') as unknown, extensions: { code: 'UPSTREAM_PROTOCOL' } },
    ]);
  });

  test('placeholders of the sample, all in quotes, are read as their types', async () => {
    const body = JSON.stringify([
      { id: GUID, contactType: 'Email', address: 'a@b.pl', confirmed: 'True', sendCost: '0.05', alertDelay: '15' },
    ]);
    const query = '{ contacts { nodes { ... on HostTrackerContact { confirmed sendCost alertDelayMinutes } } } }';
    expect((await answered(body, 'application/json', query)).data).toEqual({
      contacts: { nodes: [{ confirmed: true, sendCost: 0.05, alertDelayMinutes: 15 }] },
    });
  });
});

describe('errors', () => {
  test('the words of an error that no document describes are not told', async () => {
    const { emulator, gateway } = await start(TOKEN);
    emulator.addFault({ kind: 'status', status: 400, body: '{"error":"AccessDenied","message":"db at 10.0.0.1"}' });
    const { data, errors } = await gateway.ask(LIST);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_REJECTED' } }]);
    expect(JSON.stringify([data, errors])).not.toMatch(/AccessDenied|10\.0\.0\.1/);
  });

  test('a contact that could not be asked for is an error, never null alone', async () => {
    const { emulator, gateway } = await start(TOKEN);
    emulator.addFault({ kind: 'status', status: 500 });
    const id = Buffer.from(`hosttracker:contact:${GUID}`).toString('base64url');
    const { errors } = await gateway.ask(`{ contact(id: "${id}") { id } }`);
    expect(errors).toMatchObject([{ path: ['contact'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });
});

describe('settings', () => {
  test.each([
    ['no auth', {}],
    ['both kinds of auth', { auth: { token: 'a', login: 'b', password: 'c' } }],
    ['a token that does not fit a header', { auth: { token: 'a\nb' } }],
    ['another format', { auth: { token: 'a' }, format: 'yaml' }],
    ['a key that nobody knows', { auth: { token: 'a' }, domain: 'x' }],
  ])('%s is refused', (_, settings) => {
    expect(hostTracker.settings.safeParse(settings).success).toBe(false);
  });
});
