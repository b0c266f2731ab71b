import { BASE64, HEX, type Encoding } from './secret-encodings.js';

/** A sequence of characters by which a text would tell a secret. */
export interface Needle {
  readonly text: string;
  /** The form of a character in which the text and the needle are compared. */
  readonly fold: (character: string) => string;
  /** A needle that runs into the place where a text was cut counts from so many characters on. */
  readonly minBeforeCut: number;
  /** How it encodes the secret: parts of it tell parts of the secret then. */
  readonly encoding: Encoding | undefined;
  /** In base64: whether the character before, or after, holds some bits of the secret too. */
  readonly hasSharedStart: boolean;
  readonly hasSharedEnd: boolean;
}

/** What to look for to find a secret as it is, in hex, and in base64 wherever it stands in what was encoded. */
export function needlesOf(secret: string): Needle[] {
  const bytes = Buffer.from(secret);
  const wellFormed = bytes.toString();
  const texts = wellFormed === secret ? [secret] : [secret, wellFormed];
  const plain = { encoding: undefined, hasSharedStart: false, hasSharedEnd: false };
  const plainNeedles = texts.map((text) => ({ ...plain, text, fold: asItIs, minBeforeCut: 4 }));
  // Encoded, less than four bytes look like parts of words.
  if (bytes.length < 4) return plainNeedles;
  return [
    ...plainNeedles,
    { ...plain, text: bytes.toString('hex'), fold: toLowerCase, minBeforeCut: 7, encoding: HEX },
    ...[0, 1, 2].map((offset) => toBase64Needle(bytes, offset)),
  ];
}

/** The characters of base64 that hold nothing but bits of these bytes, where so many other bytes stand before them. */
function toBase64Needle(bytes: Buffer, offset: number): Needle {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  const start = Math.ceil((offset * 8) / 6);
  const endBits = (offset + bytes.length) * 8;
  return {
    text: encoded.slice(start, Math.floor(endBits / 6)),
    fold: toStandardBase64,
    minBeforeCut: 5,
    encoding: BASE64,
    hasSharedStart: offset > 0,
    hasSharedEnd: endBits % 6 !== 0,
  };
}

function asItIs(character: string): string {
  return character;
}

function toLowerCase(character: string): string {
  return character.toLowerCase();
}

/** The two characters in which the alphabet for URLs differs. */
function toStandardBase64(character: string): string {
  return character === '-' ? '+' : character === '_' ? '/' : character;
}
