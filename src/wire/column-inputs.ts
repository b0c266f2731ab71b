import type { ColumnRule } from './columns.js';

type Rules = Readonly<Record<string, ColumnRule>>;
/** The provider's name of each field of an input. */
type WireNames = Readonly<Record<string, string>>;
/** The fields of an input that are sent: all but those that name the upstream and the write itself. */
type SentField<Input> = Input extends unknown ? Exclude<keyof Input & string, 'upstream' | 'idempotencyKey'> : never;
/** A value for each field of an input that is sent, such as a rule or the provider's name. A field without one would be dropped in silence. */
export type ForEachField<Input, Value> = Readonly<Record<SentField<Input>, Value>>;
/** A field of an input, and what is wrong with it. */
export type FieldFault = readonly [field: string, fault: string];

/** What is wrong with the input of a creation, in the order of the columns. A field that is left out is checked too. */
export function findCreateFaults(input: object, rules: Rules): readonly FieldFault[] {
  const values = new Map<string, unknown>(Object.entries(input));
  return Object.entries(rules).flatMap(([field, rule]): FieldFault[] => {
    const fault = rule(values.get(field));
    return fault === undefined ? [] : [[field, fault]];
  });
}

/** What is wrong with the input of a change. A field that is left out keeps its column, so it is not checked. */
export function findChangeFaults(input: object, rules: Rules): readonly FieldFault[] {
  const given = new Map<string, unknown>(Object.entries(input));
  return findCreateFaults(
    input,
    Object.fromEntries(Object.entries(rules).filter(([field]) => given.get(field) !== undefined)),
  );
}

/** The texts of a new thing, by the provider's names: a column that is null, empty or left out is not sent. */
export function toCreateTexts<Input extends object>(
  input: Input,
  wireNames: ForEachField<Input, string>,
): Readonly<Record<string, string>>;
export function toCreateTexts(input: object, wireNames: WireNames): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(toChangeTexts(input, wireNames)).filter(([, text]) => text !== ''));
}

/** The texts that a change sets, by the provider's names: null clears a column, which is sent as empty text. */
export function toChangeTexts<Input extends object>(
  input: Input,
  wireNames: ForEachField<Input, string>,
): Readonly<Record<string, string>>;
export function toChangeTexts(input: object, wireNames: WireNames): Readonly<Record<string, string>> {
  const values = new Map<string, unknown>(Object.entries(input));
  return Object.fromEntries(
    Object.entries(wireNames).flatMap(([field, wire]): Array<[string, string]> => {
      const value = values.get(field);
      if (value === null) return [[wire, '']];
      return typeof value === 'string' ? [[wire, value]] : [];
    }),
  );
}
