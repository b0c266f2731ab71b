import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { hostTracker } from '../../src/providers/hosttracker/index.js';
import { startGateway, type TestGateway } from '../support/gateway.js';

let body = '';
let server: Server;
let gateway: TestGateway;
/** Requests besides those for the list: nothing in a document leads to any. */
let others = 0;
let port = 0;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    if (!url.endsWith('/contacts')) others += 1;
    response.writeHead(200, { 'content-type': 'text/xml' }).end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
  const settings = { auth: { token: 'ticket' }, format: 'xml' };
  const baseUrl = `http://127.0.0.1:${port}/api`;
  gateway = startGateway([{ provider: hostTracker, baseUrl, settings, retry: { tries: 1 } }]);
});
afterAll(async () => {
  await gateway.close();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  others = 0;
});

const READ = '{ contacts { totalCount nodes { displayName } sources { ok unreadable } } }';
const contact = (name: string): string =>
  `<Contact><id>a1b2c3d4-0000-0000-0000-000000000001</id><name>${name}</name><contactType>Email</contactType><address>a@example.com</address></Contact>`;
const list = (content: string): string => `<ArrayOfContact>${content}</ArrayOfContact>`;
const withDtd = (declarations: string, name: string): string => `<!DOCTYPE a [${declarations}]>${list(contact(name))}`;
const laughs = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);

it.each<[string, () => string]>([
  ['that ends early', () => list(contact('Anna')).slice(0, -3)],
  ['of another root', () => '<ArrayOfTask/>'],
  ['with a DOCTYPE', () => withDtd('', 'Anna')],
  ['of a billion laughs', () => withDtd(`<!ENTITY l0 "lol">${laughs.join('')}`, '&l10;')],
  ['with 20,000 uses of 9 KB', () => withDtd(`<!ENTITY b "${'x'.repeat(9000)}">`, '&b;'.repeat(20_000))],
  ['with an external entity', () => withDtd(`<!ENTITY x SYSTEM "http://127.0.0.1:${port}/x">`, '&x;')],
  ['with a file for an entity', () => withDtd('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;')],
  ['with a parameter entity', () => withDtd(`<!ENTITY % x SYSTEM "http://127.0.0.1:${port}/x"> %x;`, 'Anna')],
  ['100,000 levels deep', () => list('<a>'.repeat(100_000) + '</a>'.repeat(100_000))],
  ['with __proto__', () => list('<__proto__><polluted>true</polluted></__proto__>')],
  ['with a constructor', () => list('<constructor><prototype>x</prototype></constructor>')],
  ['longer than 5 MB', () => list(contact('x'.repeat(5_000_000)))],
  ['of nothing', () => ''],
])('U13 T16 a document %s is unreadable, and nothing that it names is asked for', async (_, write) => {
  body = write();
  const { data, errors } = await gateway.ask(READ);
  expect(data).toEqual({ contacts: { totalCount: null, nodes: [], sources: [{ ok: false, unreadable: 0 }] } });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_PROTOCOL' } }]);
  expect(JSON.stringify(errors)).not.toMatch(/root:|lol|xxx/);
  expect([others, 'polluted' in {}]).toEqual([0, false]);
});

it.each<[string, () => string, string]>([
  ['numeric entities', () => list(contact('Stra&#380;ak &#x17B;')), 'Strażak Ż'],
  ['CDATA', () => list(contact('<![CDATA[<b>&amp;]]>')), '<b>&amp;'],
  ['namespaces', () => list(contact('Anna')).replace('>', ' xmlns="urn:a" xmlns:i="urn:b">'), 'Anna'],
])('U13 %s are read as what they mean', async (_, write, name) => {
  body = write();
  const { data, errors } = await gateway.ask(READ);
  expect([data, errors]).toMatchObject([{ contacts: { nodes: [{ displayName: name }] } }, []]);
});

it('U13 100,000 numeric entities are read, and others are answered meanwhile', async () => {
  body = list(contact('&#380;'.repeat(100_000)));
  const reading = gateway.ask(READ);
  const ended = reading.then(() => true);
  let turns = 0;
  while (!(await Promise.race([ended, setImmediate(false)]))) turns += 1;
  const { data, errors } = await reading;
  expect(errors).toEqual([]);
  expect(data).toMatchObject({ contacts: { nodes: [{ displayName: 'ż'.repeat(100_000) }] } });
  // On this thread it would be read in one turn.
  expect(turns).toBeGreaterThan(100);
});
