import { expect, it } from 'vitest';

import { DEFAULT_SHARING } from '../../src/graph/person/sharing.js';
import { GOOD, complaintsOf, read } from './files.js';

it('what people share is as usual, unless the config says otherwise', () => {
  expect(read(GOOD).people).toEqual(DEFAULT_SHARING);
  expect(read(`${GOOD}\npeople: { sharedAbove: 12 }`).people).toEqual({ ...DEFAULT_SHARING, sharedAbove: 12 });
  const own = `${GOOD}\npeople: { sharedEmails: [info@*, desk@example.com] }`;
  expect(read(own).people.sharedEmails).toEqual(['info@*', 'desk@example.com']);
});

it('complains of what cannot be', () => {
  const lines = ['people:', '  sharedEmails: [info]', '  sharedAbove: 0', '  sharedPhones: []'];
  const complaints = complaintsOf(`${lines.join('\n')}\n${GOOD}`);
  expect(complaints.map((text) => text.replace('gateway.yaml:', ''))).toEqual([
    '2 people.sharedEmails[0]: expected an e-mail address, where * stands for any characters, such as info@*',
    '3 people.sharedAbove: expected number to be >=1',
    '4 people.sharedPhones: unknown key; known here: sharedAbove, sharedEmails',
  ]);
});
