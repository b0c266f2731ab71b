import { describe, expect, test } from 'vitest';

import { encodeId } from '../../../../src/graph/values/id.js';
import { startFixture, startScripted, type Fixture } from '../fixture.js';

const idOf = (key: string): string => encodeId('ictcore', 'program', key);

async function find({ gateway, asked }: Fixture, filter: object) {
  const { data, errors } = await gateway.ask(
    'query ($filter: ProgramFilter) { programs(filter: $filter) { nodes { upstreamId } sources { pushedDown } } }',
    { filter },
  );
  expect(errors).toEqual([]);
  const { nodes, sources } = data?.['programs'] as {
    nodes: ReadonlyArray<{ upstreamId: string }>;
    sources: ReadonlyArray<{ pushedDown: readonly string[] }>;
  };
  return { keys: nodes.map(({ upstreamId }) => upstreamId), pushedDown: sources[0]?.pushedDown, asked: asked() };
}

describe('the list of programs', () => {
  test('tells types, and an unknown one in the word of the provider, by one request', async () => {
    await using fixture = await startFixture();
    const { data } = await fixture.gateway.ask(
      '{ programs { nodes { __typename type ... on UnknownProgram { rawType } } } }',
    );
    const { nodes } = data?.['programs'] as { nodes: unknown[] };
    expect(nodes.slice(0, 5)).toEqual([
      { __typename: 'SendFaxProgram', type: 'SEND_FAX' },
      { __typename: 'VoiceMessageProgram', type: 'VOICE_MESSAGE' },
      { __typename: 'SendSmsProgram', type: 'SEND_SMS' },
      { __typename: 'SendEmailProgram', type: 'SEND_EMAIL' },
      { __typename: 'VoiceTtsProgram', type: 'VOICE_TTS' },
    ]);
    expect(nodes.slice(10)).toEqual(
      ['agent', 'forward', 'ivr'].map((rawType) => ({ __typename: 'UnknownProgram', type: 'UNKNOWN', rawType })),
    );
    expect(fixture.asked()).toEqual(['/programs']);
  });

  test('is searched by type and by a part of the name, and what only looks alike is dropped', async () => {
    await using fixture = await startFixture({
      programs: [
        { program_id: 1, name: 'Fax invoice', type: 'sendfax' },
        { program_id: 2, name: 'Invoice fax', type: 'resendfax' },
        { program_id: 3, name: 'FAX', type: 'SendFax' },
        { program_id: 4, name: 'Fáx', type: 'sendfax' },
      ],
    });
    expect(await find(fixture, { type: 'SEND_FAX' })).toEqual({
      keys: ['1', '3', '4'],
      pushedDown: ['type'],
      asked: ['/programs?type=sendfax'],
    });
    expect(await find(fixture, { type: 'UNKNOWN' })).toEqual({ keys: ['2'], pushedDown: [], asked: ['/programs'] });
    expect(await find(fixture, { name: { eq: 'fax' } })).toEqual({
      keys: ['3'],
      pushedDown: ['name.eq'],
      asked: ['/programs?name=fax'],
    });
    expect(await find(fixture, { type: 'SEND_FAX', name: { startsWith: 'fax' } })).toMatchObject({
      keys: ['1', '3'],
      pushedDown: ['name.startsWith', 'type'],
    });
  });

  test.each(["x' OR '1'='1", '50%', 'a\\', 'Łódź', '', 'a"b', 'x\u0000'])(
    'a name that could mean more in SQL is not sent: %j',
    async (contains) => {
      await using fixture = await startFixture({ programs: [{ program_id: 1, name: `a ${contains} b`, type: 'ivr' }] });
      expect(await find(fixture, { name: { contains } })).toEqual({
        keys: ['1'],
        pushedDown: [],
        asked: ['/programs'],
      });
    },
  );
});

