import type { ContactBackend, WrittenContactItem, ContactWrites } from '../../../graph/contact/backend.js';
import { eraseCreateInput, eraseUpdateInput } from '../../../graph/contact/extension.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import { toChangeBody, digestExpected, toCreateBody } from '../shared/writes/body.js';
import { requireValidKey, sendWrite } from '../shared/writes/write-endpoints.js';
import { readInitialGroups, joinGroups } from './initial-groups.js';
import { contactColumns } from './columns.js';
import { contactEndpoints } from './endpoints.js';
import type { CreateIctCoreContactInput, UpdateIctCoreContactInput } from './inputs.js';
import { creationHint } from '../shared/writes/creation.js';
import type { Membership } from './membership.js';
import { validateInput } from '../shared/writes/rules.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import type { Session } from '../session.js';

/** The columns that lists tell, by which a new contact is recognised. */
const LIST_FIELDS = ['firstName', 'lastName', 'phone', 'email'] as const;

const { rules, wireNames } = contactColumns;

interface ContactWriteOptions extends Pick<ContactBackend, 'byKeys'> {
  readonly membership: Membership;
}

/** How contacts of an installation are written. */
export function createContactWrites(session: Session, { byKeys, membership }: ContactWriteOptions): ContactWrites {
  const upstream = session.upstream.name;

  async function create(
    input: CreateIctCoreContactInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenContactItem>> {
    const { groupIds, ...columns } = input;
    const initialGroups = readInitialGroups(groupIds ?? [], upstream);
    throwIfInvalid([...validateInput(input, rules), ...initialGroups.userErrors]);
    await initialGroups.verifyExist(membership, writeAttempt);
    const listCells = LIST_FIELDS.map((field) => [field, input[field] ?? null] as const);
    const listValues = Object.fromEntries(listCells);
    writeAttempt.recordRecoveryHint(
      creationHint('contact', digestExpected(listValues, LIST_FIELDS, wireNames, writeAttempt.digest) ?? {}),
    );
    const key = await session.call(contactEndpoints.create, toCreateBody(columns, wireNames), writeAttempt);
    return { result: { key }, ...(await joinGroups(membership, key, initialGroups.keys, writeAttempt)) };
  }

  async function updateContact(
    requestedKey: string,
    input: UpdateIctCoreContactInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenContactItem>> {
    const key = requireValidKey(requestedKey, 'contact', upstream);
    throwIfInvalid(validateInput(input, rules));
    const body = toChangeBody(input, wireNames);
    if (Object.keys(body).length === 0) return { result: { key } };
    const expected = digestExpected(input, Object.keys(wireNames), wireNames, writeAttempt.digest);
    if (expected) writeAttempt.recordRecoveryHint(changeHint('contact', key, expected));
    await sendWrite(session, contactEndpoints.update, { key, body }, writeAttempt);
    return { result: { key } };
  }

  async function remove(requestedKey: string, writeAttempt: WriteAttempt): Promise<void> {
    const key = requireValidKey(requestedKey, 'contact', upstream);
    const isGone = async (): Promise<boolean> =>
      !(await byKeys([key], { ...writeAttempt, bypassCache: true })).has(key);
    await confirmWrite(() => sendWrite(session, contactEndpoints.delete, key, writeAttempt), isGone);
  }

  return {
    create: { ictCore: eraseCreateInput(create) },
    update: { ictCore: eraseUpdateInput(updateContact) },
    remove,
    ...membership.writes,
  };
}
