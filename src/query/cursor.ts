import { createHash } from 'node:crypto';

/** How far a list was read: rows consumed of each source, or null for a source that was lost on the way. */
export type Marks = Readonly<Record<string, number | null>>;

/** What a cursor belongs to; a cursor of another list, filter, order or choice of sources is not ours to follow. */
export function signatureOf(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 16);
}

export function encodeCursor(signature: string, marks: Marks): string {
  return Buffer.from(JSON.stringify([signature, marks])).toString('base64url');
}

/** The marks of a cursor, or undefined when it is not one of this question's. */
export function decodeCursor(cursor: string, signature: string, sources: readonly string[]): Marks | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || parsed.length !== 2 || parsed[0] !== signature) return undefined;
  const marks: unknown = parsed[1];
  if (typeof marks !== 'object' || marks === null) return undefined;
  const entries = Object.entries(marks);
  const known = entries.length === sources.length && entries.every(([name]) => sources.includes(name));
  return known && entries.every(([, mark]) => isMark(mark)) ? (marks as Marks) : undefined;
}

function isMark(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
}
