import { parse } from 'content-type';

/** The media type of a content-type header in lower case without parameters: '' where there is none. */
export function mediaTypeOf(contentType: string): string {
  return parse(contentType, { parameters: false }).type;
}
