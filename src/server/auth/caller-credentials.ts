import { createLruMap } from '../../graph/cost/lru-map.js';
import type { OpenUpstream } from '../../graph/ports/open-upstream.js';
import { UpstreamCredential, digestCredential, type CallerCredentials } from '../../transport/upstream-credential.js';
import type { CallerRefusal, CredentialSource } from './authenticate.js';

/** The credentials that a request brings for upstreams; undefined: none. */
export type ReadCallerCredentials = (source: CredentialSource) => CallerCredentials | CallerRefusal | undefined;

/** More than there are accounts open at once. */
const MAX_KNOWN = 5000;
/** Shorter ones could not be hidden in messages without hiding words. */
const CREDENTIAL = /^[\x21-\x7e](?:[\x20-\x7e]{6,4094})[\x21-\x7e]$/;

/** Reads the headers of those upstreams whose callers bring their own; undefined where there are none. */
export function createCredentialReader(
  upstreams: ReadonlyArray<Pick<OpenUpstream, 'name' | 'callerAccounts'>>,
): ReadCallerCredentials | undefined {
  const headers = upstreams.flatMap(({ name: upstream, callerAccounts }) =>
    callerAccounts ? [{ upstream, header: callerAccounts.header }] : [],
  );
  if (headers.length === 0) return undefined;
  // One object for each, so that what is noted as its secret is noted once.
  const known = createLruMap<UpstreamCredential>(MAX_KNOWN);
  return ({ headersDistinct }) => {
    let credentials: Map<string, UpstreamCredential> | undefined;
    for (const { upstream, header } of headers) {
      const [text, another] = headersDistinct[header] ?? [];
      if (text === undefined || text === '') continue;
      if (another !== undefined) return refuse(`A request has the header "${header}" once.`);
      if (!CREDENTIAL.test(text)) {
        return refuse(`The header "${header}" holds a credential of 8 to 4096 visible ASCII characters.`);
      }
      credentials ??= new Map();
      const digest = digestCredential(upstream, text);
      const credential = known.get(digest) ?? new UpstreamCredential(upstream, text);
      known.set(digest, credential);
      credentials.set(upstream, credential);
    }
    return credentials;
  };
}

export function isRefusal(read: CallerCredentials | CallerRefusal | undefined): read is CallerRefusal {
  return read !== undefined && 'is' in read;
}

function refuse(message: string): CallerRefusal {
  return { is: 'refused', status: 400, code: 'BAD_REQUEST', message };
}
