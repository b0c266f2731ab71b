/** `, did you mean "timeoutMs"?` for a word that is near to a known one, else the known ones. */
export function suggestKey(word: string, knownKeys: readonly string[]): string {
  const ranked = knownKeys
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  const [nearest] = ranked;
  if (!nearest) return '';
  const allowed = Math.max(1, Math.floor(Math.min(word.length, nearest.candidate.length) / 3));
  return nearest.distance <= allowed
    ? `, did you mean "${nearest.candidate}"?`
    : `; known here: ${[...knownKeys].sort().join(', ')}`;
}

/** How many letters must be put in, taken out or changed to make one word of the other. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (const [at, against] of Array.from(other).entries()) {
      const changed = (row[at] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
