import { creating, updating } from '../../graph/contact/extension.js';
import type { ContactMade, ContactWrites } from '../../graph/contact/backend.js';
import { changed, type Expected } from '../../graph/look.js';
import { complain } from '../../graph/target.js';
import { Invalid, type Looking, type Sent, type Verdict, type Writing } from '../../operations/intent.js';
import type { Mistake, Trail } from '../../operations/record.js';
import { ProviderFailure } from '../../transport/failure.js';
import type { Caller } from '../../wire/endpoint.js';
import { mistake, mistakesOfChange, mistakesOfNew, toColumns, toNewColumns } from './columns.js';
import { keyOf, nameIn, type Shelf } from './contact.js';
import { endpoints, type Columns, type Item } from './endpoints.js';
import { readNamed } from './named.js';
import type { ContactChange, NewContact } from './write-types.js';

/** How contacts of address books are written; no page documents a delete. */
export function contactWrites(call: Caller, shelf: Shelf): ContactWrites {
  return {
    create: {
      hostway: creating((input: NewContact, writing) => createContact(call, shelf, input, writing)),
    },
    update: {
      hostway: updating(async (key, change: ContactChange, writing): Promise<Sent<ContactMade>> => {
        complain(mistakesOfChange(change));
        const item = itemOf(key, shelf);
        const columns = toColumns(change);
        if (Object.keys(columns).length > 0) await updateContact(call, { key, item, columns }, writing);
        return { result: { key } };
      }),
    },
  };
}

/** Looks for a contact whose creation was never answered: by its name, and whether it is what was sent. */
export async function seekMade(
  call: Caller,
  shelf: Shelf,
  { key, digests }: Trail,
  looking: Looking,
): Promise<Verdict> {
  if (typeof key !== 'string' || typeof digests !== 'object' || digests === null) return { is: 'unknown' };
  const { account, domain, name } = itemOf(key, shelf);
  const reading = { call, upstream: shelf.upstream.name, search: { account, domain, params: {} }, asking: looking };
  const [row] = await readNamed(reading, [name]);
  if (!row) return { is: 'notDone' };
  const held = new Map<string, string | null>(Object.entries(row));
  const same = Object.entries(digests).every(([column, digest]) => looking.digest(held.get(column) ?? null) === digest);
  // Another's of that name may have been there before, and ours refused.
  return same ? { is: 'done', result: { key } } : { is: 'unknown' };
}

async function createContact(
  call: Caller,
  shelf: Shelf,
  input: NewContact,
  writing: Writing,
): Promise<Sent<ContactMade>> {
  const { account, domains } = shelf;
  const asked = input.domain?.toLowerCase();
  const domain = domains.find((each) => (asked === undefined ? domains.length === 1 : each === asked));
  complain([...mistakesOfNew(input), domain === undefined ? domainFault(shelf) : undefined]);
  if (domain === undefined) throw new TypeError('a complaint was not heard');
  const columns = toNewColumns(input);
  const key = keyOf(domain, input.name);
  writing.remember({ look: 'made', key, digests: digestsOf(columns, writing) });
  try {
    await call(endpoints.createContact, { account, domain, columns }, writing);
  } catch (error) {
    throw toldOfCreation(error, domain, columns);
  }
  return { result: { key } };
}

async function updateContact(
  call: Caller,
  { key, item, columns }: { readonly key: string; readonly item: Item; readonly columns: Columns },
  writing: Writing,
): Promise<void> {
  const { displayName, ...others } = columns;
  // A row's own display name is trimmed, and it is never empty here.
  const shown = { ...others, ...(displayName === undefined ? {} : { displayName: displayName.trim() }) };
  writing.remember(changed('contact', key, digestsOf(shown, writing)));
  try {
    await call(endpoints.updateContact, { ...item, columns }, writing);
  } catch (error) {
    throw inFields(error, columns);
  }
}

/** As rows have them: null for what is not set. */
function digestsOf(columns: Columns, { digest }: Writing): Expected {
  return Object.fromEntries(Object.entries(columns).map(([column, value]) => [column, digest(value || null)]));
}

/** Where a contact is, by its key; a key of no configured domain is of none that is there. */
function itemOf(key: string, { account, domains, upstream }: Shelf): Item {
  const [item] = domains.flatMap((domain) => nameIn(domain, key).map((name) => ({ account, domain, name })));
  if (item) return item;
  throw new ProviderFailure(upstream.name, 'not-found', 'There is no contact with this id (any more).', { sent: 'no' });
}

function domainFault({ domains, upstream }: Shelf): Mistake {
  const names = domains.join(', ');
  return mistake('domain', `"domain" must name a mail domain of "${upstream.name}"; configured are: ${names}.`);
}

/** What a creation was refused for, in the fields of the input. */
function toldOfCreation(error: unknown, domain: string, columns: Columns): unknown {
  if (!(error instanceof ProviderFailure) || error.sent !== 'yes') return error;
  if (error.kind === 'rejected' && error.status === 409) {
    return new Invalid([{ code: 'CONFLICT', message: error.message, field: ['name'] }]);
  }
  if (error.kind !== 'not-found') return inFields(error, columns);
  return new Invalid([{ code: 'NOT_FOUND', message: `${error.message}, domain ${domain}`, field: ['domain'] }]);
}

/** A refusal that names columns which were sent or are required, as mistakes in those fields; any other error as it is. */
function inFields(error: unknown, columns: Columns): unknown {
  if (!(error instanceof ProviderFailure) || error.kind !== 'rejected' || error.sent !== 'yes') return error;
  const { message, point = '' } = error;
  const named = point.split(',').filter((column) => Object.hasOwn(columns, column));
  if (named.length === 0) return error;
  return new Invalid(named.map((column) => ({ code: 'UPSTREAM_REJECTED', message, field: [column] })));
}
