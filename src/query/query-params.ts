/** Values for the provider's own query parameters. A list is sent as a repeated parameter. */
export type QueryParams = Readonly<Record<string, string | readonly string[]>>;

/** A parameter that takes one value; undefined where it is not set. */
export function paramOf(params: QueryParams, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
}
