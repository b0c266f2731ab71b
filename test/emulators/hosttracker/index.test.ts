import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { CREDENTIALS, startHostTracker, type HostTrackerSeed } from '../../../src/emulators/hosttracker/index.js';
import { createClock } from '../../../src/emulators/kit/clock.js';
import { exchangesOf } from '../../support/exchange.js';
import { clientOf } from './client.js';
import { expectAnswered } from '../expect-exchange.js';

const clock = createClock();
const emulator = await startHostTracker({ clock, ticketLifetimeMs: 60_000 });
const { send, one, many, effects } = clientOf(emulator);
const xml = { accept: 'text/xml' };

afterAll(() => emulator.close());
beforeEach(() => {
  emulator.reset();
});

describe('documented exchanges', () => {
  test.each(exchangesOf('hosttracker'))('answers $name as documented', async (exchange) => {
    emulator.reset(exchange.given as HostTrackerSeed | undefined);
    await expectAnswered(exchange, emulator.url);
  });
});

describe('tickets', () => {
  async function login(body: unknown): Promise<{ ticket: string; expirationTime: string; expirationUnixTime: number }> {
    const response = await send('/users/token', { method: 'POST', body, headers: { authorization: '' } });
    return (await response.json()) as { ticket: string; expirationTime: string; expirationUnixTime: number };
  }

  test.each([
    ['no header', '', 'AccessDenied'],
    ['another scheme', 'Basic ZGVtbzpkZW1v', 'AccessDenied'],
    ['an unknown ticket', 'bearer nonsense', 'WrongTicket'],
  ])('%s is answered 401', async (_, authorization, error) => {
    const response = await send('/contacts', { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error });
  });

  test('the word bearer may have capitals', async () => {
    for (const word of ['bearer', 'Bearer', 'BEARER']) {
      const response = await send('/contacts/types', { headers: { authorization: `${word} ${CREDENTIALS.token}` } });
      expect(response.status).toBe(200);
    }
  });

  test('a ticket is good until its own expiration time and survives a reset of the data', async () => {
    const { login: user, password } = CREDENTIALS;
    const { ticket, expirationTime, expirationUnixTime } = await login({ login: user, password });
    expect(Date.parse(expirationTime)).toBe(expirationUnixTime * 1000);
    const asked = () => send('/contacts/types', { headers: { authorization: `bearer ${ticket}` } });
    emulator.reset();
    clock.advance(expirationUnixTime * 1000 - clock.now() - 5_000);
    expect((await asked()).status).toBe(200);
    clock.advance(5_001);
    const refused = await asked();
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ error: 'TicketExpired' });
  });

  test('a wrong password and an account without granted rights get no ticket', async () => {
    const { login: user, password } = CREDENTIALS;
    expect(await login({ login: user, password: 'guess' })).toMatchObject({ error: 'IncorrectLoginOrPassword' });
    expect(await login({ login: user, password, forLogin: 'sub@example.com' })).toMatchObject({
      error: 'AccessDenied',
    });
  });
});

describe('content formats', () => {
  test.each([
    [{}, 'application/json'],
    [{ accept: '*/*' }, 'application/json'],
    [{ accept: 'text/xml' }, 'text/xml'],
    [{ accept: '*/*', 'content-type': 'text/xml' }, 'text/xml'],
    [{ accept: 'application/json', 'content-type': 'text/xml' }, 'application/json'],
    [{ accept: 'text/html, application/xml;q=0.9, */*;q=0.8' }, 'text/xml'],
  ])('Accept decides, else Content-Type, else JSON: %o', async (headers: Record<string, string>, media) => {
    for (const path of ['/contacts', '/contacts/types', '/contacts/none']) {
      const response = await send(path, { headers });
      expect(response.headers.get('content-type')).toBe(`${media}; charset=utf-8`);
    }
  });

  test('a text that is written in XML is read back the same in JSON and written well-formed', async () => {
    const name = fc.string({ unit: 'grapheme' }).filter((text) => text.trim() === text && isXmlText(text));
    await fc.assert(
      fc.asyncProperty(name, async (text) => {
        emulator.reset({ contacts: [] });
        const body = `<IMContactEditableData><name>${escaped(text)}</name><address>a</address></IMContactEditableData>`;
        const headers = { 'content-type': 'text/xml', accept: 'application/json' };
        const { id, name: stored } = await one('/contacts/im', { method: 'POST', body, headers });
        expect(stored).toBe(text);
        const written = await (await send(`/contacts/${id}`, { headers: xml })).text();
        expect(written).toContain(text === '' ? '<name />' : `<name>${escaped(text)}</name>`);
      }),
      { numRuns: 50 },
    );
  });

  test('lists and nulls in an XML body are understood', async () => {
    emulator.reset({ contacts: [{ contactType: 'Email', address: 'a@b.c', name: 'A' }] });
    const [row] = await many('/contacts');
    const put = (inner: string) =>
      one(`/contacts/email/${row?.id ?? ''}`, {
        method: 'PUT',
        body: `<EmailContactEditableData xmlns:xsi="x">${inner}</EmailContactEditableData>`,
        headers: { 'content-type': 'text/xml', accept: 'application/json' },
      });
    const days = '<activeDays><string>Monday</string><string>Sunday</string></activeDays>';
    const hours = '<activePeriodStart>22:00</activePeriodStart><activePeriodEnd>06:00</activePeriodEnd>';
    expect(await put(days + hours)).toMatchObject({
      activeDays: ['Monday', 'Sunday'],
      activePeriodStart: '22:00',
      activePeriodEnd: '06:00',
    });
    expect(
      await put('<activeDays /><activePeriodStart /><activePeriodEnd></activePeriodEnd><name xsi:nil="true"/>'),
    ).toMatchObject({ activeDays: null, activePeriodStart: null, activePeriodEnd: null, name: null });
  });

  test('an XML body under another root is refused', async () => {
    const body = '<VoiceCallContactEditableData><address>123</address></VoiceCallContactEditableData>';
    const response = await send('/contacts/voice', { method: 'POST', body, headers: { 'content-type': 'text/xml' } });
    expect(response.status).toBe(400);
    expect(effects()).toEqual([]);
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function isXmlText(text: string): boolean {
  return !/[\p{Cc}\ufffe\uffff]/u.test(text);
}
