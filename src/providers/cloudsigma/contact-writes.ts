import { creating, creatingTogether, updating } from '../../graph/contact/extension.js';
import type { ContactMade, ContactWrites } from '../../graph/contact/backend.js';
import { digitsOf } from '../../graph/phone.js';
import { complain } from '../../graph/target.js';
import type { Looking, Sent, Verdict, Writing } from '../../operations/intent.js';
import type { Trail } from '../../operations/record.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import type { Caller } from '../../wire/endpoint.js';
import { mistakesOfChange, plainEmail, toColumns } from './columns.js';
import { isUuid } from './contact.js';
import { createContacts } from './create.js';
import { endpoints, type ContactColumns } from './endpoints.js';
import { inFields } from './refused.js';
import type { CreateCloudSigmaContactInput, UpdateCloudSigmaContactInput } from './write-types.js';

/** The way to CloudSigma. */
export interface Ways {
  readonly call: Caller;
  /** Reads a 403 as a word about the contact. */
  readonly callToDelete: Caller;
  readonly upstream: string;
}

/** How notification contacts are written. */
export function contactWrites({ call, callToDelete, upstream }: Ways): ContactWrites {
  const isMain = async (key: string, asking: Asking): Promise<boolean> => {
    const row = await call(endpoints.readContact, key, asking).catch((error: unknown) => {
      if (error instanceof ProviderFailure) return undefined;
      throw error;
    });
    return row?.main === true;
  };
  const gone = (): ProviderFailure =>
    new ProviderFailure(upstream, 'not-found', 'There is no contact with this id (any more).', { sent: 'yes' });

  return {
    create: {
      cloudSigma: creating(async (input: CreateCloudSigmaContactInput, writing) => {
        const [made] = await createContacts(call, upstream, [input], writing);
        if (!made || made instanceof Error) throw made ?? new TypeError('a contact had no answer');
        return made;
      }),
    },
    createTogether: {
      cloudSigma: creatingTogether((inputs: readonly CreateCloudSigmaContactInput[], writing) =>
        createContacts(call, upstream, inputs, writing),
      ),
    },
    update: {
      cloudSigma: updating(async (key, change: UpdateCloudSigmaContactInput, writing): Promise<Sent<ContactMade>> => {
        complain(mistakesOfChange(change));
        if (!isUuid(key)) throw gone();
        const columns = toColumns(change);
        if (Object.keys(columns).length > 0) await update(call, key, columns, writing);
        return { result: { key } };
      }),
    },
    remove: async (key, writing) => {
      if (!isUuid(key)) throw gone();
      try {
        await callToDelete(endpoints.deleteContact, key, writing);
      } catch (error) {
        if (!(error instanceof ProviderFailure) || error.kind !== 'rejected' || error.status !== 403) throw error;
        // A 403 is for the main contact and for accounts that may not delete any: only the contact itself tells which.
        if (await isMain(key, writing)) throw error;
        throw new ProviderFailure(upstream, 'auth', error.message, { status: 403, sent: 'yes', cause: error });
      }
    },
  };
}

async function update(call: Caller, uuid: string, columns: Partial<ContactColumns>, writing: Writing): Promise<void> {
  const digests = Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [column, writing.digest(comparable(column, value))]),
  );
  writing.remember({ look: 'updated', key: uuid, digests });
  try {
    await call(endpoints.updateContact, { uuid, columns }, writing);
  } catch (error) {
    throw inFields(error, { email: ['email'], name: ['name'], phone: ['phone'] });
  }
}

/** Looks whether a contact is as it was to be. */
export async function seekUpdated(call: Caller, { key, digests }: Trail, looking: Looking): Promise<Verdict> {
  if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
  const row = await call(endpoints.readContact, key, looking);
  const isAsAsked = Object.entries(digests).every(([column, digest]) => {
    const held = Object.entries(row).find(([name]) => name === column)?.[1];
    return looking.digest(comparable(column, typeof held === 'string' ? held : '')) === digest;
  });
  // Other values prove nothing: somebody may have changed it since, and CloudSigma respells phones.
  return isAsAsked ? { is: 'done', result: { key } } : { is: 'unknown' };
}

/** A value without what CloudSigma may spell otherwise. */
function comparable(column: string, value: string): string {
  if (column === 'phone') return digitsOf(value);
  return column === 'email' ? plainEmail(value) : value.trim();
}
