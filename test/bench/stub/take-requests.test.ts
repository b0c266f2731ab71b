import { expect, it } from 'vitest';

import { takeRequests } from './take-requests.js';

const GET = 'GET /a?b=1 HTTP/1.1\r\nhost: x\r\n\r\n';
const POST = 'POST /b HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}';
const CHUNKED = 'POST /c HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n';

it('takes requests that came together, and keeps what is under way', () => {
  const text = GET + POST + CHUNKED;
  for (let cut = 0; cut < GET.length; cut += 1) {
    const { paths, rest } = takeRequests(text + GET.slice(0, cut));
    expect(paths).toEqual(['/a?b=1', '/b', '/c']);
    expect(rest).toBe(GET.slice(0, cut));
  }
});

it.each([POST, CHUNKED])('waits for the whole body', (text) => {
  expect(takeRequests(text.slice(0, -1))).toEqual({ paths: [], rest: text.slice(0, -1) });
  expect(takeRequests(text).paths).toHaveLength(1);
});
