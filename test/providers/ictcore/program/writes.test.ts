import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Seed } from '../../../../src/emulators/ictcore/index.js';
import type { DocumentedExchange } from '../../../support/exchange.js';
import { startFixture } from '../fixture.js';
import {
  captured,
  expectRefused,
  guide,
  literal,
  onOne,
  startStubbed,
  testWire,
  statusExchange,
  write,
  writesOf,
  type Refused,
} from '../sending-fixture.js';
import { gid } from '../transmission/seed.js';

const create = (member: string, input: object): string => `createProgram(input: { ${member}: ${literal(input)} })`;
const remove = (key: number | string) => ({
  field: onOne('deleteProgram', 'program', key),
  selection: 'deletedIds',
  payload: { deletedIds: [gid('program', key)] },
});

const noPrograms = statusExchange('/programs', []);
const account = statusExchange('/accounts/1', { account_id: '1' });
const [document, recording, template, text] = [
  statusExchange('/messages/documents/1', { document_id: '1', name: 'x' }),
  statusExchange('/messages/recordings/1', { recording_id: '1', name: 'x' }),
  statusExchange('/messages/templates/1', { template_id: 1, name: 'x' }),
  statusExchange('/messages/texts/1', { name: 'x' }),
];
const acting = (name: string) => ({ name, accountId: gid('account', 1) });
const sending = (name: string, kind: string) => ({ name, messageId: gid('message', `${kind}/1`) });

/** The guide does not say where the text goes, and `data`, as it was recorded once, loses it. */
const asText = (exchanges: readonly DocumentedExchange[]): DocumentedExchange[] =>
  exchanges.map(({ request, ...rest }) => ({
    ...rest,
    request: { ...request, body: request.body.replace('"data"', '"text"') },
  }));

testWire([
  { exchanges: [...captured(145), document], field: create('sendFax', sending('Fax invoice', 'document')) },
  { exchanges: [...captured(146), recording], field: create('voiceMessage', sending('Voice hello', 'recording')) },
  { exchanges: [...captured(147), account], field: create('emailToFax', acting('E2F')) },
  { exchanges: [...captured(148), account], field: create('faxToEmail', acting('F2E')) },
  { exchanges: [...captured(149), account], field: create('receiveFax', acting('RF')) },
  { exchanges: [...captured(150), account], field: create('receiveSms', acting('RS')) },
  { exchanges: asText(captured(151)), field: create('voiceTts', { name: 'TTS', data: 'hello there' }) },
  { exchanges: [...guide('program-create-emailtofax'), account], field: create('emailToFax', acting('name')) },
  { exchanges: [...guide('program-create-faxtoemail'), account], field: create('faxToEmail', acting('name')) },
  { exchanges: [...guide('program-create-receiveemail'), account], field: create('receiveEmail', acting('name')) },
  { exchanges: [...guide('program-create-receivefax'), account], field: create('receiveFax', acting('name')) },
  { exchanges: [...guide('program-create-receivesms'), account], field: create('receiveSms', acting('name')) },
  {
    exchanges: [...guide('program-create-sendemail'), template],
    field: create('sendEmail', sending('name', 'template')),
  },
  { exchanges: [...guide('program-create-sendfax'), document], field: create('sendFax', sending('name', 'document')) },
  { exchanges: [...guide('program-create-sendsms'), text], field: create('sendSms', sending('name', 'text')) },
  {
    exchanges: [...guide('program-create-voicemessage'), recording],
    field: create('voiceMessage', sending('name', 'recording')),
  },
  {
    exchanges: asText(guide('program-create-voicetts')),
    field: create('voiceTts', { name: 'name', data: 'Good day' }),
  },
  { exchanges: [noPrograms, ...captured(358)], ...remove(3) },
  { exchanges: [noPrograms, ...guide('program-delete')], ...remove(1) },
]);

const SEED: Seed = {
  documents: [{ document_id: 1, name: 'Pages' }],
  recordings: [{ recording_id: 1, name: 'Sound' }],
  templates: [{ template_id: 1, name: 'Mail', subject: 'Hi' }],
  texts: [{ text_id: 1, name: 'Text', data: 'Hi' }],
};

describe('mistakes are told all at once, and no program is made: the server makes it first, and then looks for what it names', () => {
  const refused: readonly Refused[] = [
    [
      create('sendFax', { name: ' ', parentId: 'nonsense', messageId: gid('message', 'text/1') }),
      [
        ['BAD_USER_INPUT', 'input', 'sendFax', 'name'],
        ['BAD_USER_INPUT', 'input', 'sendFax', 'parentId'],
        ['BAD_USER_INPUT', 'input', 'sendFax', 'messageId'],
      ],
    ],
    [
      create('sendSms', { name: 'x', parentId: gid('program', 9), messageId: gid('message', 'text/9') }),
      [
        ['NOT_FOUND', 'input', 'sendSms', 'parentId'],
        ['NOT_FOUND', 'input', 'sendSms', 'messageId'],
      ],
    ],
    ...(['sendEmail', 'voiceMessage', 'sendSms'] as const).map((member): Refused => [
      create(member, sending('x', 'document')),
      [['BAD_USER_INPUT', 'input', member, 'messageId']],
    ]),
    [
      create('sendFax', { name: 'x', messageId: gid('message', 'fax/1') }),
      [['NOT_FOUND', 'input', 'sendFax', 'messageId']],
    ],
    [
      create('receiveFax', { name: 'x'.repeat(65), accountId: gid('account', 99) }),
      [['BAD_USER_INPUT', 'input', 'receiveFax', 'name']],
    ],
    [
      create('receiveFax', { name: 'x', accountId: gid('account', 99) }),
      [['NOT_FOUND', 'input', 'receiveFax', 'accountId']],
    ],
    [
      create('receiveFax', { name: 'x', accountId: gid('user', 1) }),
      [['NOT_FOUND', 'input', 'receiveFax', 'accountId']],
    ],
    [create('voiceTts', { name: 'x', data: '' }), [['BAD_USER_INPUT', 'input', 'voiceTts', 'data']]],
    [
      create('voiceTts', { name: 'x', data: 'x', upstream: 'other' }),
      [['BAD_USER_INPUT', 'input', 'voiceTts', 'upstream']],
    ],
    [remove('sendfax').field, [['NOT_FOUND', 'id']]],
  ];
  test.each(refused)('%s', async (...each) => {
    await using fixture = await startFixture(SEED);
    await expectRefused(fixture, each);
    const { data } = await fixture.gateway.ask('{ programs { totalCount } }');
    expect(data).toEqual({ programs: { totalCount: 0 } });
  });
});

