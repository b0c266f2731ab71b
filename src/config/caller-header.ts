import * as z from 'zod';

import type { Provider } from '../graph/ports/provider.js';
import { valueAt, type Finding } from './zod-findings.js';

/** The gateway's own, and those of proxies and browsers. */
const TAKEN = /^x-(api-key|request-id|real-ip|http-method-override|requested-with)$|^x-(forwarded|trunkline|apollo)-/;

/** The `auth` of an upstream that callers bring their own credentials for. */
export const callerHeaderSchema = z.strictObject({
  fromHeader: z
    .string()
    .regex(/^([Xx]-[A-Za-z0-9-]{1,60}|[Aa]uthorization)$/, 'a header that begins with "x-", or "authorization"')
    .toLowerCase()
    .refine((name) => !TAKEN.test(name), { error: 'a header that has no other meaning here' }),
});

/** Any text that a provider takes for a credential; it is never sent. */
const PLACEHOLDER = 'nobody:nothing';

/** The header by which callers bring their own credentials for an upstream, and what is wrong with it. */
export function readCallerHeader(
  input: object,
  provider: Provider | undefined,
): { readonly header?: string; readonly settingsInput: object; readonly findings: readonly Finding[] } {
  const auth = valueAt(input, ['auth']);
  if (typeof auth !== 'object' || auth === null || !('fromHeader' in auth)) {
    return { settingsInput: input, findings: [] };
  }
  const settingsInput = { ...input, auth: provider?.callerAuth?.read(PLACEHOLDER) };
  const fail = (message: string, ...path: string[]) => ({
    settingsInput,
    findings: [{ path: ['auth', ...path], message }],
  });
  if (provider && !provider.callerAuth) return fail(`${provider.title} takes no credentials of callers`, 'fromHeader');
  if (Object.keys(auth).length > 1) {
    return fail('expected either "fromHeader" or credentials: with it, callers bring their own');
  }
  const parsed = callerHeaderSchema.safeParse(auth);
  if (parsed.success) return { header: parsed.data.fromHeader, settingsInput, findings: [] };
  return fail(`expected ${parsed.error.issues[0]?.message ?? 'the name of a header'}`, 'fromHeader');
}

/** Callers that the gateway knows by `auth` spell their key there. */
export function findTakenHeaders(input: unknown): Finding[] {
  if (valueAt(input, ['auth']) === undefined) return [];
  const upstreams = valueAt(input, ['upstreams']);
  return Object.keys(typeof upstreams === 'object' && upstreams !== null ? upstreams : {}).flatMap((name) => {
    const path = ['upstreams', name, 'auth', 'fromHeader'];
    const header = valueAt(input, path);
    return typeof header === 'string' && header.toLowerCase() === 'authorization'
      ? [{ path, message: 'expected a header that begins with "x-": "authorization" holds the key of this gateway' }]
      : [];
  });
}
