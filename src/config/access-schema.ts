import * as z from 'zod';

import { SCOPES } from '../graph/request/principal.js';
import { isLoopback } from '../transport/loopback.js';

/** Signatures of public keys only: with a shared secret everybody who can check a token could make one. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
] as const;

const KEY_NAME = /^[A-Za-z][\w.@-]{0,63}$/;

const claimSchema = z.string().regex(/^\S{1,200}$/, { error: 'expected the name of a claim' });

const keySchema = z.strictObject({
  sha256: z
    .string()
    .regex(/^[\da-f]{64}$/i, {
      error: 'expected a SHA-256 in 64 hexadecimal digits, as "trunkline hash-key" prints it',
    })
    .describe('The SHA-256 of the key, as `trunkline hash-key` prints it.'),
  scopes: z
    .array(z.enum(SCOPES, { error: `expected scopes out of ${SCOPES.join(', ')}` }))
    .min(1, { error: `expected at least one scope out of ${SCOPES.join(', ')}` })
    .describe('What it may do.'),
  upstreams: z
    .array(z.string())
    .min(1, { error: 'expected at least one upstream; leave the key out for all of them' })
    .optional()
    .describe('The upstreams that exist for it. Without it: all.'),
});

const jwtSchema = z.strictObject({
  issuer: z.string().min(1).describe('What `iss` must be.'),
  audience: z.string().min(1).describe('What `aud` must hold.'),
  jwksUri: z
    .string()
    .refine(isKeySetUrl, {
      error:
        'expected an https URL without a user name, such as https://id.example.com/jwks.json; http for loopback only',
    })
    .describe("Where the issuer's public keys are. Keys that a token names itself are never used."),
  algorithms: z
    .array(z.enum(ALGORITHMS, { error: `expected algorithms out of ${ALGORITHMS.join(', ')}` }))
    .min(1, { error: `expected at least one algorithm out of ${ALGORITHMS.join(', ')}` })
    .default(['RS256', 'ES256'])
    .describe('Signatures that are accepted.'),
  scopesClaim: claimSchema.default('scope').describe('The claim with the scopes: a list, or a text with blanks.'),
  upstreamsClaim: claimSchema
    .optional()
    .describe(
      'The claim with the upstreams that exist for the caller. Without it: all. A token that lacks it sees none.',
    ),
  principalClaim: claimSchema.default('sub').describe('The claim that names the caller.'),
});

/** Who may ask. */
export const accessSchema = z
  .strictObject({
    keys: z
      .record(
        z.string().regex(KEY_NAME, {
          error: 'expected a name of letters, digits, "_", ".", "@" and "-", beginning with a letter, up to 64',
        }),
        keySchema,
      )
      .optional()
      .describe('API keys, by names of your choice: `authorization: Bearer KEY` or `x-api-key: KEY`.'),
    jwt: jwtSchema.optional().describe('JSON Web Tokens of an issuer: `authorization: Bearer TOKEN`.'),
  })
  .refine(({ keys, jwt }) => Object.keys(keys ?? {}).length > 0 || jwt !== undefined, {
    error: 'expected "keys", "jwt" or both: without any nobody could ask',
  })
  .optional()
  .describe('Who may ask. Without it, the gateway listens on this machine only, and everyone there may do everything.');

function isKeySetUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username + password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
