import type { UnparsableBody } from '../../wire/endpoint.js';

const ADVICE = "set display_errors to Off in the server's php.ini and look into its error log";
const FATAL = /(?:<b>|^(?:PHP )?)(?:(?:Catchable |Recoverable )?fatal|Parse|Core|Compile) error(?:<\/b>)?: /im;
const NOTICE = /(?:<b>|^(?:PHP )?)(?:(?:Core |Compile )?Warning|Notice|Deprecated|Strict Standards)(?:<\/b>)?: /im;
/** 16 KiB at each end: PHP prints before or behind the answer, which may be a long list. */
const SCANNED_BYTES = 16 * 1024;

/** Detects messages that PHP prints in place of an answer or into it. The failure never repeats their text. */
export function findPhpError(body: Buffer): UnparsableBody | undefined {
  const ends = [body.subarray(0, SCANNED_BYTES), body.subarray(-SCANNED_BYTES)];
  const text = ends.map((bytes) => bytes.toString('latin1')).join('\n');
  if (FATAL.test(text)) return { kind: 'unavailable', message: `PHP printed a fatal error as its answer; ${ADVICE}` };
  if (NOTICE.test(text)) return { kind: 'protocol', message: `PHP printed a warning into its answer; ${ADVICE}` };
  return undefined;
}

/** Whether this is the error in which a wrong password ends, where PHP prints its errors. */
export function isPrintedLoginError(body: Buffer): boolean {
  return findPhpError(body)?.kind === 'unavailable' && body.includes('generate_token()');
}

export const DISPLAY_ERRORS_ADVICE = ADVICE;
