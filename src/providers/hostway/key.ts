import { encodeSegment, UnsendableValue } from '../../wire/caller.js';

/** The key of a contact at an upstream: names are unique within their domain only. */
export function keyOf(domain: string, name: string): string {
  return `${domain}/${name}`;
}

/** The name of a contact whose key is of this domain; empty for any other key. */
export function namesIn(domain: string, key: string): string[] {
  const start = keyOf(domain, '');
  return key.startsWith(start) && key.length > start.length ? [key.slice(start.length)] : [];
}

/** Whether a path can carry this name. A contact with any other name can be found, but not changed. */
export function fitsPath(name: string): boolean {
  try {
    return encodeSegment(name) !== '';
  } catch (error) {
    if (error instanceof UnsendableValue) return false;
    throw error;
  }
}
