import { distance } from 'fastest-levenshtein';

/** `, did you mean "timeoutMs"?` for a word that is close to a known key; otherwise the list of known keys. */
export function suggestKey(word: string, knownKeys: readonly string[]): string {
  const ranked = knownKeys
    .map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, other) => one.edits - other.edits);
  const [nearest] = ranked;
  if (!nearest) return '';
  const allowed = Math.max(1, Math.floor(Math.min(word.length, nearest.candidate.length) / 3));
  return nearest.edits <= allowed
    ? `, did you mean "${nearest.candidate}"?`
    : `; known here: ${[...knownKeys].sort().join(', ')}`;
}
