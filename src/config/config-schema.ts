import { isIP } from 'node:net';

import { z } from 'zod';

import { DEFAULT_LOCALE, isSupportedLocale } from '../graph/values/collation.js';
import { DEFAULT_OPERATION_LIMITS } from '../graph/cost/limits.js';
import { DEFAULT_SHARED_VALUE_RULES } from '../graph/person/shared-values.js';
import { countrySchema } from './country.js';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 4000;

const hostSchema = z
  .string()
  .refine((text) => isIP(text) !== 0 || /^[A-Za-z\d]([A-Za-z\d.-]{0,251}[A-Za-z\d])?$/.test(text), {
    error: 'expected a host name or an IP address without a port, such as 127.0.0.1',
  });

export const portSchema = z.int().min(0).max(65_535);

/** The whole file, its upstreams not yet looked into. */
export const configSchema = z.strictObject({
  server: z
    .strictObject({
      host: hostSchema.default(DEFAULT_HOST),
      port: portSchema.default(DEFAULT_PORT),
      publicUrl: z.string().optional(),
      mediaSecret: z.string().min(32, { error: 'expected at least 32 characters' }).optional(),
      maxUploadBytes: z
        .int()
        .min(1)
        .default(512 * 1024 * 1024),
    })
    .prefault({}),
  defaultCountry: countrySchema.optional(),
  locale: z
    .string()
    .refine(isSupportedLocale, {
      error: 'expected a language as a BCP 47 tag whose order is known, such as pl, de-AT or und (none in particular)',
    })
    .default(DEFAULT_LOCALE),
  // Looked into by readProxy.
  proxy: z.unknown().optional(),
  people: z
    .strictObject({
      sharedEmails: z
        .array(
          z.string().regex(/^[^\s@]{1,100}@[^\s@]{1,100}$/, {
            error: 'expected an e-mail address, where * stands for any characters, such as info@*',
          }),
        )
        .max(1000)
        .default([...DEFAULT_SHARED_VALUE_RULES.sharedEmails]),
      sharedAbove: z.int().min(1).max(1000).default(DEFAULT_SHARED_VALUE_RULES.sharedAbove),
    })
    .prefault({}),
  budget: z
    .strictObject({
      requests: z.int().min(1).max(1_000_000).default(1000),
      perUpstream: z.int().min(1).max(1_000_000).default(500),
    })
    .prefault({}),
  limits: z
    .strictObject({
      rootFields: z.int().min(1).max(1000).default(DEFAULT_OPERATION_LIMITS.rootFields),
      rows: z.int().min(1).max(10_000_000).default(DEFAULT_OPERATION_LIMITS.rows),
      depth: z.int().min(1).max(100).default(DEFAULT_OPERATION_LIMITS.depth),
    })
    .prefault({}),
  idempotency: z
    .strictObject({
      required: z.boolean().default(false),
      directory: z.string().min(1).optional(),
      redis: z
        .string()
        .refine((text) => URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol), {
          error: 'expected a URL such as redis://127.0.0.1:6379',
        })
        .optional(),
    })
    .refine(({ directory, redis }) => directory === undefined || redis === undefined, {
      error: 'expected "directory" or "redis", not both',
    })
    .prefault({}),
  upstreams: z.record(z.string(), z.unknown()),
});

/** What every upstream has; all other keys are its provider's. */
export const upstreamSchema = z.object({
  provider: z.string(),
  baseUrl: z.string(),
  allowInsecure: z.boolean().default(false),
  timeoutMs: z.int().min(100).max(120_000).default(10_000),
  concurrency: z.int().min(1).max(256).default(16),
  retry: z
    .strictObject({
      tries: z.int().min(1).max(10).optional(),
      tryTimeoutMs: z.int().min(10).max(120_000).optional(),
    })
    .prefault({}),
  cacheMs: z.int().min(0).max(60_000).default(2000),
  budget: z.int().min(1).max(1_000_000).optional(),
  defaultCountry: countrySchema.optional(),
});

export const UPSTREAM_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
