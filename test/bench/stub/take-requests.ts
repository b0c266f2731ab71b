const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = '\r\n0\r\n\r\n';

/** The paths of the requests that a connection has sent whole, and the text of the one that is still under way. */
export function takeRequests(text: string): { readonly paths: readonly string[]; readonly rest: string } {
  const paths: string[] = [];
  let rest = text;
  for (let length = lengthOf(rest); length !== undefined && length <= rest.length; length = lengthOf(rest)) {
    const begin = rest.indexOf(' ') + 1;
    paths.push(rest.slice(begin, rest.indexOf(' ', begin)));
    rest = rest.slice(length);
  }
  return { paths, rest };
}

/** How long the first request of a text is, as far as it can be known. */
function lengthOf(text: string): number | undefined {
  const end = text.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const begin = end + HEAD_END.length;
  if (text.startsWith('GET ')) return begin;
  const head = text.slice(0, end);
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  if (length !== undefined) return begin + Number(length);
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return begin;
  const last = text.indexOf(LAST_CHUNK, end);
  return last < 0 ? undefined : last + LAST_CHUNK.length;
}
