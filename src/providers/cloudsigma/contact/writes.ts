import { eraseCreateInput, eraseCreateManyInput, eraseUpdateInput } from '../../../graph/contact/extension.js';
import type { WrittenContactItem, ContactWrites } from '../../../graph/contact/backend.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { toChangeTexts } from '../../../wire/column-inputs.js';
import { toFieldErrors } from '../../../graph/mutations/field-errors.js';
import { isUuid } from '../../../graph/values/uuid.js';
import type { Session } from '../session.js';
import { createContactBatch } from './batch-create.js';
import { contactColumns, INPUT_FIELD_OF_COLUMN } from './columns.js';
import { contactEndpoints, type WritableColumns } from './endpoints.js';
import { validateUpdate } from './input-rules.js';
import type { CreateCloudSigmaContactInput, UpdateCloudSigmaContactInput } from './inputs.js';
import { comparableValue } from './recovery.js';

const { wireNames } = contactColumns;

/** How notification contacts are written. */
export function createContactWrites(session: Session): ContactWrites {
  const {
    call,
    callForDeletion,
    upstream: { name: upstream },
  } = session;
  const isMain = async (key: string, callOptions: CallOptions): Promise<boolean> => {
    const row = await call(contactEndpoints.read, key, callOptions).catch((error: unknown) => {
      if (error instanceof ProviderFailure) return undefined;
      throw error;
    });
    return row?.main === true;
  };
  const contactNotFound = (): ProviderFailure =>
    new ProviderFailure(upstream, 'not-found', 'There is no contact with this id (any more).', { sent: 'yes' });

  return {
    create: {
      cloudSigma: eraseCreateInput(async (input: CreateCloudSigmaContactInput, writeAttempt) => {
        const [outcome] = await createContactBatch(session, [input], writeAttempt);
        if (!outcome || outcome instanceof Error) throw outcome ?? new TypeError('a contact had no answer');
        return outcome;
      }),
    },
    createMany: {
      cloudSigma: eraseCreateManyInput((inputs: readonly CreateCloudSigmaContactInput[], writeAttempt) =>
        createContactBatch(session, inputs, writeAttempt),
      ),
    },
    update: {
      cloudSigma: eraseUpdateInput(
        async (
          key,
          change: UpdateCloudSigmaContactInput,
          writeAttempt,
        ): Promise<ProviderWriteResult<WrittenContactItem>> => {
          throwIfInvalid(validateUpdate(change));
          if (!isUuid(key)) throw contactNotFound();
          const columns = toChangeTexts(change, wireNames);
          if (Object.keys(columns).length > 0) await sendUpdate(session, key, columns, writeAttempt);
          return { result: { key } };
        },
      ),
    },
    remove: async (key, writeAttempt) => {
      if (!isUuid(key)) throw contactNotFound();
      try {
        await callForDeletion(contactEndpoints.delete, key, writeAttempt);
      } catch (error) {
        if (!(error instanceof ProviderFailure) || error.kind !== 'rejected' || error.status !== 403) throw error;
        // The main contact can't be deleted, and some accounts may delete none: both are a 403. Only the contact tells which.
        if (await isMain(key, writeAttempt)) throw error;
        throw new ProviderFailure(upstream, 'auth', error.message, { status: 403, sent: 'yes', cause: error });
      }
    },
  };
}

async function sendUpdate(
  { call }: Session,
  uuid: string,
  columns: WritableColumns,
  writeAttempt: WriteAttempt,
): Promise<void> {
  const digests = Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [column, writeAttempt.digest(comparableValue(column, value))]),
  );
  writeAttempt.recordRecoveryHint({ look: 'updated', key: uuid, digests });
  try {
    await call(contactEndpoints.update, { uuid, columns }, writeAttempt);
  } catch (error) {
    throw toFieldErrors(error, INPUT_FIELD_OF_COLUMN);
  }
}
