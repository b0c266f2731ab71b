import type { UserErrorDetail } from '../../../operations/record.js';
import { findChangeFaults, findCreateFaults } from '../../../wire/column-inputs.js';
import { inputError } from '../../../graph/mutations/field-errors.js';
import { contactColumns } from './columns.js';
import type { CreateCloudSigmaContactInput, UpdateCloudSigmaContactInput } from './inputs.js';

const { rules, updateRules } = contactColumns;

/** What is wrong with a new contact. */
export function validateCreate(input: CreateCloudSigmaContactInput): UserErrorDetail[] {
  return findCreateFaults(input, rules).map(([field, message]) => inputError(field, message));
}

/** What is wrong with a change. */
export function validateUpdate(input: UpdateCloudSigmaContactInput): UserErrorDetail[] {
  return findChangeFaults(input, updateRules).map(([field, message]) => inputError(field, message));
}
