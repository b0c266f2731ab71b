import type { Values } from './table.js';

/**
 * What a handler gets of the body. JSON only with a Content-Type of exactly `application/json`, or without any: with a
 * charset behind it the body stays raw text and a handler finds no field in it (capture 32: an empty contact).
 */
export function decodeBody(body: string, mime: string): Values {
  if (mime === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(body));
  if (mime !== '' && mime !== 'application/json') return {};
  try {
    const decoded: unknown = JSON.parse(body);
    return typeof decoded === 'object' && decoded !== null && !Array.isArray(decoded) ? { ...decoded } : {};
  } catch {
    // Invalid JSON is no error (captures 9 and 30).
    return {};
  }
}
