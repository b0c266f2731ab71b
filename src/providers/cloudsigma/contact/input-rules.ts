import type { UserErrorDetail } from '../../../operations/record.js';
import { findChangeFaults, findCreateFaults } from '../../../wire/column-inputs.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import { contactColumns } from './columns.js';
import type { CreateCloudSigmaContactInput, UpdateCloudSigmaContactInput } from './inputs.js';

const { rules } = contactColumns;

/** What is wrong with a new contact. It needs a name, which a change may clear. */
export function validateCreate(input: CreateCloudSigmaContactInput): UserErrorDetail[] {
  const name = (value: unknown): string | undefined =>
    typeof value === 'string' && value.trim() !== ''
      ? rules.name(value)
      : 'A CloudSigma contact needs a name that is not blank.';
  return findCreateFaults(input, { ...rules, name }).map(([field, message]) => inputError(field, message));
}

/** What is wrong with a change. */
export function validateUpdate(input: UpdateCloudSigmaContactInput): UserErrorDetail[] {
  return findChangeFaults(input, rules).map(([field, message]) => inputError(field, message));
}
