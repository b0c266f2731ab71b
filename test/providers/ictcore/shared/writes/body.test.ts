import { expect, test } from 'vitest';

import { toChangeBody, toCreateBody } from '../../../../../src/providers/ictcore/shared/writes/body.js';

const input: { readonly name: string; readonly note: string } = { name: 'Ada', note: 'on Mondays' };

// `npm run types` fails here if one of the calls under a comment compiles.
test('a field without a name of the server is a type error, as it would not be sent', () => {
  const whole = { name: 'full_name', note: 'remark' };
  expect([toCreateBody(input, whole), toChangeBody(input, whole)]).toEqual(
    [1, 2].map(() => ({ full_name: 'Ada', remark: 'on Mondays' })),
  );
  const lacking = { name: 'full_name' };
  // @ts-expect-error: no name for `note`
  expect(toCreateBody(input, lacking)).toEqual({ full_name: 'Ada' });
  // @ts-expect-error: no name for `note`
  expect(toChangeBody(input, lacking)).toEqual({ full_name: 'Ada' });
});
