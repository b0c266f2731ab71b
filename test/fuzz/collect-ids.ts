import type { TestServer } from '../support/server.js';

const LISTS = [
  'contacts',
  'groups',
  'campaigns',
  'transmissions',
  'programs',
  'messages',
  'accounts',
  'users',
  'gateways',
];

/** Ids of some things of every noun, in the order of their lists, and those of the upstreams. */
export async function collectIds(server: TestServer): Promise<readonly string[]> {
  const fields = LISTS.map((list) => `${list}(first: 12) { nodes { id } }`);
  const { text } = await server.ask(`{ ${fields.join(' ')} upstreams { id } }`);
  return [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id);
}