test('a document that went as its program was made is told by the name of the input', async () => {
  await using server = await startStubbed([
    ...captured(154),
    statusExchange('/messages/documents/999', { document_id: 999 }),
  ]);
  const input = { name: 'bad document', messageId: gid('message', 'document/999') };
  const { payload } = await write(server.gateway, create('sendFax', input));
  expect(payload).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['input', 'sendFax', 'messageId'] }] });
});

test('the same values under another member are another write for the same idempotency key', async () => {
  await using fixture = await startFixture(SEED);
  const input = { ...acting('x'), idempotencyKey: 'a-key-of-sixteen-and-more' };
  await write(fixture.gateway, create('receiveFax', input));
  const { errors } = await write(fixture.gateway, create('receiveSms', input));
  expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
  expect(writesOf(fixture)).toHaveLength(1);
});

const MEMBERS = {
  ...{ emailToFax: 'EmailToFaxProgram', faxToEmail: 'FaxToEmailProgram', receiveEmail: 'ReceiveEmailProgram' },
  ...{ receiveFax: 'ReceiveFaxProgram', receiveSms: 'ReceiveSmsProgram', sendEmail: 'SendEmailProgram' },
  ...{ sendFax: 'SendFaxProgram', sendSms: 'SendSmsProgram', voiceMessage: 'VoiceMessageProgram' },
  voiceTts: 'VoiceTtsProgram',
} as const;
type Member = keyof typeof MEMBERS;
const KINDS: Readonly<Partial<Record<Member, string>>> = {
  ...{ sendEmail: 'template', sendFax: 'document', sendSms: 'text', voiceMessage: 'recording' },
};

function inputOf(member: Member, name: string, parent: number | null): object {
  const parentId = parent === null ? null : gid('program', parent);
  const kind = KINDS[member];
  if (kind !== undefined) return { ...sending(name, kind), parentId };
  return member === 'voiceTts' ? { name, data: 'Good day', parentId } : { ...acting(name), parentId };
}

const ALL = `{ programs { nodes { __typename upstreamId name parent { upstreamId }
  ${['EmailToFax', 'FaxToEmail', 'ReceiveEmail', 'ReceiveFax', 'ReceiveSms'].map((type) => `... on ${type}Program { account { upstreamId } }`).join('\n')}
  ... on SendEmailProgram { template { upstreamId } } ... on SendFaxProgram { document { upstreamId } }
  ... on SendSmsProgram { text { upstreamId } } ... on VoiceMessageProgram { recording { upstreamId } }
} } }`;

test('programs are what a plain model of all that was made and deleted says', async () => {
  await using fixture = await startFixture(SEED);
  const step = fc.record({
    member: fc.option(fc.constantFrom(...(Object.keys(MEMBERS) as Member[]))),
    // PHP takes "0" for no name, and the server then gives the program one of its own.
    name: fc.string({ minLength: 1, maxLength: 10 }).filter((name) => name.trim() !== '' && name !== '0'),
    key: fc.integer({ min: 1, max: 3 }),
    nested: fc.boolean(),
  });
  const check = async (steps: ReadonlyArray<typeof step extends fc.Arbitrary<infer Step> ? Step : never>) => {
    fixture.emulator.reset(SEED);
    const model = new Map<number, { readonly member: Member; readonly name: string; readonly parent: number | null }>();
    // A program takes those below it along.
    const deleteOnServer = (key: number): void => {
      model.delete(key);
      for (const [child, { parent }] of model) if (parent === key) deleteOnServer(child);
    };
    let last = 0;
    for (const { member, name, key, nested } of steps) {
      const parent = nested && model.has(key) ? key : null;
      const isThere = model.has(key);
      const field = member ? create(member, inputOf(member, name, parent)) : remove(key).field;
      if (member) model.set((last += 1), { member, name, parent });
      else deleteOnServer(key);
      const { payload, errors } = await write(fixture.gateway, field);
      const userErrors = member || isThere ? [] : [{ code: 'NOT_FOUND' }];
      expect({ payload, errors }).toMatchObject({ payload: { userErrors }, errors: [] });
    }
    const { data } = await fixture.gateway.ask(ALL);
    const nodes = [...model].map(([key, { member, name, parent }]) => ({
      ...{ __typename: MEMBERS[member], upstreamId: String(key), name },
      parent: parent !== null && model.has(parent) ? { upstreamId: String(parent) } : null,
      ...(member === 'voiceTts' ? {} : { [KINDS[member] ?? 'account']: { upstreamId: '1' } }),
    }));
    expect(data).toEqual({ programs: { nodes } });
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10, size: 'max' }), check), {
    numRuns: 30,
  });
}, 20_000);
