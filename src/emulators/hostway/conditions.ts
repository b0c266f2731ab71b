import { inFields } from './refusal.js';
import { isField, type ContactRow } from './state.js';

/**
 * What the query asks of a row: `filterName=a*` is the whole value, where `*` is any run of characters (page on filter
 * values); `searchName=a` is a part of it (document). All must hold; letters of either case are equal (inferred).
 */
export function conditionsOf(query: URLSearchParams): (row: ContactRow) => boolean {
  const conditions: Array<(row: ContactRow) => boolean> = [];
  const kinds = new Set<string>();
  for (const [parameter, value] of query) {
    const [, kind, name = ''] = /^(filter|search)(.*)$/.exec(parameter) ?? [];
    if (!kind) continue;
    const field = /^[A-Z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : '';
    if (!isField(field)) throw inFields({ [parameter]: 'Unknown field' });
    kinds.add(kind);
    // The document has the one or the other; what both together would mean it does not say.
    if (kinds.size > 1) throw inFields({ [parameter]: 'Filter and search cannot be combined' });
    const matches = kind === 'filter' ? whole(value) : part(value);
    conditions.push((row) => matches(row[field]));
  }
  return (row) => conditions.every((holds) => holds(row));
}

function whole(wanted: string): (value: string) => boolean {
  const parts = wanted.toLowerCase().split('*');
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return (value) => value.toLowerCase() === first;
  const between = parts.slice(1, -1);
  return (value) => {
    const text = value.toLowerCase();
    if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
    const end = text.length - last.length;
    let at = first.length;
    for (const piece of between) {
      const found = text.indexOf(piece, at);
      if (found < 0 || found + piece.length > end) return false;
      at = found + piece.length;
    }
    return true;
  };
}

function part(wanted: string): (value: string) => boolean {
  const needle = wanted.toLowerCase();
  return (value) => value.toLowerCase().includes(needle);
}
