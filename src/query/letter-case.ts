/** Whether a text can be written in two letter cases. Only ASCII letters count: no provider is asked for others. */
export function hasCase(text: string): boolean {
  return /[A-Za-z]/.test(text);
}

/** Each letter in its other case. */
export function swapCase(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
}

/**
 * Whether a text has letters of both cases: a case-sensitive server that changes the case of the search text does not
 * find it.
 */
export function isMixedCase(text: string): boolean {
  return /[a-z]/.test(text) && /[A-Z]/.test(text);
}
