import { randomUUID } from 'node:crypto';

import type { ContactWrites, WrittenContactItem } from '../../../../src/graph/contact/backend.js';
import { eraseCreateInput, eraseUpdateInput } from '../../../../src/graph/contact/extension.js';
import { inputError, toFieldErrors } from '../../../../src/graph/mutations/field-errors.js';
import { changeHint } from '../../../../src/graph/mutations/reconciler.js';
import { throwIfInvalid } from '../../../../src/graph/mutations/target.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../../src/operations/intent.js';
import { ProviderFailure } from '../../../../src/transport/failure.js';
import {
  findChangeFaults,
  findCreateFaults,
  toChangeTexts,
  toCreateTexts,
} from '../../../../src/wire/column-inputs.js';
import { isKey } from '../key.js';
import type { Session } from '../session.js';
import { contactColumns } from './columns.js';
import { contactEndpoints } from './endpoints.js';
import type { CreateExampleContactInput, UpdateExampleContactInput } from './inputs.js';
import { creationHint } from './recovery.js';

type Written = ProviderWriteResult<WrittenContactItem>;

const { rules, updateRules, wireNames } = contactColumns;

/** The field of the input for each column that the provider may name in an error. */
const INPUT_FIELDS = Object.fromEntries(Object.entries(wireNames).map(([field, column]) => [column, [field]]));

/** How contacts are written: the input is checked and a recovery hint is recorded before anything is sent. */
export function createContactWrites({ call, upstream }: Session): ContactWrites {
  async function create(input: CreateExampleContactInput, writeAttempt: WriteAttempt): Promise<Written> {
    throwIfInvalid(findCreateFaults(input, rules).map(([field, message]) => inputError(field, message)));
    const reference = randomUUID();
    writeAttempt.recordRecoveryHint(creationHint(reference));
    const columns = { ...toCreateTexts(input, wireNames), reference };
    const { id } = await withFieldErrors(call(contactEndpoints.create, columns, writeAttempt));
    return { result: { key: id } };
  }

  async function update(key: string, change: UpdateExampleContactInput, writeAttempt: WriteAttempt): Promise<Written> {
    throwIfInvalid(findChangeFaults(change, updateRules).map(([field, message]) => inputError(field, message)));
    throwUnlessKey(key);
    const columns = toChangeTexts(change, wireNames);
    if (Object.keys(columns).length === 0) return { result: { key } };
    const digests = Object.entries(change).flatMap(([field, value]: [string, string | null]) =>
      Object.hasOwn(wireNames, field) ? [[field, writeAttempt.digest(value === '' ? null : value)] as const] : [],
    );
    writeAttempt.recordRecoveryHint(changeHint('contact', key, Object.fromEntries(digests)));
    await withFieldErrors(call(contactEndpoints.update, { key, columns }, writeAttempt));
    return { result: { key } };
  }

  async function remove(key: string, writeAttempt: WriteAttempt): Promise<void> {
    throwUnlessKey(key);
    await call(contactEndpoints.delete, key, writeAttempt);
  }

  function throwUnlessKey(key: string): void {
    if (isKey(key)) return;
    throw new ProviderFailure(upstream.name, 'not-found', 'There is no contact with this id.', { sent: 'yes' });
  }

  return { create: { example: eraseCreateInput(create) }, update: { example: eraseUpdateInput(update) }, remove };
}

async function withFieldErrors<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw toFieldErrors(error, INPUT_FIELDS);
  }
}
