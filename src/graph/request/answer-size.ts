/** What one character may take in JSON: a control character is six of ASCII. */
const MAX_BYTES_PER_CHARACTER = 6;
/** What any value takes besides its characters: quotes, a comma, brackets, or a whole number. */
const BYTES_PER_VALUE = 26;

/**
 * Whether a value takes more bytes as JSON, found without making its text. First it is counted in a hurry, rather too much
 * and rather too little; only what may be either is looked at closely.
 */
export function exceedsBytes(value: unknown, limit: number): boolean {
  if (remainingBytes(value, limit, mostLength) >= 0) return false;
  return remainingBytes(value, limit, leastLength) < 0 || remainingBytes(value, limit, exactLength) < 0;
}

/** What is left of some bytes behind a value; negative as soon as nothing is. */
function remainingBytes(value: unknown, bytes: number, lengthOf: (leaf: unknown) => number): number {
  if (typeof value !== 'object' || value === null) return bytes - lengthOf(value);
  let left = bytes - 2;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length && left >= 0; at += 1) left = remainingBytes(value[at], left - 1, lengthOf);
    return left;
  }
  for (const name in value) {
    left = remainingBytes((value as Record<string, unknown>)[name], left - name.length - 4, lengthOf);
    if (left < 0) return left;
  }
  return left;
}

function mostLength(leaf: unknown): number {
  return typeof leaf === 'string' ? leaf.length * MAX_BYTES_PER_CHARACTER + BYTES_PER_VALUE : BYTES_PER_VALUE;
}

function leastLength(leaf: unknown): number {
  return typeof leaf === 'string' ? leaf.length + 2 : 1;
}

/** Nearly all texts are the same in JSON, with two quotes. */
const PLAIN_TEXT = /^[ !#-[\]-~]*$/;

function exactLength(leaf: unknown): number {
  if (typeof leaf === 'string' && PLAIN_TEXT.test(leaf)) return leaf.length + 2;
  return Buffer.byteLength(JSON.stringify(leaf ?? null));
}
