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
export async function collectIds(url: string): Promise<readonly string[]> {
  const fields = LISTS.map((list) => `${list}(first: 12) { nodes { id } }`);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ ${fields.join(' ')} upstreams { id } }` }),
  });
  const text = await response.text();
  return [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id);
}
