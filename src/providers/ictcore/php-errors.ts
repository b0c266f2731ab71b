import type { Garbled } from '../../wire/endpoint.js';

const ADVICE = "set display_errors to Off in the server's php.ini and look into its error log";
const FATAL = /(?:<b>|^(?:PHP )?)(?:(?:Catchable |Recoverable )?fatal|Parse|Core|Compile) error(?:<\/b>)?: /im;
const NOTICE = /(?:<b>|^(?:PHP )?)(?:(?:Core |Compile )?Warning|Notice|Deprecated|Strict Standards)(?:<\/b>)?: /im;
/** What PHP prints stands before the answer, or behind it; a list between them may be long. */
const LOOKED_AT_BYTES = 16 * 1024;

/** Tells PHP's own messages, printed in place of an answer or into it, and never what they say. */
export function phpErrorIn(body: Buffer): Garbled | undefined {
  const ends = [body.subarray(0, LOOKED_AT_BYTES), body.subarray(-LOOKED_AT_BYTES)];
  const text = ends.map((bytes) => bytes.toString('latin1')).join('\n');
  if (FATAL.test(text)) return { kind: 'unavailable', message: `PHP printed a fatal error as its answer; ${ADVICE}` };
  if (NOTICE.test(text)) return { kind: 'protocol', message: `PHP printed a warning into its answer; ${ADVICE}` };
  return undefined;
}

/** The crash that a wrong password ends in, where PHP prints its errors. */
export function isPrintedDenial(body: Buffer): boolean {
  return phpErrorIn(body)?.kind === 'unavailable' && body.includes('generate_token()');
}

export const DISPLAY_ERRORS = ADVICE;
