/** One request as it arrived, what it changed and how it was answered (status 0: it was not). */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** How long a body was that was streamed, and is not kept in `body`. */
  readonly bytes?: number;
  /** The provider's name for the operation: the route's pattern with its method. */
  readonly operation: string;
  readonly effects: readonly string[];
  readonly status: number;
}
