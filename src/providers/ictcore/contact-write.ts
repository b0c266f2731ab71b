import type { ContactBackend, ContactMade, ContactWrites } from '../../graph/contact/backend.js';
import { creating, updating } from '../../graph/contact/extension.js';
import { changed } from '../../graph/look.js';
import { complain } from '../../graph/target.js';
import type { Sent, Writing } from '../../operations/intent.js';
import { changeOf, expectedOf, newOf } from './body.js';
import { creation, deletion, existing, send, update } from './changes.js';
import { chosenGroups, joinGroups } from './contact-groups.js';
import { CONTACT_WIDTHS } from './contact-widths.js';
import type { CreateIctCoreContactInput, UpdateIctCoreContactInput } from './contact-write-types.js';
import { madeTrail } from './made.js';
import { memberWrites } from './membership-write.js';
import { EMAIL, mistakesOf, phoneOf, textOf } from './rules.js';
import { sure } from './sure.js';
import type { Way } from './way.js';

const COLUMNS = {
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
const LISTED = ['firstName', 'lastName', 'phone', 'email'] as const;

const RULES = {
  firstName: textOf({ most: CONTACT_WIDTHS.first_name, required: true }),
  lastName: textOf({ most: CONTACT_WIDTHS.last_name }),
  phone: phoneOf(CONTACT_WIDTHS.phone, true),
  email: textOf({ most: CONTACT_WIDTHS.email, form: EMAIL }),
  address: textOf({ most: CONTACT_WIDTHS.address, lines: true }),
  custom1: textOf({ most: CONTACT_WIDTHS.custom1, lines: true }),
  custom2: textOf({ most: CONTACT_WIDTHS.custom2, lines: true }),
  custom3: textOf({ most: CONTACT_WIDTHS.custom3, lines: true }),
  description: textOf({ most: CONTACT_WIDTHS.description, lines: true }),
};

const contacts = {
  create: creation('/contacts', 'contact_id'),
  update: update('/contacts'),
  remove: deletion('/contacts'),
};

/** How contacts of an installation are written. */
export function contactWrites(way: Way, { byKeys }: Pick<ContactBackend, 'byKeys'>): ContactWrites {
  const upstream = way.upstream.name;

  async function create(input: CreateIctCoreContactInput, writing: Writing): Promise<Sent<ContactMade>> {
    const chosen = chosenGroups(input.groupIds ?? [], upstream);
    complain([...mistakesOf(input, RULES), ...chosen.mistakes]);
    await chosen.find(way, writing);
    const digests = LISTED.map((field) => [field, input[field] ?? null] as const);
    const listed = Object.fromEntries(digests);
    writing.remember(madeTrail('contact', expectedOf(listed, LISTED, COLUMNS, writing.digest) ?? {}));
    const key = await way.call(contacts.create, newOf(input, COLUMNS), writing);
    return { result: { key }, ...(await joinGroups(way, key, chosen.keys, writing)) };
  }

  async function change(asked: string, input: UpdateIctCoreContactInput, writing: Writing): Promise<Sent<ContactMade>> {
    const key = existing(asked, 'contact', upstream);
    complain(mistakesOf(input, RULES));
    const body = changeOf(input, COLUMNS);
    if (Object.keys(body).length === 0) return { result: { key } };
    const expected = expectedOf(input, Object.keys(COLUMNS), COLUMNS, writing.digest);
    if (expected) writing.remember(changed('contact', key, expected));
    await send(way, contacts.update, { key, body }, writing);
    return { result: { key } };
  }

  async function remove(asked: string, writing: Writing): Promise<void> {
    const key = existing(asked, 'contact', upstream);
    const isGone = async (): Promise<boolean> => !(await byKeys([key], { ...writing, fresh: true })).has(key);
    await sure(() => send(way, contacts.remove, key, writing), isGone);
  }

  return {
    create: { ictCore: creating(create) },
    update: { ictCore: updating(change) },
    remove,
    ...memberWrites(way),
  };
}
