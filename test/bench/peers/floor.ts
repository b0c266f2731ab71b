// As little as can be done in Node: no GraphQL at all, the operation's name says what is wanted.
import { createServer } from 'node:http';

import { LISTS, readCloudContact, readDescription, WHOLE_LIST } from './reads.js';
import { PORT } from './wire.js';

interface Asked {
  readonly operationName: string;
  readonly variables?: { readonly limit?: number; readonly group?: string; readonly id?: string };
}

const OPERATIONS: Readonly<Record<string, (variables: NonNullable<Asked['variables']>) => Promise<object>>> = {
  Q1: async ({ limit = 0 }) => ({ cloudContacts: await LISTS.cloud(limit) }),
  Q2: async ({ group = '' }) => {
    const rows = await LISTS.pbxGroup(group);
    const describe = async ({ id, name, email }: (typeof rows)[number]) => ({
      id,
      name,
      email,
      description: await readDescription(id),
    });
    return { pbxContacts: await Promise.all(rows.map(describe)) };
  },
  Q3: async ({ id = '' }) => ({ cloudContact: await readCloudContact(id) }),
  Q4: async () => {
    const [monitoring, cloud, mail, pbx, sms] = await Promise.all([
      LISTS.monitoring(),
      LISTS.cloud(WHOLE_LIST),
      LISTS.mail(),
      LISTS.pbx(),
      LISTS.sms(),
    ]);
    return { monitoring, cloud, mail, pbx, sms };
  },
  typename: async () => ({ __typename: 'Query' }),
};

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const { operationName, variables = {} } = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
    const text = JSON.stringify({ data: await OPERATIONS[operationName]?.(variables) });
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  });
}).listen(PORT, '127.0.0.1');
