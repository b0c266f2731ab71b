import { eraseCreateInput, eraseCreateManyInput, eraseUpdateInput } from '../../../graph/contact/extension.js';
import type { WrittenContactItem, ContactWrites } from '../../../graph/contact/backend.js';
import { digitsOf } from '../../../graph/values/phone.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import { isUuid } from '../../../graph/values/uuid.js';
import { toFieldErrors } from '../../../graph/mutations/field-errors.js';
import type {
  ReconcileContext,
  ProviderWriteResult,
  ReconcileVerdict,
  WriteAttempt,
} from '../../../operations/intent.js';
import type { RecoveryHint } from '../../../operations/record.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import type { Caller } from '../../../wire/endpoint.js';
import { validateUpdate, comparableEmail, toWritableColumns } from './input-rules.js';
import { createContacts } from './batch-create.js';
import { endpoints, type WritableColumns } from '../endpoints.js';
import type { CreateCloudSigmaContactInput, UpdateCloudSigmaContactInput } from './inputs.js';

/** The way to CloudSigma. */
export interface WriteCalls {
  readonly call: Caller;
  /** Reads a 403 as a word about the contact. */
  readonly callToDelete: Caller;
  readonly upstream: string;
}

/** How notification contacts are written. */
export function createContactWrites({ call, callToDelete, upstream }: WriteCalls): ContactWrites {
  const isMain = async (key: string, callOptions: CallOptions): Promise<boolean> => {
    const row = await call(endpoints.readContact, key, callOptions).catch((error: unknown) => {
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
        const [outcome] = await createContacts(call, upstream, [input], writeAttempt);
        if (!outcome || outcome instanceof Error) throw outcome ?? new TypeError('a contact had no answer');
        return outcome;
      }),
    },
    createMany: {
      cloudSigma: eraseCreateManyInput((inputs: readonly CreateCloudSigmaContactInput[], writeAttempt) =>
        createContacts(call, upstream, inputs, writeAttempt),
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
          const columns = toWritableColumns(change);
          if (Object.keys(columns).length > 0) await sendUpdate(call, key, columns, writeAttempt);
          return { result: { key } };
        },
      ),
    },
    remove: async (key, writeAttempt) => {
      if (!isUuid(key)) throw contactNotFound();
      try {
        await callToDelete(endpoints.deleteContact, key, writeAttempt);
      } catch (error) {
        if (!(error instanceof ProviderFailure) || error.kind !== 'rejected' || error.status !== 403) throw error;
        // A 403 is for the main contact and for accounts that may not delete any: only the contact itself tells which.
        if (await isMain(key, writeAttempt)) throw error;
        throw new ProviderFailure(upstream, 'auth', error.message, { status: 403, sent: 'yes', cause: error });
      }
    },
  };
}

async function sendUpdate(
  call: Caller,
  uuid: string,
  columns: Partial<WritableColumns>,
  writeAttempt: WriteAttempt,
): Promise<void> {
  const digests = Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [column, writeAttempt.digest(comparableValue(column, value))]),
  );
  writeAttempt.recordRecoveryHint({ look: 'updated', key: uuid, digests });
  try {
    await call(endpoints.updateContact, { uuid, columns }, writeAttempt);
  } catch (error) {
    throw toFieldErrors(error, { email: ['email'], name: ['name'], phone: ['phone'] });
  }
}

/** Looks whether a contact is as it was to be. */
export async function reconcileUpdate(
  call: Caller,
  { key, digests }: RecoveryHint,
  context: ReconcileContext,
): Promise<ReconcileVerdict> {
  if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
  const row = await call(endpoints.readContact, key, context);
  const isAsSent = Object.entries(digests).every(([column, digest]) => {
    const held = Object.entries(row).find(([name]) => name === column)?.[1];
    return context.digest(comparableValue(column, typeof held === 'string' ? held : '')) === digest;
  });
  // Other values prove nothing: somebody may have changed it since, and CloudSigma respells phones.
  return isAsSent ? { is: 'done', result: { key } } : { is: 'unknown' };
}

/** A value without what CloudSigma may spell otherwise. */
function comparableValue(column: string, value: string): string {
  if (column === 'phone') return digitsOf(value);
  return column === 'email' ? comparableEmail(value) : value.trim();
}
