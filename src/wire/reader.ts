/**
 * Turns a parsed value into what it means, or throws Unreadable. `at` says where the value stands; readers of parts
 * are given '' and what they throw is prefixed on its way up, so that good values cost no strings.
 */
export type Reader<T> = (value: unknown, at: string) => T;

/** What a reader gives. */
export type ReadValue<R> = R extends Reader<infer T> ? T : never;
