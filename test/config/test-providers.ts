import * as z from 'zod';

import { defineProvider, type Provider } from '../../src/graph/ports/provider.js';

const basic = z.strictObject({ username: z.string().min(1), password: z.string().min(1) });
const token = z.strictObject({ token: z.string().min(1) });

function named(name: string, settings: z.ZodType): Provider {
  return defineProvider({
    name,
    title: name,
    description: 'A provider of the tests.',
    settings,
    types: [],
    open: () => {
      throw new Error('a config is read without opening anything');
    },
  });
}

/** Two providers that a config can name: one with the kinds of keys that real ones have, and one without any. */
export const TEST_PROVIDERS: readonly Provider[] = [
  named(
    'mailroom',
    z.strictObject({
      auth: z.union([token, basic]),
      domains: z.array(z.string().min(1)).min(1),
      format: z.enum(['json', 'xml']).default('json'),
      pageSize: z.int().min(1).max(100).default(50),
      archived: z.boolean().default(false),
      // A provider that is careless with what it was given.
      region: z
        .string()
        .superRefine((text, context) => {
          if (!text.startsWith('eu-')) context.addIssue({ code: 'custom', message: `there is no region ${text}` });
        })
        .optional(),
    }),
  ),
  named('bare', z.strictObject({})),
];
