/** How callers of the gateway spell a credential of their own for a provider, in a header of their requests. */
export interface CallerAuth {
  /** What the header holds, as the end of a sentence: `a token, or "username:password"`. */
  readonly form: string;
  /** The `auth` of the provider's settings that a text stands for; undefined: for none. */
  readonly read: (text: string) => unknown;
}

/** A token, with the word `Bearer` before it or without. */
export function readBearer(text: string): string | undefined {
  return /^(?:bearer +)?([\x21-\x7e]+)$/i.exec(text)?.[1];
}

/** A name and a password with a colon between them, or that pair as HTTP Basic authentication spells it. */
export function readUserPass(text: string): readonly [name: string, password: string] | undefined {
  const encoded = /^basic +([\w+/-]+={0,2})$/i.exec(text)?.[1];
  const pair = encoded === undefined ? text : Buffer.from(encoded, 'base64').toString();
  const colon = pair.indexOf(':');
  return colon > 0 && colon < pair.length - 1 ? [pair.slice(0, colon), pair.slice(colon + 1)] : undefined;
}

/** For providers that take a user of theirs, whose name has this key in their settings, or else a token. */
export function tokenOrUser(nameKey: string): CallerAuth {
  return {
    form: `a token, with or without "Bearer " before it, or "${nameKey}:password"`,
    read: (text) => {
      const [name, password] = /^bearer /i.test(text) ? [] : (readUserPass(text) ?? []);
      if (name !== undefined) return { [nameKey]: name, password };
      const token = readBearer(text);
      return token === undefined ? undefined : { token };
    },
  };
}

/** For providers that take HTTP Basic authentication. */
export const BASIC_AUTH: CallerAuth = {
  form: '"username:password", or "Basic " and that in base64',
  read: (text) => {
    const [username, password] = readUserPass(text) ?? [];
    return username === undefined ? undefined : { username, password };
  },
};

/** For providers that take a token only. */
export const TOKEN_AUTH: CallerAuth = {
  form: 'a token, with or without "Bearer " before it',
  read: (text) => {
    const token = readBearer(text);
    return token === undefined ? undefined : { token };
  },
};
