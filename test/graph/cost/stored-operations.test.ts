import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { checkOperations } from '../../../src/commands/check-operations.js';
import { createTestContext } from '../../commands/test-context.js';

async function check(text: string): Promise<{ readonly code: number; readonly printed: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  try {
    await mkdir(join(folder, 'drafts.graphql'));
    await writeFile(join(folder, 'all.graphql'), text);
    const printed: string[] = [];
    const code = await checkOperations(
      { operations: folder },
      { ...createTestContext(), print: (line: string) => void printed.push(line) },
    );
    return { code, printed: printed.join('') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a mistake in an argument is told of its operation, and is no operation that costs nothing', async () => {
  const { code, printed } = await check(`
    query Good { upstreams { name } }
    query TooMany { contacts(first: 5000) { nodes { id } } }
    query Nobody { contacts(upstreams: ["nobody"]) { nodes { id } } }
    query Nonsense { contact(id: "nonsense") { id } }
  `);
  expect(code).toBe(1);
  expect(printed).toMatch(/Good .* ok\n/);
  expect(printed).toMatch(/TooMany .* wrong arguments\n/);
  expect(printed).toContain('TooMany: "first" must be 0 to 1000, not 5000');
  expect(printed).toContain('Nobody: there is no upstream "nobody"; configured are monitoring, cloud, mail, pbx, sms');
  expect(printed).toContain('Nonsense: "nonsense" is not an id of this API');
});

test('ids that are given later may be of anything, and as many as there may be', async () => {
  const { code, printed } = await check(`
    query Sent($ids: [ID!]!) { nodes(ids: $ids) { ... on Transmission { attempts { id } } } }
    query Anybody($id: ID!) { node(id: $id) { ... on Person { contacts { id } } } }
  `);
  expect(code).toBe(1);
  expect(printed).toContain(
    'Sent: nodes.attempts asks "pbx" row by row: GET /transmissions/{id}/detail, up to 1000 times',
  );
  // A log-in, the contact that the id is made of, a search for what it holds, and the whole list.
  expect(printed).toMatch(/Anybody .* monitoring 4, .* ok\n/);
});
