/** Whether a text can be a key of the address book: a number from 1. */
export function isKey(text: string): boolean {
  return /^[1-9]\d{0,8}$/.test(text);
}
