/** What shows nothing, or a blank at most, and so may split a secret without hiding it. */
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]$/u;

/** The length of the character here, if it does not show; else 0. */
export function countInvisibleUnits(text: string, at: number): number {
  const code = text.codePointAt(at);
  if (code === undefined || (code >= 0x20 && code < 0x7f)) return 0;
  const character = String.fromCodePoint(code);
  return INVISIBLE.test(character) ? character.length : 0;
}
