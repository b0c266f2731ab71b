import { isAscii, transcode } from 'node:buffer';

/** Of fewer bytes the calls into the engine take longer than the bytes. Of more, two bytes a character take too much memory. */
const FEWEST_BYTES = 1024;
const MOST_BYTES = 256 * 1024;
const scratch = Buffer.allocUnsafeSlow(128 * 1024);

/**
 * The text of valid UTF-8, as `toString` makes it. Node 20 decodes other characters than those of ASCII one by one, which takes
 * three times as long as over UTF-16.
 */
export function decodeUtf8(bytes: Buffer): string {
  const { length } = bytes;
  if (length < FEWEST_BYTES || length > MOST_BYTES || isAscii(bytes)) return bytes.toString('utf8');
  return transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
}

/** A text in UTF-8, as `Buffer.from` makes it, which counts the bytes of a text before it writes them. */
export function encodeUtf8(text: string): Buffer {
  // A unit of UTF-16 takes at most three bytes.
  if (text.length * 3 > scratch.length) return Buffer.from(text);
  return Buffer.from(scratch.subarray(0, scratch.write(text)));
}
