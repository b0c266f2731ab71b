import { ConfigError } from '../config/config-error.js';

/** A command got an argument that it cannot use. The message is for the person who typed it. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}

/** An error as lines for a terminal: one clear sentence, or all findings of a config. */
export function formatError(error: unknown): string {
  if (error instanceof ConfigError) return error.messages.map((line) => `${line}\n`).join('');
  if (error instanceof CommandError) return `${error.message}\n`;
  if (!(error instanceof Error)) return `${String(error)}\n`;
  // Any other error is a bug, so its stack is printed.
  return `${describeSystemError(error) ?? error.stack ?? error.message}\n`;
}

function describeSystemError(error: Error): string | undefined {
  const { code, port, address, hostname, path } = error as Error & Readonly<Record<string, unknown>>;
  const where = typeof port === 'number' ? `port ${port}${typeof address === 'string' ? ` of ${address}` : ''}` : '';
  switch (code) {
    case 'EADDRINUSE':
      return `${where} is taken: choose another with --port (emulators: --port-base), 0 for any free one`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${String(address ?? hostname)} is no address of this machine: choose another with --host`;
    case 'EACCES':
    case 'EPERM':
      return `${where || String(path)}: not permitted`;
    case 'ENOENT':
    case 'EISDIR':
    case 'ENOTDIR':
      return `${String(path)}: cannot be written (${code})`;
    default:
      return undefined;
  }
}
