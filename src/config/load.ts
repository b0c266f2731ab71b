import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';

import type { Provider } from '../graph/ports/provider.js';
import { findAccessFaults, toAccessRules } from './access.js';
import { findTakenHeaders } from './caller-header.js';
import * as common from './config-schema.js';
import { toConfigError, ConfigError, type LocatedFinding } from './config-error.js';
import type { Config, UpstreamConfig } from './config.js';
import { readPublicUrl } from './base-url.js';
import { readDocument } from './document.js';
import type { Environment } from './environment.js';
import { parseWithSchema } from './parse-with-schema.js';
import { valueAt, type Finding } from './zod-findings.js';
import { secretsOf, redactSecrets } from './secrets.js';
import { findUnsafeTexts } from './unsafe-texts.js';
import { readProxy } from './proxy.js';
import { readUpstream } from './upstream.js';

/** In the folder that the gateway was started in. */
const DEFAULT_DIRECTORY = 'trunkline-data';

/** Of one caller. Without a log-in all callers are one, and it is the machine's own. */
const DEFAULT_REQUESTS_PER_MINUTE = 600;
const DEFAULT_COST_PER_MINUTE = 6000;

/** Reads a config file; throws a ConfigError with all findings at once. */
export async function loadConfig(
  file: string,
  providers: readonly Provider[],
  environment: Environment,
): Promise<Config> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new ConfigError([`${file}: cannot be read (${describeReadError(error)})`]);
  });
  if (!isUtf8(bytes))
    throw new ConfigError([`${file}:${findInvalidUtf8Line(bytes)}: not UTF-8 here; save the file as UTF-8`]);
  return readConfig(bytes.toString(), file, providers, environment);
}

/** Reads a config from YAML or JSON text; `file` is its name in messages. Throws a ConfigError. */
export function readConfig(
  text: string,
  file: string,
  providers: readonly Provider[],
  environment: Environment,
): Config {
  const {
    value: input,
    lineOf,
    sourceAt,
    isInvalid,
    environmentValues,
    documentFindings,
  } = readDocument(text, environment);
  const throwConfigError = (located: readonly LocatedFinding[]): never => {
    const secrets = secretsOf(input, environmentValues);
    throw toConfigError(
      file,
      located.map((each) => ({ ...each, message: redactSecrets(each.message, secrets) })),
    );
  };
  // A text that could not be parsed cannot be checked.
  if (input === undefined) return throwConfigError(documentFindings);

  const root = parseWithSchema(common.configSchema, input, sourceAt);
  const defaultCountry = root.value?.defaultCountry;
  const perUpstream = root.value?.budget.perUpstream;
  const entries = Object.entries(mapAt(input, 'upstreams'));
  const upstreamResults = entries.map(([name, each]) =>
    readUpstream(name, each, { providers, defaultCountry, perUpstream, sourceAt }),
  );
  const proxy = readProxy(input, environment);
  const publicUrl = readOptionalUrl(valueAt(input, ['server', 'publicUrl']));
  const findings: Finding[] = [
    ...root.findings,
    ...findUnsafeTexts(input, []),
    ...upstreamResults.flatMap((each) => each.findings),
    ...publicUrl.findings,
    ...findOpenOrigins(input),
    ...proxy.findings,
    ...findTakenHeaders(input),
    ...findAccessFaults(input, Object.keys(mapAt(input, 'upstreams'))),
    ...(entries.length === 0 && root.value ? [{ path: ['upstreams'], message: 'expected at least one upstream' }] : []),
  ];
  const found = findings.filter(({ path }) => !isInvalid(path)).map((each) => ({ ...each, line: lineOf(each.path) }));
  const upstreams = upstreamResults.flatMap(({ config }): UpstreamConfig[] => (config ? [config] : []));
  if (found.length + documentFindings.length > 0 || !root.value)
    return throwConfigError([...documentFindings, ...found]);
  const { locale, people, idempotency, documents, budget, limits } = root.value;
  const hasAuth = valueAt(input, ['auth']) !== undefined;
  const {
    requestsPerMinute = hasAuth ? DEFAULT_REQUESTS_PER_MINUTE : undefined,
    costPerMinute = hasAuth ? DEFAULT_COST_PER_MINUTE : undefined,
    ...operationLimits
  } = limits;
  const { mediaSecret, introspection = !hasAuth, ...server } = root.value.server;
  const { required, redis, allowWeak, directory = redis === undefined ? DEFAULT_DIRECTORY : undefined } = idempotency;
  return {
    budget: { requests: budget.requests },
    limits: operationLimits,
    rates: { requestsPerMinute, costPerMinute },
    locale,
    people,
    documents,
    proxy: proxy.value,
    auth: toAccessRules(root.value.auth),
    idempotency: { required, redis, directory, allowWeak },
    server: { ...server, introspection, mediaSecret, publicUrl: publicUrl.value },
    upstreams,
  };
}

function readOptionalUrl(text: unknown): { readonly value: string | undefined; readonly findings: readonly Finding[] } {
  const result = typeof text === 'string' ? readPublicUrl(text) : undefined;
  if (typeof result !== 'string') return { value: result?.publicUrl, findings: [] };
  return { value: undefined, findings: [{ path: ['server', 'publicUrl'], message: result }] };
}

/** With a log-in, any page in the browser of somebody who can log in could try. */
function findOpenOrigins(input: unknown): Finding[] {
  const path = ['server', 'cors', 'origins'];
  const origins = valueAt(input, path);
  if (valueAt(input, ['auth']) === undefined || !Array.isArray(origins) || !origins.includes('*')) return [];
  return [{ path, message: 'expected origins by name: "*" is for a gateway without "auth"' }];
}

function mapAt(value: unknown, key: string): object {
  const found = valueAt(value, [key]);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {};
}

/**
 * A character of several bytes in UTF-8 never contains the byte of a line end, so each line can be checked by itself.
 */
function findInvalidUtf8Line(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf('\n', start);
    if (!isUtf8(bytes.subarray(start, end < 0 ? bytes.length : end))) break;
    start = end < 0 ? bytes.length : end + 1;
  }
  return line;
}

function describeReadError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'not permitted';
  return code === 'EISDIR' ? 'it is a folder' : String(code ?? error);
}
