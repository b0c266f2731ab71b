const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const UUID_LENGTH = 36;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A UUID in lower case; any other key is as it is. */
export function foldUuid(key: string): string {
  // First what takes little time: this is asked of every row.
  return key.length === UUID_LENGTH && /[A-F]/.test(key) && isUuid(key) ? key.toLowerCase() : key;
}
