import type { CountryCode } from '../graph/values/phone.js';
import type { Provider } from '../graph/ports/provider.js';
import { readBaseUrl } from './base-url.js';
import { readCallerHeader } from './caller-header.js';
import * as common from './config-schema.js';
import type { ConfigPath } from './config-error.js';
import type { UpstreamConfig } from './config.js';
import { parseWithSchema } from './parse-with-schema.js';
import type { Finding } from './zod-findings.js';
import { suggestKey } from './suggest-key.js';

export interface UpstreamContext {
  readonly providers: readonly Provider[];
  readonly defaultCountry: CountryCode | undefined;
  /** The budget of an upstream without its own; undefined if the file has an invalid value there. */
  readonly perUpstream: number | undefined;
  readonly sourceAt: (path: ConfigPath) => string | undefined;
}

/**
 * Checks one upstream: first the common keys, then those of its provider. The config is undefined when there are
 * findings.
 */
export function readUpstream(
  name: string,
  input: unknown,
  { providers, defaultCountry, perUpstream = 0, sourceAt }: UpstreamContext,
): { readonly config: UpstreamConfig | undefined; readonly findings: readonly Finding[] } {
  const path = ['upstreams', name];
  const findings: Finding[] = [];
  const addFinding = (key: string, message: string): void => void findings.push({ path: [...path, key], message });
  if (!common.UPSTREAM_NAME.test(name)) {
    findings.push({
      path,
      message: 'expected a name of letters, digits, "_" and "-", beginning with a letter, up to 64',
    });
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return {
      config: undefined,
      findings: [...findings, { path, message: 'expected a map with provider and baseUrl' }],
    };
  }
  const sourceBelow = (inner: ConfigPath): string | undefined => sourceAt([...path, ...inner]);
  const providerKeys = Object.entries(input).filter(([key]) => !Object.hasOwn(common.upstreamSchema.shape, key));
  const { value, findings: commonFindings } = parseWithSchema(common.upstreamSchema, input, sourceBelow);
  for (const finding of commonFindings) findings.push({ ...finding, path: [...path, ...finding.path] });

  const providerName: unknown = 'provider' in input ? input.provider : undefined;
  const provider = providers.find((each) => each.name === providerName);
  if (typeof providerName === 'string' && !provider)
    addFinding('provider', `unknown provider; there are ${namesOf(providers)}`);

  const callers = readCallerHeader(Object.fromEntries(providerKeys), provider);
  for (const finding of callers.findings) findings.push({ ...finding, path: [...path, ...finding.path] });
  const settings =
    callers.findings.length === 0 && provider
      ? parseWithSchema(provider.settings, callers.settingsInput, sourceBelow)
      : undefined;
  for (const finding of settings?.findings ?? []) findings.push(suggestCommonKey(finding, path));

  const baseUrlText: unknown = 'baseUrl' in input ? input.baseUrl : undefined;
  const allowInsecure = 'allowInsecure' in input && String(input.allowInsecure) === 'true';
  const baseUrl = typeof baseUrlText === 'string' ? readBaseUrl(baseUrlText, { allowInsecure }) : undefined;
  if (typeof baseUrl === 'string') addFinding('baseUrl', baseUrl);

  if (findings.length > 0 || !value || !provider || typeof baseUrl !== 'object') return { config: undefined, findings };
  const { timeoutMs, retry, concurrency, pipelining, cacheMs, budget = perUpstream } = value;
  const country = value.defaultCountry ?? defaultCountry;
  return {
    config: {
      name,
      provider: provider.name,
      ...baseUrl,
      timeoutMs,
      retry,
      concurrency,
      pipelining,
      cacheMs,
      budget,
      defaultCountry: country,
      settings: settings?.value,
      callerHeader: callers.header,
    },
    findings,
  };
}

/** A key that the provider does not know may be a misspelt common key. */
function suggestCommonKey({ path, message }: Finding, above: ConfigPath): Finding {
  const [key] = path;
  const suggestion = suggestKey(String(key), Object.keys(common.upstreamSchema.shape));
  const isUnknown = path.length === 1 && message.startsWith('unknown key') && !message.includes('did you mean');
  const better = isUnknown && suggestion.includes('did you mean') ? `unknown key${suggestion}` : message;
  return { path: [...above, ...path], message: better };
}

function namesOf(providers: readonly Provider[]): string {
  return providers.map(({ name }) => name).join(', ');
}
