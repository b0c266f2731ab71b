/** A fenced block of a Markdown text. */
export interface Block {
  /** What stands behind its fence, e.g. `graphql`. */
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a Markdown text, in its order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }));
}
