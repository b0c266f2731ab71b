import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';

import { FIRST_QUERY } from '../../src/server/first-query.js';
import { filesUnder } from '../laws/imports.js';
import { openBrowser } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { startLoopbackUpstream, type LoopbackUpstream } from './test-provider.js';

const SANDBOX = 'https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js';

/** The page is 8 MB of script, which a busy machine takes long to start. */
const PAGE_TIMEOUT_MS = 60_000;

let loopback: LoopbackUpstream;
let server: TestServer;
let browser: Browser;
let page: Page;
/** What the page did wrong: refused by its policy, not found, thrown. */
let consoleErrors: string[];
/** Requests that left this machine, or would have. */
let abroad: string[];

beforeAll(async () => {
  loopback = await startLoopbackUpstream();
  server = await startServer([loopback.upstream]);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await loopback.close();
});

beforeEach(async () => {
  consoleErrors = [];
  abroad = [];
  page = await browser.newPage({ viewport: { width: 1200, height: 1800 } });
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(error.message));
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(server.url)) abroad.push(request.url());
  });
});

afterEach(() => page.close());

it(
  'without internet the explorer becomes GraphiQL, whose run button shows contacts',
  async () => {
    await page.route(/^https:/, (route) => route.abort());
    await page.goto(`${server.url}/graphql`);
    await page.waitForURL('**/graphiql');
    expect(abroad).toEqual([SANDBOX]);
    consoleErrors = [];
    await page.getByRole('button', { name: /execute query/i }).click();
    const answer = page.locator('.result-window');
    await answer.getByText('Anna').first().waitFor();
    const shown = await answer.innerText();
    for (const name of ['Anna', 'Bruno', 'Celina']) expect(shown).toContain(name);
    expect(await page.locator('.graphiql-query-editor').first().innerText()).toContain('People');
    expect([consoleErrors, abroad]).toEqual([[], [SANDBOX]]);
  },
  PAGE_TIMEOUT_MS,
);

it(
  'offers every example in a menu, and opens it in a tab beside those that are open',
  async () => {
    const examples = filesUnder('schema/operations', '.graphql');
    await page.goto(`${server.url}/graphiql`);
    const menu = page.getByLabel('Examples');
    expect(await menu.locator('optgroup[label="Queries"] option').allInnerTexts()).toContain('Contacts');
    expect(await menu.locator('optgroup[label="Mutations"] option').allInnerTexts()).toContain('CreateContact');
    expect(await menu.locator('optgroup option').count()).toBe(examples.length);
    await page.getByRole('tab', { name: 'Contacts' }).waitFor();

    await menu.selectOption({ label: 'CreateContact' });
    await page.getByRole('tab', { name: 'CreateContact', selected: true }).waitFor();
    expect(await page.locator('.graphiql-query-editor').first().innerText()).toContain('createContact');
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Contacts', 'CreateContact']);
    expect(consoleErrors).toEqual([]);
  },
  PAGE_TIMEOUT_MS,
);

it('offers every example as its file has it', async () => {
  const examples = filesUnder('schema/operations', '.graphql').map(({ text }) => text);
  const { text } = await server.fetch('/graphiql');
  const offered = [...text.matchAll(/ value="\/graphiql\?query=([^"]*)"/g)].map(([, query = '']) => query);
  expect(offered.map(decodeURIComponent).sort()).toEqual([...examples].sort());
});

it('a network that swallows the script is given up after three seconds', async () => {
  await page.clock.install();
  await page.route(/^https:/, () => undefined);
  await page.goto(`${server.url}/graphql`, { waitUntil: 'commit' });
  expect(page.url()).toBe(`${server.url}/graphql`);
  await page.waitForFunction('document.scripts.length > 1');
  await page.clock.fastForward(3000);
  await page.waitForURL('**/graphiql', { waitUntil: 'commit' });
});

it("with internet Apollo's script gets the first query, and the page may ask the gateway and nobody else", async () => {
  await page.route(SANDBOX, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'window.EmbeddedSandbox = function (options) { window.given = options; };',
    }),
  );
  await page.goto(`${server.url}/graphql`);
  await page.waitForFunction('window.given');
  expect(await page.evaluate('window.given')).toMatchObject({
    initialEndpoint: `${server.url}/graphql`,
    initialState: { document: FIRST_QUERY },
    runTelemetry: false,
  });
  expect(consoleErrors).toEqual([]);
  const ask = (url: string): Promise<unknown> =>
    page.evaluate(
      `fetch('${url}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{__typename}"}' })
        .then((answer) => answer.status, () => 'refused')`,
    );
  expect(await ask('/graphql')).toBe(200);
  expect(await ask('https://elsewhere.example/')).toBe('refused');
  expect(consoleErrors.join()).toContain('Content Security Policy');
});

it('a page that is already known is not sent again', async () => {
  const first = await server.fetch('/graphiql/graphiql.js');
  const tag = first.headers.get('etag') ?? '';
  const again = await server.fetch('/graphiql/graphiql.js', { headers: { 'if-none-match': tag } });
  expect([first.status, again.status, again.text]).toEqual([200, 304, '']);
});
