import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Takes the secrets out of a text. */
export type Scrub = (text: string) => string;

/** A log of JSON lines; every line passes `scrub`, so that whatever an error repeats, it repeats no credential. */
export function createLog(scrub: Scrub, write: (line: string) => void = toStandardError): Log {
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
