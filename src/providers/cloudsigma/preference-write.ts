import { foldUuid } from '../../graph/id.js';
import { complain } from '../../graph/target.js';
import type { Looking, Sent, Verdict, Writing } from '../../operations/intent.js';
import type { Json, JsonObject, Mistake, Trail } from '../../operations/record.js';
import type { Caller } from '../../wire/endpoint.js';
import { endpoints, type PreferenceSetting } from './endpoints.js';
import { wholeOf } from './pages.js';
import { inFields } from './refused.js';

/** A preference that is to be set; its contact by key. */
export interface Setting {
  readonly contact: string;
  readonly medium: string;
  readonly type: string;
  readonly enabled: boolean;
}

/** Which preferences were set, each as `nameOf` names it. */
export interface PreferencesSet extends JsonObject {
  readonly names: readonly string[];
}

/** Sets preferences in one request; those that are not named are kept. */
export async function setPreferences(
  call: Caller,
  settings: readonly Setting[],
  writing: Writing,
): Promise<Sent<PreferencesSet>> {
  complain([...settings.flatMap(wordFaults), ...twice(settings)]);
  const names = settings.map(nameOf);
  if (settings.length > 0) {
    writing.remember({ look: 'preferences', names, values: settings.map(({ enabled }) => enabled) });
    try {
      await call(endpoints.setPreferences, settings.map(toWire), writing);
    } catch (error) {
      throw inFields(error, settings.length === 1 ? FIELDS : {});
    }
  }
  return { result: { names } };
}

/** Looks whether preferences are as they were to be. */
export async function seekPreferences(call: Caller, { names, values }: Trail, looking: Looking): Promise<Verdict> {
  if (!isList(names) || !isList(values)) return { is: 'unknown' };
  const rows = await wholeOf(call, endpoints.listPreferences, looking);
  const held = new Map<Json, boolean>(
    rows.map(({ contact, medium, type, value }) => [nameOf({ contact: uuidIn(contact) ?? '', medium, type }), value]),
  );
  if (names.some((name) => !held.has(name))) return { is: 'unknown' };
  const set = names.filter((name, place) => held.get(name) === values[place]);
  if (set.length === names.length) return { is: 'done', result: { names } };
  // Some that are set were so before, or they are a part of those that were sent.
  return { is: set.length > 0 ? 'unknown' : 'notDone' };
}

/** One preference of an account in one text. */
export function nameOf({ contact, medium, type }: Pick<Setting, 'contact' | 'medium' | 'type'>): string {
  return [foldUuid(contact), medium, type].join(' ');
}

/** The key in a contact's path like /api/2.0/notification_contacts/{uuid}/, whose first part a proxy may change. */
export function uuidIn(path: string | null): string | undefined {
  return /notification_contacts\/([^/]+)\/?$/.exec(path ?? '')?.[1];
}

const FIELDS = Object.fromEntries(
  Object.entries({ contact: 'contactId', medium: 'medium', type: 'type', value: 'enabled' }).map(([column, field]) => [
    column,
    ['preferences', '0', field],
  ]),
);

function toWire({ contact, medium, type, enabled }: Setting): PreferenceSetting {
  // The provider's own path, whatever stands before it here.
  return { contact: `/api/2.0/notification_contacts/${contact}/`, medium, type, value: enabled };
}

function wordFaults({ medium, type }: Setting, place: number): Mistake[] {
  return Object.entries({ medium, type }).flatMap(([field, word]) => {
    if (/^[\w.-]{1,100}$/.test(word)) return [];
    const message = `The ${field} must be a word of CloudSigma's, as notificationPreferences has it: letters, digits, "_", "." and "-".`;
    return [{ code: 'BAD_USER_INPUT', message, field: ['preferences', String(place), field] }];
  });
}

function twice(settings: readonly Setting[]): Mistake[] {
  const names = settings.map(nameOf);
  return names.flatMap((name, place) => {
    const first = names.indexOf(name);
    if (first === place) return [];
    const message = `This preference is number ${first} already: name each contact, medium and type once.`;
    return [{ code: 'BAD_USER_INPUT', message, field: ['preferences', String(place)] }];
  });
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
