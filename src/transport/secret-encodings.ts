/** An alphabet in which bytes are written. */
export interface Encoding {
  /** By the code of a character its digit; -1: none. */
  readonly digits: Int8Array;
  readonly bitsPerDigit: number;
  /** The most digits in a row that hold no more than three whole bytes, even with a neighbour that holds a part of one. */
  readonly harmless: number;
}

/** Both alphabets: the one for URLs spells the last two digits in another way. */
export const BASE64: Encoding = {
  digits: digitsOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', '-_'),
  bitsPerDigit: 6,
  harmless: 4,
};

export const HEX: Encoding = { digits: digitsOf('0123456789abcdef', 'ABCDEF'), bitsPerDigit: 4, harmless: 7 };

/** `alternatives`: other forms of the last digits. */
function digitsOf(alphabet: string, alternatives: string): Int8Array {
  const digits = new Int8Array(128).fill(-1);
  const first = alphabet.length - alternatives.length;
  for (let digit = 0; digit < alphabet.length; digit += 1) digits[alphabet.charCodeAt(digit)] = digit;
  for (let place = 0; place < alternatives.length; place += 1) digits[alternatives.charCodeAt(place)] = first + place;
  return digits;
}
