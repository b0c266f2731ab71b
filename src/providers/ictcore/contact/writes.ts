import type { ContactBackend, WrittenContactItem, ContactWrites } from '../../../graph/contact/backend.js';
import { eraseCreateInput, eraseUpdateInput } from '../../../graph/contact/extension.js';
import { changeHint } from '../../../graph/mutations/reconciler.js';
import { throwIfInvalid } from '../../../graph/mutations/target.js';
import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import { toChangeBody, digestExpected, toCreateBody } from '../shared/writes/body.js';
import {
  defineCreateEndpoint,
  defineDeleteEndpoint,
  requireValidKey,
  sendWrite,
  defineUpdateEndpoint,
} from '../shared/writes/write-endpoints.js';
import { readInitialGroups, joinGroups } from './initial-groups.js';
import { CONTACT_MAX_BYTES } from './max-bytes.js';
import type { CreateIctCoreContactInput, UpdateIctCoreContactInput } from './inputs.js';
import { creationHint } from '../shared/writes/creation.js';
import { createMembershipWrites } from '../group/membership-writes.js';
import { EMAIL_FORMAT, validateInput, phoneRule, textRule } from '../shared/writes/rules.js';
import { confirmWrite } from '../shared/writes/confirm-write.js';
import type { Session } from '../session.js';

const WIRE_NAMES = {
  firstName: 'first_name',
  lastName: 'last_name',
  phone: 'phone',
  email: 'email',
  address: 'address',
  custom1: 'custom1',
  custom2: 'custom2',
  custom3: 'custom3',
  description: 'description',
};
const LIST_FIELDS = ['firstName', 'lastName', 'phone', 'email'] as const;

const RULES = {
  firstName: textRule({ maxBytes: CONTACT_MAX_BYTES.first_name, required: true }),
  lastName: textRule({ maxBytes: CONTACT_MAX_BYTES.last_name }),
  phone: phoneRule(CONTACT_MAX_BYTES.phone, true),
  email: textRule({ maxBytes: CONTACT_MAX_BYTES.email, format: EMAIL_FORMAT }),
  address: textRule({ maxBytes: CONTACT_MAX_BYTES.address, multiline: true }),
  custom1: textRule({ maxBytes: CONTACT_MAX_BYTES.custom1, multiline: true }),
  custom2: textRule({ maxBytes: CONTACT_MAX_BYTES.custom2, multiline: true }),
  custom3: textRule({ maxBytes: CONTACT_MAX_BYTES.custom3, multiline: true }),
  description: textRule({ maxBytes: CONTACT_MAX_BYTES.description, multiline: true }),
};

const contactWriteEndpoints = {
  create: defineCreateEndpoint('/contacts', 'contact_id'),
  update: defineUpdateEndpoint('/contacts'),
  remove: defineDeleteEndpoint('/contacts'),
};

/** How contacts of an installation are written. */
export function createContactWrites(session: Session, { byKeys }: Pick<ContactBackend, 'byKeys'>): ContactWrites {
  const upstream = session.upstream.name;

  async function create(
    input: CreateIctCoreContactInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenContactItem>> {
    const initialGroups = readInitialGroups(input.groupIds ?? [], upstream);
    throwIfInvalid([...validateInput(input, RULES), ...initialGroups.userErrors]);
    await initialGroups.verifyExist(session, writeAttempt);
    const listCells = LIST_FIELDS.map((field) => [field, input[field] ?? null] as const);
    const listValues = Object.fromEntries(listCells);
    writeAttempt.recordRecoveryHint(
      creationHint('contact', digestExpected(listValues, LIST_FIELDS, WIRE_NAMES, writeAttempt.digest) ?? {}),
    );
    const key = await session.call(contactWriteEndpoints.create, toCreateBody(input, WIRE_NAMES), writeAttempt);
    return { result: { key }, ...(await joinGroups(session, key, initialGroups.keys, writeAttempt)) };
  }

  async function updateContact(
    requestedKey: string,
    input: UpdateIctCoreContactInput,
    writeAttempt: WriteAttempt,
  ): Promise<ProviderWriteResult<WrittenContactItem>> {
    const key = requireValidKey(requestedKey, 'contact', upstream);
    throwIfInvalid(validateInput(input, RULES));
    const body = toChangeBody(input, WIRE_NAMES);
    if (Object.keys(body).length === 0) return { result: { key } };
    const expected = digestExpected(input, Object.keys(WIRE_NAMES), WIRE_NAMES, writeAttempt.digest);
    if (expected) writeAttempt.recordRecoveryHint(changeHint('contact', key, expected));
    await sendWrite(session, contactWriteEndpoints.update, { key, body }, writeAttempt);
    return { result: { key } };
  }

  async function remove(requestedKey: string, writeAttempt: WriteAttempt): Promise<void> {
    const key = requireValidKey(requestedKey, 'contact', upstream);
    const isGone = async (): Promise<boolean> =>
      !(await byKeys([key], { ...writeAttempt, bypassCache: true })).has(key);
    await confirmWrite(() => sendWrite(session, contactWriteEndpoints.remove, key, writeAttempt), isGone);
  }

  return {
    create: { ictCore: eraseCreateInput(create) },
    update: { ictCore: eraseUpdateInput(updateContact) },
    remove,
    ...createMembershipWrites(session),
  };
}
