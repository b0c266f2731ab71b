import { expect, test } from 'vitest';

import { memoryUpstream, UNABLE } from '../../support/memory-provider.js';
import { startServer } from '../../support/server.js';

test('a caller who is not known is told so in JSON, and its document is not even read', async () => {
  const server = await startServer([memoryUpstream('book', [], UNABLE)], {
    authenticate: () => ({ is: 'refused', status: 401, code: 'UNAUTHENTICATED', message: 'Who are you?' }),
  });
  const answers = [await server.ask('{ this is no document'), await server.fetch('/graphql?query={__typename}')];
  for (const { status, headers, errors } of answers) {
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(errors).toEqual([{ message: 'Who are you?', extensions: { code: 'UNAUTHENTICATED' } }]);
  }
  await server.stop(0);
});
