import { foldUuid } from '../../../graph/values/uuid.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import { toFieldErrors } from '../../../graph/mutations/field-errors.js';
import type {
  ReconcileContext,
  ProviderWriteResult,
  ReconcileVerdict,
  WriteAttempt,
} from '../../../operations/intent.js';
import type { Json, JsonObject, UserErrorDetail, RecoveryHint } from '../../../operations/record.js';
import type { Caller } from '../../../wire/endpoint.js';
import { endpoints, type PreferenceSetting } from '../endpoints.js';
import { readAllRows } from '../pages.js';

/** A preference that is to be set; its contact by key. */
export interface PreferenceChange {
  readonly contact: string;
  readonly medium: string;
  readonly type: string;
  readonly enabled: boolean;
}

/** Which preferences were set, each as `nameOf` names it. */
export interface WrittenPreferences extends JsonObject {
  readonly names: readonly string[];
}

/** Sets preferences in one request; those that are not named are kept. */
export async function setPreferences(
  call: Caller,
  changes: readonly PreferenceChange[],
  writeAttempt: WriteAttempt,
): Promise<ProviderWriteResult<WrittenPreferences>> {
  throwIfInvalid([...changes.flatMap(validateWords), ...validateUnique(changes)]);
  const names = changes.map(preferenceName);
  if (changes.length > 0) {
    writeAttempt.recordRecoveryHint({ look: 'preferences', names, values: changes.map(({ enabled }) => enabled) });
    try {
      await call(endpoints.setPreferences, changes.map(toWire), writeAttempt);
    } catch (error) {
      throw toFieldErrors(error, changes.length === 1 ? INPUT_FIELD_OF_COLUMN : {});
    }
  }
  return { result: { names } };
}

/** Looks whether preferences are as they were to be. */
export async function reconcilePreferences(
  call: Caller,
  { names, values }: RecoveryHint,
  context: ReconcileContext,
): Promise<ReconcileVerdict> {
  if (!isJsonList(names) || !isJsonList(values)) return { is: 'unknown' };
  const rows = await readAllRows(call, endpoints.listPreferences, context);
  const currentValues = new Map<Json, boolean>(
    rows.map(({ contact, medium, type, value }) => [
      preferenceName({ contact: contactUuidOf(contact) ?? '', medium, type }),
      value,
    ]),
  );
  if (names.some((name) => !currentValues.has(name))) return { is: 'unknown' };
  const namesAsSent = names.filter((name, place) => currentValues.get(name) === values[place]);
  if (namesAsSent.length === names.length) return { is: 'done', result: { names } };
  // Some that are set were so before, or they are a part of those that were sent.
  return { is: namesAsSent.length > 0 ? 'unknown' : 'notDone' };
}

/** One preference of an account in one text. */
export function preferenceName({
  contact,
  medium,
  type,
}: Pick<PreferenceChange, 'contact' | 'medium' | 'type'>): string {
  return [foldUuid(contact), medium, type].join(' ');
}

/** The key in a contact's path like /api/2.0/notification_contacts/{uuid}/, whose first part a proxy may change. */
export function contactUuidOf(path: string | null): string | undefined {
  return /notification_contacts\/([^/]+)\/?$/.exec(path ?? '')?.[1];
}

const INPUT_FIELD_OF_COLUMN = Object.fromEntries(
  Object.entries({ contact: 'contactId', medium: 'medium', type: 'type', value: 'enabled' }).map(([column, field]) => [
    column,
    ['preferences', '0', field],
  ]),
);

function toWire({ contact, medium, type, enabled }: PreferenceChange): PreferenceSetting {
  // The provider's own path, whatever stands before it here.
  return { contact: `/api/2.0/notification_contacts/${contact}/`, medium, type, value: enabled };
}

function validateWords({ medium, type }: PreferenceChange, place: number): UserErrorDetail[] {
  return Object.entries({ medium, type }).flatMap(([field, word]) => {
    if (/^[\w.-]{1,100}$/.test(word)) return [];
    const message = `The ${field} must be a word of CloudSigma's, as notificationPreferences has it: letters, digits, "_", "." and "-".`;
    return [{ code: 'BAD_USER_INPUT', message, field: ['preferences', String(place), field] }];
  });
}

function validateUnique(changes: readonly PreferenceChange[]): UserErrorDetail[] {
  const names = changes.map(preferenceName);
  return names.flatMap((name, place) => {
    const first = names.indexOf(name);
    if (first === place) return [];
    const message = `This preference is number ${first} already: name each contact, medium and type once.`;
    return [{ code: 'BAD_USER_INPUT', message, field: ['preferences', String(place)] }];
  });
}

function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
