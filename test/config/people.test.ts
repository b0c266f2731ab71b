import { expect, it } from 'vitest';

import { DEFAULT_SHARED_VALUE_RULES } from '../../src/graph/person/shared-values.js';
import { GOOD, configErrorsOf, read } from './files.js';

it('what people share is as usual, unless the config says otherwise', () => {
  expect(read(GOOD).people).toEqual(DEFAULT_SHARED_VALUE_RULES);
  expect(read(`${GOOD}\npeople: { sharedAbove: 12 }`).people).toEqual({
    ...DEFAULT_SHARED_VALUE_RULES,
    sharedAbove: 12,
  });
  const own = `${GOOD}\npeople: { sharedEmails: [info@*, desk@example.com] }`;
  expect(read(own).people.sharedEmails).toEqual(['info@*', 'desk@example.com']);
});

it('complains of what cannot be', () => {
  const lines = ['people:', '  sharedEmails: [info]', '  sharedAbove: 0', '  sharedPhones: []'];
  const messages = configErrorsOf(`${lines.join('\n')}\n${GOOD}`);
  expect(messages.map((text) => text.replace('gateway.yaml:', ''))).toEqual([
    '2 people.sharedEmails[0]: expected an e-mail address, where * stands for any characters, such as info@*',
    '3 people.sharedAbove: expected number to be >=1',
    '4 people.sharedPhones: unknown key; known here: sharedAbove, sharedEmails',
  ]);
});

it('a locale is a BCP 47 tag whose order is known, und without one', () => {
  expect(read(GOOD).locale).toBe('und');
  for (const tag of ['pl', 'de-AT', 'und', 'de-u-co-phonebk']) expect(read(`${GOOD}\nlocale: ${tag}`).locale).toBe(tag);
  for (const wrong of ['pl_PL', 'polish', 'xx', '""', 'zxx']) {
    expect(configErrorsOf(`locale: ${wrong}\n${GOOD}`), wrong).toEqual([
      'gateway.yaml:1 locale: expected a language as a BCP 47 tag whose order is known, such as pl, de-AT or und (none in particular)',
    ]);
  }
});
