import { expect, it } from 'vitest';

import { configErrorsOf, GOOD, read } from './files.js';

const corsOf = (cors: string) => GOOD.replace('server: {', `server: { cors: ${cors},`);

it('is off unless origins are named, and is kept for ten minutes', () => {
  expect(read(GOOD).server.cors).toBeUndefined();
  expect(read(corsOf('{ origins: [https://app.example.com, "http://localhost:5173"] }')).server.cors).toEqual({
    origins: ['https://app.example.com', 'http://localhost:5173'],
    maxAgeSeconds: 600,
    credentials: false,
  });
});

it.each([
  'https://app.example.com/',
  'https://App.example.com',
  'app.example.com',
  'https://app.example.com/path',
  'null',
])('complains of %s, which no browser would send as an origin', (origin) => {
  expect(configErrorsOf(corsOf(`{ origins: ["${origin}"] }`))[0]).toMatch(
    /gateway.yaml:2 server.cors.origins.*expected an origin/,
  );
});

it('complains of all origins where callers have credentials', () => {
  expect(read(corsOf('{ origins: ["*"] }')).server.cors?.origins).toEqual(['*']);
  const withAuth = configErrorsOf(`auth: { keys: {} }\n${corsOf('{ origins: ["*"] }')}`);
  expect(withAuth.join('\n')).toContain(
    'server.cors.origins: expected origins by name: "*" is for a gateway without "auth"',
  );
  expect(configErrorsOf(corsOf('{ origins: ["*"], credentials: true }'))[0]).toContain('server.cors.credentials');
});
