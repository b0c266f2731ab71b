import { expect, test } from 'vitest';

import { startFixture, startScripted } from '../fixture.js';
import { expectRefused, literal, write, writesOf } from '../sending-fixture.js';
import { gid } from '../transmission/seed.js';

const create = (data: string): string => `createProgram(input: { voiceTts: ${literal({ name: 'TTS', data })} })`;
const SPOKEN = 'program { ... on VoiceTtsProgram { data } }';

test.each(['Dzień dobry, tu alarm', 'Hi\n[contact:first_name]', '112', '[data:text] and more'])(
  'a text to be read aloud is taken and told again: %s',
  async (data) => {
    await using fixture = await startFixture({});
    const { payload, errors } = await write(fixture.gateway, create(data), SPOKEN);
    expect({ payload, errors }).toEqual({ payload: { program: { data }, userErrors: [] }, errors: [] });
    expect(writesOf(fixture)).toEqual([`POST /programs/voicetts ${JSON.stringify({ name: 'TTS', text: data })}`]);
  },
);

test.each(['007', '+48225551200', ' 12', '1.50', '1e5', '12345678901234567890'])(
  'a number that the server would write in another way is refused: %s',
  async (data) => {
    await using fixture = await startFixture({});
    await expectRefused(fixture, [create(data), [['BAD_USER_INPUT', 'input', 'voiceTts', 'data']]]);
  },
);

test('what the server writes where a parameter was not given is null, in programs of every type', async () => {
  const types = [
    'voicetts',
    'sendfax',
    'voicemessage',
    'sendsms',
    'sendemail',
    'receivefax',
    'emailtofax',
    'receivesms',
  ];
  const items = {
    voicetts: { text: '[data:text]', delay: '[data:delay]' },
    sendfax: { document_id: '[document:document_id]' },
    voicemessage: { recording_id: '[recording:recording_id]' },
    sendsms: { text_id: '[text:text_id]' },
    sendemail: { template_id: '[template:template_id]' },
  };
  const rows = types.map((type, index) => ({ program_id: String(index + 1), name: type, type, parent_id: null }));
  const replies = rows.map(({ program_id, type }) => {
    const given = Object.entries(items).find(([name]) => name === type)?.[1] ?? {
      account_id: '[transmission:account:account_id]',
    };
    return [`/programs/${program_id}`, { body: { program_id, name: type, ...given } }] as const;
  });
  await using server = await startScripted({ '/programs': { body: rows }, ...Object.fromEntries(replies) });
  const { data, errors } = await server.gateway.ask(`{ programs { nodes {
    ... on VoiceTtsProgram { data } ... on SendFaxProgram { document { id } } ... on VoiceMessageProgram { recording { id } }
    ... on SendSmsProgram { text { id } } ... on SendEmailProgram { template { id } }
    ... on ReceiveFaxProgram { account { id } } ... on EmailToFaxProgram { account { id } } ... on ReceiveSmsProgram { account { id } }
  } } }`);
  expect(errors).toEqual([]);
  const nulls = ['data', 'document', 'recording', 'text', 'template', 'account', 'account', 'account'];
  expect(data).toEqual({ programs: { nodes: nulls.map((name) => ({ [name]: null })) } });
});

const transmission = (channel: string) =>
  `createTransmission(input: { programId: "${gid('program', 1)}", contactId: "${gid('contact', 1)}", channel: ${channel} })`;

test.each([
  ['voicetts', 'VOICE'],
  ['voicemessage', 'VOICE'],
  ['sendfax', 'FAX'],
  ['sendsms', 'SMS'],
  ['sendemail', 'EMAIL'],
  ['receivefax', 'FAX'],
  ['emailtofax', 'EMAIL'],
])('a transmission of a %s program is made for %s alone', async (type, channel) => {
  await using fixture = await startFixture({ programs: [{ type, name: 'x' }], contacts: [{ contact_id: 1 }] });
  for (const other of ['VOICE', 'FAX', 'SMS', 'EMAIL'].filter((each) => each !== channel)) {
    await expectRefused(fixture, [transmission(other), [['BAD_USER_INPUT', 'input', 'channel']]]);
  }
  expect((await write(fixture.gateway, transmission(channel))).payload).toEqual({ userErrors: [] });
});
