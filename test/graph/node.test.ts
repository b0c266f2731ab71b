import { afterEach, expect, test } from 'vitest';

import { encodeId } from '../../src/graph/id.js';
import type { Provider } from '../../src/graph/provider.js';
import { ProviderFailure } from '../../src/transport/failure.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { toy, UNABLE } from '../support/toy.js';
import { unheardDuring } from '../support/unheard.js';

/** A toy that cannot be reached for single things. */
const unreachable: Provider = {
  ...toy,
  open: (opening) => {
    const opened = toy.open(opening);
    const { contact } = opened.backends;
    if (!contact) throw new TypeError('the toy has contacts');
    const byKeys = async (): Promise<never> => {
      throw new ProviderFailure('toy', 'unreachable', 'GET /contacts/{id}: the connection was refused');
    };
    return { ...opened, backends: { contact: { ...contact, byKeys } } };
  },
};

let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

test('a malformed id behind one whose upstream fails costs the field, not the process', async () => {
  const settings = { rows: [], abilities: UNABLE };
  const { ask } = (gateway = startGateway([{ provider: unreachable, baseUrl: 'http://127.0.0.1:9', settings }]));
  const unheard = await unheardDuring(async () => {
    const ids = [encodeId('toy', 'contact', '1'), 'no id'];
    const { errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });
  expect(unheard).toEqual([]);
});
