import type { Environment } from './environment.js';

export interface Substitution {
  readonly text: string;
  /** Values that came from the environment. */
  readonly values: readonly string[];
  /** Variables that could not be replaced, as sentences. */
  readonly problems: readonly string[];
}

// `$${` comes first, because it is the escape for `${`. The last alternative is an invalid `${`.
const PATTERN = /\$\$\{|\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}|\$\{/g;

/** Replaces `${NAME}` and `${NAME:-default}` as a shell does: the default stands in for unset and for empty. */
export function substituteVariables(text: string, environment: Environment): Substitution {
  const values: string[] = [];
  const problems: string[] = [];
  const result = text.replace(PATTERN, (found: string, name?: string, defaultValue?: string) => {
    if (found === '$${') return '${';
    if (name === undefined) {
      problems.push('expected ${NAME} or ${NAME:-default}; a text that holds "${" itself is written "$${"');
      return '';
    }
    const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (value === undefined && defaultValue === undefined) {
      problems.push(`the environment variable ${name} is not set; set it or give a default: \${${name}:-…}`);
      return '';
    }
    if (defaultValue !== undefined && !value) return defaultValue;
    values.push(value ?? '');
    return value ?? '';
  });
  return { text: result, values, problems };
}
