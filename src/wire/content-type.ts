/** The media type of a content-type header in lower case without parameters: '' where there is none. */
export function mediaTypeOf(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}
