import type { z } from 'zod';

import type { AccessRules } from '../graph/request/access-rules.js';
import type { accessSchema } from './access-schema.js';
import type { Finding } from './zod-findings.js';
import { valueAt } from './zod-findings.js';

/** The rules of the parsed `auth`; undefined without one. */
export function toAccessRules(auth: z.infer<typeof accessSchema>): AccessRules | undefined {
  if (!auth) return undefined;
  const keys = Object.entries(auth.keys ?? {}).map(([name, { sha256, scopes, upstreams }]) => ({
    name,
    sha256: sha256.toLowerCase(),
    scopes,
    upstreams,
  }));
  const { jwt } = auth;
  return { keys, jwt: jwt && { ...jwt, upstreamsClaim: jwt.upstreamsClaim } };
}

/** What is wrong with the keys among each other and with the upstreams of the file. */
export function findAccessFaults(input: unknown, upstreams: readonly string[]): Finding[] {
  const keys = valueAt(input, ['auth', 'keys']);
  if (typeof keys !== 'object' || keys === null) return [];
  const owners = new Map<string, string>();
  return Object.entries(keys).flatMap(([name, key]: [string, unknown]) => {
    const path = ['auth', 'keys', name];
    const digest = String(valueAt(key, ['sha256'])).toLowerCase();
    const owner = owners.get(digest);
    owners.set(digest, owner ?? name);
    return [
      ...(owner === undefined ? [] : [{ path: [...path, 'sha256'], message: `is the key of "${owner}" as well` }]),
      ...findUnknownUpstreams(valueAt(key, ['upstreams']), upstreams).map((index) => ({
        path: [...path, 'upstreams', index],
        message: `there is no such upstream; there are ${upstreams.join(', ')}`,
      })),
    ];
  });
}

function findUnknownUpstreams(names: unknown, upstreams: readonly string[]): number[] {
  if (!Array.isArray(names)) return [];
  return names.flatMap((name: unknown, index) =>
    typeof name === 'string' && !upstreams.includes(name) ? [index] : [],
  );
}
