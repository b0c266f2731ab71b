const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A UUID in lower case; any other key is as it is. */
export function foldUuid(key: string): string {
  return isUuid(key) ? key.toLowerCase() : key;
}
