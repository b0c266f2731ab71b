import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createResultBudget, type ResultBudget } from '../../src/graph/request/result-budget.js';
import { encodeAnswer, type AnswerBody } from '../../src/server/encode-answer.js';

/** Of an answer with many things. */
function longBudget(responseBytes: number): ResultBudget {
  const budget = createResultBudget({ resultNodes: 1e6, responseBytes }, () => undefined);
  budget.takeThings(5000, () => []);
  return budget;
}

const textOf = (body: AnswerBody): string => (typeof body === 'string' ? body : Buffer.concat(body).toString());

const VALUES = [
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
];
const RESULTS = fc.record(
  {
    data: fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}$/),
      fc.oneof(
        fc.object({ values: VALUES, maxDepth: 4 }),
        fc.record({ nodes: fc.array(fc.object({ values: VALUES, maxDepth: 1 }), { maxLength: 350, size: 'max' }) }),
        fc.array(fc.oneof(...VALUES), { maxLength: 350, size: 'max' }),
      ),
    ),
    errors: fc.constant([{ message: 'ąę "quoted"' }]),
    extensions: fc.constant({ upstream: { requests: [], totalRequests: 0 } }),
  },
  { requiredKeys: ['data'] },
);

test('an answer with many things is encoded in pieces as it would be at once', async () => {
  await fc.assert(
    fc.asyncProperty(RESULTS, async (result) => {
      const { body, excess } = await encodeAnswer(result, longBudget(1e9), false);
      const { errors, data, extensions } = result;
      expect(Array.isArray(body)).toBe(true);
      expect(textOf(body)).toBe(`${JSON.stringify({ errors, data, extensions })}\n`);
      expect(excess).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test('its bytes are counted over all pieces, to the last one', async () => {
  const result = { data: { contacts: { nodes: Array.from({ length: 3000 }, (_, at) => ({ id: `żółw ${at}` })) } } };
  const bytes = Buffer.byteLength(JSON.stringify(result));
  const whole = await encodeAnswer(result, longBudget(bytes), false);
  expect(textOf(whole.body)).toBe(`${JSON.stringify(result)}\n`);
  for (const limit of [bytes - 1, bytes / 2, 100]) {
    const { body, excess } = await encodeAnswer(result, longBudget(limit), false);
    expect(excess?.message).toContain(`longer than ${limit} bytes`);
    expect(JSON.parse(textOf(body))).toEqual({ errors: [excess] });
  }
  expect((await encodeAnswer(result, longBudget(100), true)).excess?.message).toContain('stays written');
});