describe('what only the item of a program tells', () => {
  const MESSAGES = `
    ... on SendFaxProgram { document { name } } ... on VoiceMessageProgram { recording { name } }
    ... on SendSmsProgram { text { name } } ... on SendEmailProgram { template { name } }`;

  test('the message that it sends costs one item a program, and each kind of message one request', async () => {
    await using fixture = await startFixture();
    const { data, errors } = await fixture.gateway.ask(`{ programs(first: 4) { nodes { ${MESSAGES} } } }`);
    expect({ data, errors }).toEqual({
      data: {
        programs: {
          nodes: [
            { document: { name: 'Invoice 1/2026' } },
            { recording: { name: 'Welcome' } },
            { text: { name: 'Promo' } },
            { template: { name: 'Reminder' } },
          ],
        },
      },
      errors: [],
    });
    expect(fixture.asked().sort()).toEqual([
      '/messages/documents/1',
      '/messages/recordings/1',
      '/messages/templates/1',
      '/messages/texts/1',
      '/programs',
      ...['1', '2', '3', '4'].map((key) => `/programs/${key}`),
    ]);
  });

  test('the account that it acts for, of several programs by one list of accounts', async () => {
    await using fixture = await startFixture();
    const { data } = await fixture.gateway.ask(
      `{ programs { nodes { ... on EmailToFaxProgram { account { username } } ... on FaxToEmailProgram { account { username } } } } }`,
    );
    const { nodes } = data?.['programs'] as { nodes: object[] };
    expect(nodes.slice(5, 7)).toEqual([{ account: { username: 'admin' } }, { account: { username: '48221002000' } }]);
    expect(fixture.asked()).toEqual(['/programs', '/programs/6', '/programs/7', '/accounts']);
  });

  test('the text to be read aloud is null where the server put a placeholder, and told where it has one', async () => {
    const TTS = 'query ($id: ID!) { node(id: $id) { ... on VoiceTtsProgram { data } } }';
    await using fixture = await startFixture();
    expect((await fixture.gateway.ask(TTS, { id: idOf('5') })).data).toEqual({ node: { data: null } });
    await using guide = await startScripted({
      '/programs?program_id=5': { body: [{ program_id: 5, name: 'x', type: 'voicetts' }] },
      '/programs/5': { body: { name: 'x', type: 'voicetts', text: 'hello there' } },
    });
    expect((await guide.gateway.ask(TTS, { id: idOf('5') })).data).toEqual({ node: { data: 'hello there' } });
  });

  test('a program of another type, or of none that is there, sends nothing', async () => {
    await using server = await startScripted({
      '/programs': {
        body: [
          { program_id: '1', name: 'gone', type: 'sendfax' },
          { program_id: '2', name: 'unset', type: 'sendfax' },
          { program_id: '3', name: 'broken', type: 'sendfax' },
        ],
      },
      '/programs/2': { body: { program_id: '2', document_id: null } },
      '/programs/3': { body: { program_id: '3', document_id: [] } },
    });
    const { data, errors } = await server.gateway.ask(`{ programs { nodes { name ${MESSAGES} } } }`);
    expect(data).toEqual({
      programs: { nodes: ['gone', 'unset', 'broken'].map((name) => ({ name, document: null })) },
    });
    // One broken item is reported, and costs its own values only.
    expect(errors).toMatchObject([{ path: ['programs', 'nodes', 2, 'document'] }]);
  });
});

describe('programs by id', () => {
  test('one is searched by its id, several are the list: an item does not tell its type', async () => {
    await using fixture = await startFixture();
    const ask = (keys: readonly string[]) =>
      fixture.gateway.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }', { ids: keys.map(idOf) });
    expect((await ask(['6'])).data).toEqual({ nodes: [{ __typename: 'EmailToFaxProgram' }] });
    expect(fixture.asked()).toEqual(['/programs?program_id=6']);
    expect((await ask(['6', '999', '2', '0', 'sendfax'])).data).toEqual({
      nodes: [{ __typename: 'EmailToFaxProgram' }, null, { __typename: 'VoiceMessageProgram' }, null, null],
    });
    expect(fixture.asked()).toEqual(['/programs']);
    expect((await ask(['-1', 'sendfax'])).data).toEqual({ nodes: [null, null] });
    expect(fixture.asked()).toEqual([]);
  });
});
