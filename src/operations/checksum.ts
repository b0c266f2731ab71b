import { crc32 } from 'node:zlib';

const LENGTH = 8;

/** A text behind the digits of its checksum. */
export function addChecksum(text: string): string {
  return toHex(crc32(text)) + text;
}

/** The text, where it is what was stored; throws where a bit of it has changed. One of JSON is of before checksums. */
export function removeChecksum(stored: string): string {
  if (stored.startsWith('{')) return stored;
  const text = stored.slice(LENGTH);
  if (toHex(crc32(text)) !== stored.slice(0, LENGTH)) throw new Error('a stored operation is damaged');
  return text;
}

function toHex(sum: number): string {
  return sum.toString(16).padStart(LENGTH, '0');
}
