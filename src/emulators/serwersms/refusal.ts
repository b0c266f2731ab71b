/** Codes, types and Polish texts of the provider's table of general messages, as far as contacts and groups use them. */
const TABLE = {
  1000: ['InvalidAction', 'Nie określono akcji do wykonania'],
  1001: ['InvalidUser', 'Nieprawidłowy login lub hasło'],
  1002: ['InvalidRole', 'Użytkownik nie ma uprawnień do korzystania z API'],
  1003: ['InvalidIP', 'Nieautoryzowany adres IP'],
  1004: ['InvalidID', 'Nieprawidłowy parametr ID'],
  1005: ['InvalidRole', 'Brak uprawnień'],
  1006: ['InvalidData', 'Niepoprawny format danych'],
  1007: ['InvalidRole', 'Konto nie jest w pełni aktywne'],
  1008: ['InvalidRole', 'Użytkownik nie ma uprawnień do podglądu numerów'],
  2000: ['ValidationRequiredError', 'Brak wymaganych parametrów'],
  2001: ['ValidationPhoneError', 'Nieprawidłowy numer telefonu'],
  2002: ['ValidationCodeError', 'Nieprawidłowy kod błędu'],
} as const;

export type RefusalCode = keyof typeof TABLE;

/** Thrown by an action that the provider refuses; nothing was changed by then. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(TABLE[code][1]);
    this.code = code;
  }
}

export interface RefusalBody {
  readonly error: { readonly code: number; readonly type: string; readonly message: string };
}

export function toRefusalBody(code: RefusalCode): RefusalBody {
  const [type, message] = TABLE[code];
  return { error: { code, type, message } };
}

/** `1004` from `/error/1004`; undefined for a code that the table does not have. */
export function toRefusalCode(text: string): RefusalCode | undefined {
  return (Object.keys(TABLE).map(Number) as RefusalCode[]).find((code) => String(code) === text);
}
