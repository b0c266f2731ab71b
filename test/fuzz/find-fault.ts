/** What is wrong with an answer, as a sentence; undefined: nothing. */
export function findFault(status: number, contentType: string | null, text: string): string | undefined {
  if (status !== 200 && (status < 400 || status > 499)) return `HTTP status ${status}`;
  if (!(contentType ?? '').includes('json')) return `the content type is ${contentType ?? 'missing'}`;
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return 'the body is no JSON';
  }
  return hasInternalCode(answer) ? 'an INTERNAL error' : undefined;
}

/** Wherever it stands: in `errors`, or where a source tells its failure. */
function hasInternalCode(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, part]) => (key === 'code' && String(part).startsWith('INTERNAL')) || hasInternalCode(part),
  );
}
