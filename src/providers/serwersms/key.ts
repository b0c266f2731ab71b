import type { WireId } from './endpoints.js';

/** Whether a key of ours can be an id of theirs: a whole number from 1 on. Others are missing, and are not sent. */
export function isKey(key: string): boolean {
  return /^[1-9]\d{0,17}$/.test(key);
}

export function toWireId(key: string): WireId {
  const id = Number(key);
  return Number.isSafeInteger(id) ? id : key;
}
