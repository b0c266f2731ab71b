import type { EgressProxy } from '../transport/dispatcher.js';
import type { Environment } from './environment.js';
import { valueAt, type Finding } from './zod-findings.js';

const EXPECTED_URL = 'expected a URL such as http://proxy.example.com:3128';

/** The config's `proxy`, otherwise the proxies of the environment; undefined if neither names one. */
export function readProxy(
  input: unknown,
  environment: Environment,
): { readonly value: EgressProxy | undefined; readonly findings: readonly Finding[] } {
  const variable = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? '';
  const noProxy = variable('NO_PROXY');
  const configured = valueAt(input, ['proxy']);
  if (configured !== undefined) {
    if (typeof configured !== 'string' || !isProxy(configured)) {
      return { value: undefined, findings: [{ path: ['proxy'], message: EXPECTED_URL }] };
    }
    return { value: { https: configured, http: configured, noProxy: noProxy }, findings: [] };
  }
  const names = ['HTTPS_PROXY', 'HTTP_PROXY'] as const;
  const invalidNames = names.filter((name) => variable(name) !== '' && !isProxy(variable(name)));
  const findings = invalidNames.map((name) => ({
    path: ['proxy'],
    message: `${EXPECTED_URL} in the environment's ${name}`,
  }));
  const [https, http] = names.map((name) => variable(name) || undefined);
  if (findings.length > 0 || (https ?? http) === undefined) return { value: undefined, findings };
  return { value: { https, http, noProxy: noProxy }, findings };
}

function isProxy(text: string): boolean {
  if (!/^https?:\/\/[^/\s\\]+\/?$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  // A user without a password would be ignored silently.
  return (username === '') === (password === '');
}
