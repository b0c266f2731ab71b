import { isIP } from 'node:net';

import * as z from 'zod';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 4000;

const hostSchema = z
  .string()
  .refine((text) => isIP(text) !== 0 || /^[A-Za-z\d]([A-Za-z\d.-]{0,251}[A-Za-z\d])?$/.test(text), {
    error: 'expected a host name or an IP address without a port, such as 127.0.0.1',
  });

export const portSchema = z.int().min(0).max(65_535);

/** A browser compares origins letter by letter, so that one in another spelling would never match. */
const originSchema = z
  .string()
  .refine((text) => text === '*' || (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text), {
    error:
      'expected an origin as browsers send it, such as https://app.example.com (no path, no slash at its end), or *',
  });

const corsSchema = z
  .strictObject({
    origins: z
      .array(originSchema)
      .min(1)
      .max(1000)
      .describe('Origins whose pages may ask, such as https://app.example.com; `*`: all, only without `auth`.'),
    maxAgeSeconds: z
      .int()
      .min(0)
      .max(86_400)
      .default(600)
      .describe('How long a browser need not ask again whether it may.'),
    credentials: z
      .boolean()
      .default(false)
      .describe('Answer pages that send cookies (`credentials: include`), too. The gateway never reads a cookie.'),
  })
  .refine(({ origins, credentials }) => !(credentials && origins.includes('*')), {
    error: 'expected origins by name with "credentials: true": browsers refuse the answer to "*"',
    path: ['credentials'],
  });

/** How the gateway is reached, and what its operators see of it. */
export const serverSchema = z.strictObject({
  host: hostSchema
    .default(DEFAULT_HOST)
    .describe('The address to listen on. Without `auth` it must be one of this machine alone, such as 127.0.0.1.'),
  port: portSchema.default(DEFAULT_PORT).describe('The port to listen on; 0 takes any free one.'),
  publicUrl: z
    .string()
    .optional()
    .describe('How clients reach the gateway, for URLs in answers. Without it, the host that the client asked for.'),
  mediaSecret: z
    .string()
    .min(32, { error: 'expected at least 32 characters' })
    .optional()
    .describe('Signs the URLs of files. Several instances need the same one. Without it, each process makes its own.'),
  maxUploadBytes: z
    .int()
    .min(1)
    .default(512 * 1024 * 1024)
    .describe('A larger upload is refused.'),
  accessLog: z.boolean().default(false).describe('Log one line for each request: who, which operation, how it ended.'),
  metrics: z
    .strictObject({
      enabled: z.boolean().default(true).describe('Count for Prometheus.'),
      port: portSchema
        .optional()
        .describe('A port for `/metrics` alone. Without it: on the main port, with scope `admin` where `auth` is.'),
    })
    .prefault({})
    .describe('What Prometheus reads at `/metrics`.'),
  tracing: z
    .strictObject({
      propagate: z
        .boolean()
        .default(false)
        .describe('Send `traceparent` and `tracestate` on to providers, which are third parties.'),
    })
    .optional()
    .describe('OpenTelemetry traces, through the SDK that the process was started with. Without it: none.'),
  overload: z
    .strictObject({
      requestsInFlight: z.int().min(1).max(100_000).default(1000).describe('Requests that are answered at once.'),
      eventLoopLagMs: z.int().min(10).max(60_000).default(1000).describe('How late the event loop may be.'),
      heapPercent: z
        .int()
        .min(10)
        .max(100)
        .default(92)
        .describe('How full the heap may be. From 85 on, caches are dropped.'),
    })
    .prefault({})
    .describe('From where on requests are refused with `OVERLOADED`.'),
  introspection: z
    .boolean()
    .optional()
    .describe(
      'Describe the schema to clients: introspection, the pages to explore it, and names suggested in errors. Without it: only where there is no `auth`.',
    ),
  watch: z.boolean().default(false).describe('Read the file again when it changes. SIGUSR2 does it in any case.'),
  cors: corsSchema.optional().describe('Which web pages of other origins may ask the gateway. Without it: none.'),
});
