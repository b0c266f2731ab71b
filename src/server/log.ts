import { pino, type Logger } from 'pino';

import { redact } from '../transport/redact.js';

export type Log = Logger;

/** Takes the secrets out of a text. */
export type Scrubber = (text: string) => string;

/** Hides the credentials of these upstreams, tickets that they got meanwhile included. */
export function createScrubber(upstreams: ReadonlyArray<{ readonly name: string }>): Scrubber {
  return (text) => upstreams.reduce((rest, { name }) => redact(name, rest), text);
}

/** A log of JSON lines; every line passes `scrub`, so that whatever an error repeats, it repeats no credential. */
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
        write(scrub(line));
      },
    },
  );
}

function toStandardError(line: string): void {
  process.stderr.write(line);
}
