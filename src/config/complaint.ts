/** Keys and indexes from the root of the document to a value. */
export type Path = ReadonlyArray<string | number>;

/** One thing that is wrong with a config. */
export interface Complaint {
  /** From 1. */
  readonly line: number;
  readonly path: Path;
  readonly message: string;
}

/** A config that cannot be used: each complaint is one line, `gateway.yaml:12 upstreams.mail.domains: expected …`. */
export class ConfigError extends Error {
  readonly complaints: readonly string[];

  constructor(complaints: readonly string[]) {
    super(complaints.join('\n'));
    this.name = 'ConfigError';
    this.complaints = complaints;
  }
}

/** The complaints in the order of the file, each once. */
export function toConfigError(file: string, complaints: readonly Complaint[]): ConfigError {
  const sorted = [...complaints].sort((one, other) => one.line - other.line);
  return new ConfigError([...new Set(sorted.map((complaint) => toLine(file, complaint)))]);
}

function toLine(file: string, { line, path, message }: Complaint): string {
  const key = path.map(toStep).join('');
  return `${file}:${line} ${key.replace(/^\./, '')}${key ? ': ' : ''}${message}`;
}

function toStep(part: string | number): string {
  if (typeof part === 'number') return `[${part}]`;
  return /^[\w-]+$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
}
