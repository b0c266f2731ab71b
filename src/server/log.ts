import { pino, type Logger } from 'pino';

import { redact, redactCallers } from '../transport/redact.js';

export type Log = Logger;

/** Removes the secrets from a text. */
export type Scrubber = (text: string) => string;

/** Removes the credentials of these upstreams, including their current access tokens. */
export function createScrubber(upstreams: ReadonlyArray<{ readonly name: string }>): Scrubber {
  return (text) => upstreams.reduce((rest, { name }) => redact(name, rest), text);
}

/**
 * A log of JSON lines. Every line passes `scrub`, so that an error that contains a credential does not get it into the
 * log.
 */
export function createLog(scrub: Scrubber, write: (line: string) => void = toStandardError): Log {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { error: pino.stdSerializers.errWithCause },
    },
    {
      write: (line) => {
        write(redactCallers(scrub(line)));
      },
    },
  );
}

function toStandardError(line: string): void {
  process.stderr.write(line);
}
