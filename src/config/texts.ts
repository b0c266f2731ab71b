import type { Path } from './complaint.js';
import type { Finding } from './issues.js';

/** Texts that would break a header, a URL or a log line, wherever they stand; and credentials that can't be any. */
export function refuseTexts(value: unknown, path: Path): Finding[] {
  if (typeof value === 'string') return refuseText(value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each, index) => refuseTexts(each, [...path, index]));
  return Object.entries(value).flatMap(([key, each]) => refuseTexts(each, [...path, key]));
}

/** Every text and number under a value. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function refuseText(text: string, path: Path): Finding[] {
  const refuse = (message: string): Finding[] => [{ path, message }];
  if (/[\r\n]$/.test(text)) return refuse('ends with a line break');
  if (/\p{Cc}/u.test(text)) return refuse('holds a control character or a line break');
  if (/\p{Cs}/u.test(text)) return refuse('holds half a character (a lone surrogate)');
  if (!path.includes('auth')) return [];
  if (text === '') return refuse('is empty');
  // It goes into a header as it is.
  if (path.at(-1) === 'token' && !/^[\x21-\x7e]+$/.test(text)) {
    return refuse('holds spaces or letters that a header cannot carry');
  }
  return [];
}
