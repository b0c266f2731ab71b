/** Where a secret is in a text. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
}

/** Adds a span, whose start is not before that of the last one unless by a character, and joins those that overlap. */
export function addSpan(spans: SecretSpan[], span: SecretSpan): void {
  const last = spans.at(-1);
  if (!last || span.start >= last.end) {
    spans.push(span);
    return;
  }
  spans[spans.length - 1] = { start: Math.min(last.start, span.start), end: Math.max(last.end, span.end) };
}

/** All spans of several lists in their order, those joined that overlap. */
export function joinSpans(...lists: ReadonlyArray<readonly SecretSpan[]>): readonly SecretSpan[] {
  const joined: SecretSpan[] = [];
  for (const span of lists.flat().sort((one, other) => one.start - other.start)) addSpan(joined, span);
  return joined;
}
