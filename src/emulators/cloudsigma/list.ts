import { jsonReply, type Reply } from '../kit/http.js';
import { invalid, JSON_TYPE, Refusal } from './refusal.js';

const DEFAULT_LIMIT = 20;

/**
 * A slice of a list under its `meta`: `offset` counts from zero, `limit=0` is all, no limit is 20 (the schema's
 * `default_limit`). Other parameters are ignored: whether contacts can be filtered is not documented.
 */
export function listReply(rows: readonly unknown[], query: URLSearchParams): Reply {
  const limit = wholeNumber(query, 'limit', DEFAULT_LIMIT);
  const offset = wholeNumber(query, 'offset', 0);
  const objects = rows.slice(offset, limit === 0 ? undefined : offset + limit);
  return jsonReply({ meta: { limit, offset, total_count: rows.length }, objects }, 200, JSON_TYPE);
}

function wholeNumber(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Refusal(400, [invalid(`Invalid ${name} '${text}' provided. Please provide a positive integer.`)]);
}
