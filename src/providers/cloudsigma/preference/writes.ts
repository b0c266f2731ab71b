import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import type { JsonObject, UserErrorDetail } from '../../../operations/record.js';
import { findCreateFaults } from '../../../wire/column-inputs.js';
import { inputError, toFieldErrors } from '../../../graph/mutations/field-errors.js';
import type { Session } from '../session.js';
import { preferenceColumns, preferenceName, toWirePreference, type PreferenceChange } from './columns.js';
import { preferenceEndpoints } from './endpoints.js';

const { rules, wireNames } = preferenceColumns;

/** Which preferences were set, each as `preferenceName` names it. */
export interface WrittenPreferences extends JsonObject {
  readonly names: readonly string[];
}

/** Sets preferences in one request. Those that are not named are kept. */
export async function setPreferences(
  { call }: Session,
  changes: readonly PreferenceChange[],
  writeAttempt: WriteAttempt,
): Promise<ProviderWriteResult<WrittenPreferences>> {
  throwIfInvalid([...changes.flatMap(validateChange), ...validateUnique(changes)]);
  const names = changes.map(preferenceName);
  if (changes.length > 0) {
    writeAttempt.recordRecoveryHint({ look: 'preferences', names, values: changes.map(({ enabled }) => enabled) });
    try {
      await call(preferenceEndpoints.setMany, changes.map(toWirePreference), writeAttempt);
    } catch (error) {
      throw toFieldErrors(error, changes.length === 1 ? INPUT_FIELD_OF_COLUMN : {});
    }
  }
  return { result: { names } };
}

/** The field of the input for each column that CloudSigma may name in an error, where one preference was sent. */
const INPUT_FIELD_OF_COLUMN = Object.fromEntries(
  Object.entries({ contactId: 'contact', ...wireNames }).map(([field, column]) => [
    column,
    ['preferences', '0', field],
  ]),
);

function validateChange(change: PreferenceChange, place: number): UserErrorDetail[] {
  return findCreateFaults(change, rules).map(([field, message]) =>
    inputError(['preferences', String(place), field], message),
  );
}

function validateUnique(changes: readonly PreferenceChange[]): UserErrorDetail[] {
  const names = changes.map(preferenceName);
  return names.flatMap((name, place) => {
    const first = names.indexOf(name);
    if (first === place) return [];
    const message = `This preference is number ${first} already: name each contact, medium and type once.`;
    return [inputError(['preferences', String(place)], message)];
  });
}
