import type { EgressProxy } from '../transport/dispatcher.js';
import type { Environment } from './environment.js';
import { valueAt, type Finding } from './issues.js';

const EXPECTED = 'expected a URL such as http://proxy.example.com:3128';

/** The config's `proxy`, else those of the environment; undefined where neither names one. */
export function readProxy(
  document: unknown,
  environment: Environment,
): { readonly value: EgressProxy | undefined; readonly findings: readonly Finding[] } {
  const variable = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? '';
  const except = variable('NO_PROXY');
  const given = valueAt(document, ['proxy']);
  if (given !== undefined) {
    if (typeof given !== 'string' || !isProxy(given)) {
      return { value: undefined, findings: [{ path: ['proxy'], message: EXPECTED }] };
    }
    return { value: { https: given, http: given, except }, findings: [] };
  }
  const names = ['HTTPS_PROXY', 'HTTP_PROXY'] as const;
  const wrong = names.filter((name) => variable(name) !== '' && !isProxy(variable(name)));
  const findings = wrong.map((name) => ({ path: ['proxy'], message: `${EXPECTED} in the environment's ${name}` }));
  const [https, http] = names.map((name) => variable(name) || undefined);
  if (findings.length > 0 || (https ?? http) === undefined) return { value: undefined, findings };
  return { value: { https, http, except }, findings };
}

function isProxy(text: string): boolean {
  if (!/^https?:\/\/[^/\s\\]+\/?$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  // A name without a password would be left out without a word.
  return (username === '') === (password === '');
}
