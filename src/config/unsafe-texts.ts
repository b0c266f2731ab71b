import type { ConfigPath } from './config-error.js';
import type { Finding } from './zod-findings.js';

/** Findings for texts that would break a header, a URL or a log line, and for values that cannot be credentials. */
export function findUnsafeTexts(value: unknown, path: ConfigPath): Finding[] {
  if (typeof value === 'string') return checkText(value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each, index) => findUnsafeTexts(each, [...path, index]));
  return Object.entries(value).flatMap(([key, each]) => findUnsafeTexts(each, [...path, key]));
}

/** Every text and number under a value. */
export function scalarTextsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalarTextsOf) : [];
}

function checkText(text: string, path: ConfigPath): Finding[] {
  const toFinding = (message: string): Finding[] => [{ path, message }];
  if (/[\r\n]$/.test(text)) return toFinding('ends with a line break');
  if (/\p{Cc}/u.test(text)) return toFinding('holds a control character or a line break');
  if (/\p{Cs}/u.test(text)) return toFinding('holds half a character (a lone surrogate)');
  if (!path.includes('auth')) return [];
  if (text === '') return toFinding('is empty');
  // This value is sent in a header unchanged.
  if (path.at(-1) === 'token' && !/^[\x21-\x7e]+$/.test(text)) {
    return toFinding('holds spaces or letters that a header cannot carry');
  }
  return [];
}
