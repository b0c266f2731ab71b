/** Keys and indexes from the root of the document to a value. */
export type ConfigPath = ReadonlyArray<string | number>;

/** One thing that is wrong with a config. */
export interface LocatedFinding {
  /** From 1. */
  readonly line: number;
  readonly path: ConfigPath;
  readonly message: string;
}

/** A config that cannot be used: each message is one line, `gateway.yaml:12 upstreams.mail.domains: expected …`. */
export class ConfigError extends Error {
  readonly messages: readonly string[];

  constructor(messages: readonly string[]) {
    super(messages.join('\n'));
    this.name = 'ConfigError';
    this.messages = messages;
  }
}

/** The messages in the order of the file, each once. */
export function toConfigError(fileName: string, findings: readonly LocatedFinding[]): ConfigError {
  const sorted = [...findings].sort((one, other) => one.line - other.line);
  return new ConfigError([...new Set(sorted.map((finding) => toLine(fileName, finding)))]);
}

function toLine(file: string, { line, path, message }: LocatedFinding): string {
  const key = path.map(toPathStep).join('');
  return `${file}:${line} ${key.replace(/^\./, '')}${key ? ': ' : ''}${message}`;
}

function toPathStep(part: string | number): string {
  if (typeof part === 'number') return `[${part}]`;
  return /^[\w-]+$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
}
