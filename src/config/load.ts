import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';

import type { Provider } from '../graph/provider.js';
import * as common from './common.js';
import { toConfigError, ConfigError, type Complaint } from './complaint.js';
import type { Config, UpstreamConfig } from './config.js';
import { readPublicUrl } from './base-url.js';
import { readDocument } from './document.js';
import type { Environment } from './environment.js';
import { fit } from './fit.js';
import { valueAt, type Finding } from './issues.js';
import { secretsOf, withoutSecrets } from './secrets.js';
import { refuseTexts } from './texts.js';
import { readProxy } from './proxy.js';
import { readUpstream } from './upstream.js';

/** In the folder that the gateway was started in. */
const DEFAULT_DIRECTORY = 'trunkline-data';

/** Reads a config file; throws a ConfigError that holds every complaint at once. */
export async function loadConfig(
  file: string,
  providers: readonly Provider[],
  environment: Environment,
): Promise<Config> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new ConfigError([`${file}: cannot be read (${whyUnreadable(error)})`]);
  });
  if (!isUtf8(bytes)) throw new ConfigError([`${file}:${lineOfNoUtf8(bytes)}: not UTF-8 here; save the file as UTF-8`]);
  return readConfig(bytes.toString(), file, providers, environment);
}

/** Reads a config from YAML or JSON text; `file` is what complaints call it. Throws a ConfigError. */
export function readConfig(
  text: string,
  file: string,
  providers: readonly Provider[],
  environment: Environment,
): Config {
  const { value: given, lineOf, writtenAt, isSpoiled, replaced, complaints } = readDocument(text, environment);
  const complain = (found: readonly Complaint[]): never => {
    const secrets = secretsOf(given, replaced);
    throw toConfigError(
      file,
      found.map((each) => ({ ...each, message: withoutSecrets(each.message, secrets) })),
    );
  };
  // What could not be parsed cannot be checked.
  if (given === undefined) return complain(complaints);

  const whole = fit(common.document, given, writtenAt);
  const defaultCountry = whole.value?.defaultCountry;
  const perUpstream = whole.value?.budget.perUpstream;
  const named = Object.entries(mapAt(given, 'upstreams'));
  const read = named.map(([name, each]) =>
    readUpstream(name, each, { providers, defaultCountry, perUpstream, writtenAt }),
  );
  const proxy = readProxy(given, environment);
  const publicUrl = readOptionalUrl(valueAt(given, ['server', 'publicUrl']));
  const findings: Finding[] = [
    ...whole.findings,
    ...refuseTexts(given, []),
    ...read.flatMap((each) => each.findings),
    ...publicUrl.findings,
    ...proxy.findings,
    ...(named.length === 0 && whole.value ? [{ path: ['upstreams'], message: 'expected at least one upstream' }] : []),
  ];
  const found = findings.filter(({ path }) => !isSpoiled(path)).map((each) => ({ ...each, line: lineOf(each.path) }));
  const upstreams = read.flatMap(({ config }): UpstreamConfig[] => (config ? [config] : []));
  if (found.length + complaints.length > 0 || !whole.value) return complain([...complaints, ...found]);
  const { locale, people, idempotency, budget, limits } = whole.value;
  const { mediaSecret, ...server } = whole.value.server;
  const { required, redis, directory = redis === undefined ? DEFAULT_DIRECTORY : undefined } = idempotency;
  return {
    budget: { requests: budget.requests },
    limits,
    locale,
    people,
    proxy: proxy.value,
    idempotency: { required, redis, directory },
    server: { ...server, mediaSecret, publicUrl: publicUrl.value },
    upstreams,
  };
}

function readOptionalUrl(text: unknown): { readonly value: string | undefined; readonly findings: readonly Finding[] } {
  const read = typeof text === 'string' ? readPublicUrl(text) : undefined;
  if (typeof read !== 'string') return { value: read?.publicUrl, findings: [] };
  return { value: undefined, findings: [{ path: ['server', 'publicUrl'], message: read }] };
}

function mapAt(value: unknown, key: string): object {
  const found = valueAt(value, [key]);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {};
}

/** No byte of a letter in UTF-8 is that of a line's end, so that each line is UTF-8 by itself or is not. */
function lineOfNoUtf8(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf('\n', start);
    if (!isUtf8(bytes.subarray(start, end < 0 ? bytes.length : end))) break;
    start = end < 0 ? bytes.length : end + 1;
  }
  return line;
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'not permitted';
  return code === 'EISDIR' ? 'it is a folder' : String(code ?? error);
}
