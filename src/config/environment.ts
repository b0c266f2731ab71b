/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the process was started with: the one place that reads it. */
export const environment: Environment = process.env;
