import { parse } from 'content-type';

/** A provider has a few; more than these come from one that means harm. */
const MAX_KEPT = 64;
const MAX_KEPT_LENGTH = 128;
const mediaTypes = new Map<string, string>();

/** The media type of a content-type header in lower case without parameters: '' where there is none. */
export function mediaTypeOf(contentType: string): string {
  let type = mediaTypes.get(contentType);
  if (type === undefined) {
    ({ type } = parse(contentType, { parameters: false }));
    if (mediaTypes.size < MAX_KEPT && contentType.length <= MAX_KEPT_LENGTH) mediaTypes.set(contentType, type);
  }
  return type;
}
