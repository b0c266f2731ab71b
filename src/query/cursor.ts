import { hash } from 'node:crypto';

/** How far a list was read: the rows consumed of each source, or null for a source that failed. */
export type SourcePositions = Readonly<Record<string, number | null>>;

/**
 * Identifies the list that a cursor belongs to: a cursor of another list, filter, order or choice of sources is
 * rejected.
 */
export function signatureOf(query: unknown): string {
  return hash('sha256', JSON.stringify(query), 'base64url').slice(0, 16);
}

export function encodeCursor(signature: string, positions: SourcePositions): string {
  return Buffer.from(JSON.stringify([signature, positions])).toString('base64url');
}

/** The positions in a cursor, or undefined for a cursor of another list. */
export function decodeCursor(
  cursor: string,
  signature: string,
  sources: readonly string[],
): SourcePositions | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || parsed.length !== 2 || parsed[0] !== signature) return undefined;
  const positions: unknown = parsed[1];
  if (typeof positions !== 'object' || positions === null) return undefined;
  const entries = Object.entries(positions);
  const hasSameSources = entries.length === sources.length && entries.every(([name]) => sources.includes(name));
  return hasSameSources && entries.every(([, position]) => isPosition(position))
    ? (positions as SourcePositions)
    : undefined;
}

function isPosition(value: unknown): value is number | null {
  return value === null || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
}
