import { inputError } from '../../../graph/mutations/field-errors.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import { findChangeFaults, findCreateFaults } from '../../../wire/column-inputs.js';
import { contactColumns } from './columns.js';
import type { HostwayContactChange, HostwayNewContact } from './inputs.js';

/** What is wrong with a new contact, but for its domain. */
export function validateCreate(input: HostwayNewContact): UserErrorDetail[] {
  return findCreateFaults(input, contactColumns.rules).map(([field, message]) => inputError(field, message));
}

/** What is wrong with a change. */
export function validateUpdate(change: HostwayContactChange): UserErrorDetail[] {
  return findChangeFaults(change, contactColumns.rules).map(([field, message]) => inputError(field, message));
}
