import type { CountryCode } from '../graph/phone.js';
import type { Provider } from '../graph/provider.js';
import { readBaseUrl } from './base-url.js';
import * as common from './common.js';
import type { Path } from './complaint.js';
import type { UpstreamConfig } from './config.js';
import { fit } from './fit.js';
import type { Finding } from './issues.js';
import { suggest } from './suggest.js';

export interface UpstreamChecks {
  readonly providers: readonly Provider[];
  readonly defaultCountry: CountryCode | undefined;
  /** The budget of an upstream that has none of its own; undefined where the file is wrong there. */
  readonly perUpstream: number | undefined;
  readonly writtenAt: (path: Path) => string | undefined;
}

/** Checks one upstream: the keys that all have, then those of its provider. Undefined when there are findings. */
export function readUpstream(
  name: string,
  given: unknown,
  { providers, defaultCountry, perUpstream = 0, writtenAt }: UpstreamChecks,
): { readonly config: UpstreamConfig | undefined; readonly findings: readonly Finding[] } {
  const path = ['upstreams', name];
  const findings: Finding[] = [];
  const find = (key: string, message: string): void => void findings.push({ path: [...path, key], message });
  if (!common.UPSTREAM_NAME.test(name)) {
    findings.push({
      path,
      message: 'expected a name of letters, digits, "_" and "-", beginning with a letter, up to 64',
    });
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return {
      config: undefined,
      findings: [...findings, { path, message: 'expected a map with provider and baseUrl' }],
    };
  }
  const below = (inner: Path): string | undefined => writtenAt([...path, ...inner]);
  const own = Object.entries(given).filter(([key]) => !Object.hasOwn(common.upstream.shape, key));
  const { value, findings: wrong } = fit(common.upstream, given, below);
  for (const finding of wrong) findings.push({ ...finding, path: [...path, ...finding.path] });

  const word: unknown = 'provider' in given ? given.provider : undefined;
  const provider = providers.find((each) => each.name === word);
  if (typeof word === 'string' && !provider) find('provider', `unknown provider; there are ${namesOf(providers)}`);

  const settings = provider && fit(provider.settings, Object.fromEntries(own), below);
  for (const finding of settings?.findings ?? []) findings.push(withCommonKeys(finding, path));

  const text: unknown = 'baseUrl' in given ? given.baseUrl : undefined;
  const allowInsecure = 'allowInsecure' in given && String(given.allowInsecure) === 'true';
  const address = typeof text === 'string' ? readBaseUrl(text, { allowInsecure }) : undefined;
  if (typeof address === 'string') find('baseUrl', address);

  if (findings.length > 0 || !value || !provider || typeof address !== 'object') return { config: undefined, findings };
  const { timeoutMs, retry, concurrency, cacheMs, budget = perUpstream } = value;
  const country = value.defaultCountry ?? defaultCountry;
  return {
    config: {
      name,
      provider: provider.name,
      ...address,
      timeoutMs,
      retry,
      concurrency,
      cacheMs,
      budget,
      defaultCountry: country,
      settings: settings?.value,
    },
    findings,
  };
}

/** A key that is not the provider's may be a misspelt one of those that all upstreams have. */
function withCommonKeys({ path, message }: Finding, above: Path): Finding {
  const [key] = path;
  const shared = suggest(String(key), Object.keys(common.upstream.shape));
  const isUnknown = path.length === 1 && message.startsWith('unknown key') && !message.includes('did you mean');
  const better = isUnknown && shared.includes('did you mean') ? `unknown key${shared}` : message;
  return { path: [...above, ...path], message: better };
}

function namesOf(providers: readonly Provider[]): string {
  return providers.map(({ name }) => name).join(', ');
}
