import { inputError } from '../../../graph/mutations/field-errors.js';
import { sameUpstreamKeyOf, notFoundError } from '../../../graph/mutations/target.js';
import { InvalidInputError } from '../../../operations/intent.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import { findChangeFaults, toChangeTexts } from '../../../wire/column-inputs.js';
import { isKey, toWireId } from '../key.js';
import type { Session } from '../session.js';
import { contactColumns, type TextColumns } from './columns.js';
import type { WireNewContact } from './endpoints.js';
import type { CreateSerwerSmsContactInput, UpdateSerwerSmsContactInput } from './inputs.js';
import { toWirePhone } from './phone-number.js';

const { phone: phoneRule, ...textRules } = contactColumns.rules;

/** What an input changes, or all that is wrong with it. */
export interface ValidatedInput {
  readonly changes: WireNewContact;
  readonly userErrors: readonly UserErrorDetail[];
}

/** Checks the fields that an input holds. One that is left out changes nothing. */
export function validateContact(
  input: CreateSerwerSmsContactInput | UpdateSerwerSmsContactInput,
  session: Session,
): ValidatedInput {
  const { groupIds, ...columns } = input;
  const phone = validatePhone(columns, session);
  const groups = validateGroups(groupIds, session);
  const texts = Object.entries(toChangeTexts(columns, contactColumns.wireNames));
  const textErrors = findChangeFaults(columns, textRules).map(([field, message]) => inputError(field, message));
  return {
    changes: {
      ...Object.fromEntries(texts.map(([column, text]) => [column, text.trim()])),
      ...phone.changes,
      ...groups.changes,
    },
    userErrors: [...phone.userErrors, ...groups.userErrors, ...textErrors],
  };
}

/** A new contact without the columns that are not set. */
export function omitEmpty({ group_id: groups, ...columns }: WireNewContact): WireNewContact {
  const texts: TextColumns = Object.fromEntries(Object.entries(columns).filter(([, text]) => text !== ''));
  return groups === undefined || (Array.isArray(groups) && groups.length === 0)
    ? texts
    : { ...texts, group_id: groups };
}

function validatePhone({ phone }: UpdateSerwerSmsContactInput, { defaultCountry }: Session): ValidatedInput {
  if (phone === undefined) return { changes: {}, userErrors: [] };
  const fault = phoneRule(phone);
  const number = toWirePhone(phone ?? '', defaultCountry);
  if (fault === undefined && number !== undefined) return { changes: { phone: number }, userErrors: [] };
  const message =
    fault ?? `"${phone}" is no phone number that can be sent: give it with its plus and country, e.g. +48500600700.`;
  return { changes: {}, userErrors: [inputError('phone', message)] };
}

function validateGroups(groupIds: UpdateSerwerSmsContactInput['groupIds'], { upstream }: Session): ValidatedInput {
  if (groupIds === undefined) return { changes: {}, userErrors: [] };
  const userErrors: UserErrorDetail[] = [];
  const keys = new Set<string>();
  (groupIds ?? []).forEach((id, place) => {
    const field = ['groupIds', String(place)];
    try {
      const key = sameUpstreamKeyOf('group', id, upstream.name, field);
      if (!isKey(key)) throw notFoundError('group', field);
      keys.add(key);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      userErrors.push(...error.mistakes);
    }
  });
  const ids = [...keys].map(toWireId);
  const [onlyId] = ids;
  return { changes: { group_id: ids.length === 1 && onlyId !== undefined ? onlyId : ids }, userErrors };
}
