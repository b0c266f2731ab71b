/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of the process. Nothing else reads it. */
export const environment: Environment = process.env;
