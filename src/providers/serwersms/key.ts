/** An id as the API takes it: a number, or text where a number would lose digits. */
export type WireId = number | string;

/** Whether a key of the graph can be an id: a whole number from 1 on. Any other key is of nothing, and is not sent. */
export function isKey(key: string): boolean {
  return /^[1-9]\d{0,17}$/.test(key);
}

export function toWireId(key: string): WireId {
  const id = Number(key);
  return Number.isSafeInteger(id) ? id : key;
}
