import * as z from 'zod';

import { DEFAULT_LOCALE, isSupportedLocale } from '../graph/values/collation.js';
import { DEFAULT_OPERATION_LIMITS } from '../graph/cost/limits.js';
import { DEFAULT_SHARED_VALUE_RULES } from '../graph/person/shared-values.js';
import { accessSchema } from './access-schema.js';
import { countrySchema } from './country.js';
import { serverSchema } from './server-schema.js';

/** The whole file. Entries of `upstreams` are checked by `upstreamSchema` and by the settings of their provider. */
export const configSchema = z.strictObject({
  server: serverSchema.prefault({}).describe('How the gateway is reached.'),
  auth: accessSchema,
  defaultCountry: countrySchema
    .optional()
    .describe('The country (ISO 3166, such as PL) of phone numbers without a country code.'),
  locale: z
    .string()
    .refine(isSupportedLocale, {
      error: 'expected a language as a BCP 47 tag whose order is known, such as pl, de-AT or und (none in particular)',
    })
    .default(DEFAULT_LOCALE)
    .describe('The language, as a BCP 47 tag, in whose order lists are sorted. `und` is the order of Unicode.'),
  // Checked by readProxy.
  proxy: z.unknown().optional().meta({
    type: 'string',
    description:
      'An HTTP proxy that every upstream is reached through. Without it, HTTPS_PROXY and HTTP_PROXY of the environment.',
  }),
  people: z
    .strictObject({
      sharedEmails: z
        .array(
          z.string().regex(/^[^\s@]{1,100}@[^\s@]{1,100}$/, {
            error: 'expected an e-mail address, where * stands for any characters, such as info@*',
          }),
        )
        .max(1000)
        .default([...DEFAULT_SHARED_VALUE_RULES.sharedEmails])
        .describe('Addresses that many people share; `*` stands for any characters. The list replaces the default.'),
      sharedAbove: z
        .int()
        .min(1)
        .max(1000)
        .default(DEFAULT_SHARED_VALUE_RULES.sharedAbove)
        .describe('An e-mail or phone of contacts with more names than this belongs to a switchboard.'),
    })
    .prefault({})
    .describe('Which shared e-mails and phones do not make two contacts one person.'),
  budget: z
    .strictObject({
      requests: z.int().min(1).max(1_000_000).default(1000).describe('Requests to all upstreams together.'),
      perUpstream: z
        .int()
        .min(1)
        .max(1_000_000)
        .default(500)
        .describe('Requests to one upstream that has no `budget` of its own.'),
    })
    .prefault({})
    .describe('How many upstream requests one operation may take in its worst case.'),
  limits: z
    .strictObject({
      rootFields: z
        .int()
        .min(1)
        .max(1000)
        .default(DEFAULT_OPERATION_LIMITS.rootFields)
        .describe('Fields at the root, counted by their names in the answer.'),
      rows: z
        .int()
        .min(1)
        .max(10_000_000)
        .default(DEFAULT_OPERATION_LIMITS.rows)
        .describe('Rows of all lists; one without `first` counts as usual. Lists inside lists multiply.'),
      depth: z.int().min(1).max(100).default(DEFAULT_OPERATION_LIMITS.depth).describe('Fields inside fields.'),
      resultNodes: z
        .int()
        .min(1)
        .max(10_000_000)
        .default(DEFAULT_OPERATION_LIMITS.resultNodes)
        .describe('Things in all lists of one answer, counted while it is made.'),
      responseBytes: z
        .int()
        .min(1000)
        .max(500_000_000)
        .default(DEFAULT_OPERATION_LIMITS.responseBytes)
        .describe('Bytes of one answer.'),
      requestsPerMinute: z
        .int()
        .min(1)
        .max(10_000_000)
        .optional()
        .describe('Requests of one caller. Without it: 600 where there is `auth`, else any number.'),
      costPerMinute: z
        .int()
        .min(1)
        .max(100_000_000)
        .optional()
        .describe(
          'Upstream requests that the operations of one caller are expected to take. Without it: 6000 where there is `auth`, else any number.',
        ),
    })
    .prefault({})
    .describe('How much one operation may ask for, and its answer may hold.'),
  documents: z
    .strictObject({
      directory: z
        .string()
        .min(1)
        .describe(
          'A folder of `.graphql` files, or a manifest (JSON) as Relay, GraphQL Code Generator or Apollo write it.',
        ),
      only: z.boolean().default(false).describe('Run no other documents.'),
    })
    .optional()
    .describe('Documents that clients may ask for by their ids. They are checked at start.'),
  idempotency: z
    .strictObject({
      required: z.boolean().default(false).describe('Refuse a write that acts and has no `idempotencyKey`.'),
      directory: z
        .string()
        .min(1)
        .optional()
        .describe(
          'The folder of the store, for the processes of one host. Without it and `redis`: trunkline-data in the working folder.',
        ),
      redis: z
        .string()
        .refine((text) => URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol), {
          error: 'expected a URL such as redis://127.0.0.1:6379',
        })
        .optional()
        .describe(
          'The URL of a Redis, in place of `directory`, for several hosts. It needs `appendonly yes`, `appendfsync always` and `maxmemory-policy noeviction`.',
        ),
      allowWeak: z
        .boolean()
        .default(false)
        .describe(
          'Start over a Redis that may forget writes, by its settings or because it does not tell them. A write that it forgets may be sent twice.',
        ),
    })
    .refine(({ directory, redis }) => directory === undefined || redis === undefined, {
      error: 'expected "directory" or "redis", not both',
    })
    .prefault({})
    .describe('Where the outcomes of writes are kept.'),
  upstreams: z
    .record(z.string(), z.unknown())
    .describe('The accounts at providers, by names of your choice. Their order is the order of lists.'),
});

/** The keys that every upstream has; all other keys belong to its provider. */
export const upstreamSchema = z.object({
  provider: z.string().describe('Which API it is.'),
  baseUrl: z.string().describe('Where its API is, with any prefix of its paths.'),
  allowInsecure: z
    .boolean()
    .default(false)
    .describe('Allow http: to another machine. Credentials then travel unencrypted.'),
  timeoutMs: z
    .int()
    .min(100)
    .max(120_000)
    .default(10_000)
    .describe('How long one call may take, with its repeats and a log-in.'),
  concurrency: z.int().min(1).max(256).default(16).describe('Requests that may be under way at once.'),
  pipelining: z
    .int()
    .min(1)
    .max(64)
    .default(1)
    .describe(
      'Reads that may be under way on one connection. More than 1 takes less CPU, and is for servers that are known to answer them well: one that is slow holds up those behind it.',
    ),
  retry: z
    .strictObject({
      tries: z.int().min(1).max(10).optional().describe('How often a read is sent at most. Without it: 3.'),
      tryTimeoutMs: z
        .int()
        .min(10)
        .max(120_000)
        .optional()
        .describe('How long one try may take while another may follow. Without it: a third of `timeoutMs`.'),
    })
    .prefault({})
    .describe('How reads are repeated. A write is never repeated because no answer came.'),
  cacheMs: z
    .int()
    .min(0)
    .max(60_000)
    .default(2000)
    .describe('How long the answer to a read is used again, in milliseconds; 0: never.'),
  budget: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('Requests to this upstream that one operation may take. Without it: `budget.perUpstream`.'),
  defaultCountry: countrySchema
    .optional()
    .describe('The country of its phone numbers without a country code. Without it: the `defaultCountry` of the file.'),
});

export const UPSTREAM_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
