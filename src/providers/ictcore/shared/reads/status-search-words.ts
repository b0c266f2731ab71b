/**
 * The text by which a list is searched for each status: a part that all of the server's words for it have in common, so
 * that a search with `LIKE '%…%'` finds each of them. It holds letters only, as `%` and `_` mean something to LIKE.
 */
export function searchWordsOf<Status extends string>(
  statuses: ReadonlyMap<string, Status>,
): Readonly<Partial<Record<string, string>>> {
  const all = [...statuses];
  return Object.fromEntries(
    [...new Set(statuses.values())].flatMap((status) => {
      const ownWords = all.flatMap(([word, each]) => (each === status ? [word] : []));
      const otherWords = all.flatMap(([word, each]) => (each === status ? [] : [word]));
      const part = bestPart(ownWords, otherWords);
      return part === undefined ? [] : [[status, part] as const];
    }),
  );
}

/** The part of all these words that the fewest others have; of equals the longest. */
function bestPart([first = '', ...rest]: readonly string[], others: readonly string[]): string | undefined {
  const shared = partsOf(first).filter((part) => rest.every((word) => word.includes(part)));
  const otherMatches = (part: string): number => others.filter((word) => word.includes(part)).length;
  const [best] = shared.sort((a, b) => otherMatches(a) - otherMatches(b) || b.length - a.length);
  return best;
}

function partsOf(word: string): string[] {
  const starts = Array.from(word, (_, start) => start);
  const parts = starts.flatMap((start) => starts.map((at) => word.slice(start, at + 1)));
  return parts.filter((part) => /^[a-z]+$/.test(part));
}
