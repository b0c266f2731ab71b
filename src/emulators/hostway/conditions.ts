import { inFields } from './refusal.js';
import { isField, type ContactRow } from './state.js';

/**
 * What the query asks of a row: `filterName=a*` is the whole value, where `*` is any run of characters (page on filter
 * values); `searchName=a` is a part of it (document). All must hold; how letters compare is documented nowhere.
 */
export function conditionsOf(query: URLSearchParams, fold: Fold): (row: ContactRow) => boolean {
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
    const matches = kind === 'filter' ? whole(value, fold) : part(value, fold);
    conditions.push((row) => matches(row[field]));
  }
  return (row) => conditions.every((holds) => holds(row));
}

type Fold = (text: string) => string;

function whole(wanted: string, fold: Fold): (value: string) => boolean {
  const parts = fold(wanted).split('*');
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return (value) => fold(value) === first;
  const between = parts.slice(1, -1);
  return (value) => {
    const text = fold(value);
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

function part(wanted: string, fold: Fold): (value: string) => boolean {
  const needle = fold(wanted);
  return (value) => fold(value).includes(needle);
}
