import { ConfigError } from '../config/config-error.js';

/** A command that was given something it cannot use; its message is for whoever typed it. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}

/** What went wrong as lines for a terminal: one that is clear, or all of a config's complaints. */
export function formatError(error: unknown): string {
  if (error instanceof ConfigError) return error.messages.map((line) => `${line}\n`).join('');
  if (error instanceof CommandError) return `${error.message}\n`;
  if (!(error instanceof Error)) return `${String(error)}\n`;
  // Not one of the ways in which a command is known to fail: this is for whoever mends it.
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
