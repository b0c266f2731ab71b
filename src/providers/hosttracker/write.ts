import type { ContactMade, ContactWrites } from '../../graph/contact/backend.js';
import { creating, updating } from '../../graph/contact/extension.js';
import { changed } from '../../graph/look.js';
import { complain, invalid, notThere } from '../../graph/target.js';
import type { CountryCode } from '../../graph/phone.js';
import type { ContactStatus } from '../../graph/contact/payload.js';
import type { Sent, Writing } from '../../operations/intent.js';
import type { Mistake } from '../../operations/record.js';
import { ProviderFailure } from '../../transport/failure.js';
import type { Caller } from '../../wire/endpoint.js';
import { checkContact, type ContactInput } from './check.js';
import { editsOf, mistakesOf, textOf, type Checked, type Edit } from './edit.js';
import type { Endpoints } from './endpoints.js';
import { checkOffered } from './offered.js';
import type { HostTrackerOptionsBackend } from './options.js';
import type { Sift } from './sift.js';
import { expectedOf, made, type Sought, type Tracker } from './trail.js';
import { isGuid, type ContactType } from './wire-contact.js';
import type { WriteEndpoints } from './write-endpoints.js';
import { toStatus } from './written.js';
import type { UpdateHostTrackerContactInput } from './write-types.js';

/** What writes of one account go through. */
export interface WriteTools {
  readonly upstream: string;
  readonly defaultCountry: CountryCode | undefined;
  readonly call: Caller;
  readonly sift: Sift;
  readonly reads: Endpoints;
  readonly writes: WriteEndpoints;
  readonly options: HostTrackerOptionsBackend;
  readonly tracker: Tracker;
}

type NewContact = ContactInput & { readonly address: string };

/** How contacts of one account are written. */
export function createContactWrites(tools: WriteTools): ContactWrites {
  const { upstream, defaultCountry: country, call, reads, writes } = tools;

  const create = (type: ContactType) =>
    creating(async (input: NewContact, writing) => {
      const checked = checkContact(input, { type, key: undefined, country });
      await complainOfAll(checked, () => checkOffered(input, type, tools.options, writing));
      const edits = editsOf(checked);
      const contact = { type, address: sentIn(edits, 'address') ?? '', name: sentIn(edits, 'name') };
      const sought = await tools.tracker.seek(contact, writing);
      writing.remember(made(sought, writing));
      const answer = await call(writes.create[type], edits, writing);
      const status = toStatus(answer);
      return sentAs(answer.id ?? (await keyOf(sought, status, tools, writing)), status);
    });

  const update = updating(async (key, input: UpdateHostTrackerContactInput, writing) => {
    if (!isGuid(key)) throw notThere('contact', null);
    if (!Object.entries(input).some(([field, value]) => field !== 'idempotencyKey' && value !== undefined)) {
      return sentAs(key, null);
    }
    // Which path it is changed by and what fits it, only its kind can tell.
    const row = await orNotThere(call(reads.contact, key, writing));
    if (!row) throw notThere('contact', null);
    const { contactType: type } = row;
    const checked = checkContact(input, { type, key, country });
    await complainOfAll(checked, () => checkOffered(input, type, tools.options, writing));
    const expected = expectedOf(input, writing.digest);
    if (expected) writing.remember(changed('contact', key, expected));
    await call(writes.update[type], { key, edits: editsOf(checked) }, writing);
    return sentAs(key, null);
  });

  return {
    create: {
      hostTrackerEmail: create('Email'),
      hostTrackerSms: create('SMS'),
      hostTrackerIm: create('IM'),
      hostTrackerVoice: create('VoiceCall'),
    },
    update: { hostTracker: update },
    remove: async (key, writing) => {
      // Whoever deletes several is told of each by its failure.
      if (!isGuid(key)) {
        throw new ProviderFailure(upstream, 'not-found', notThere('contact', null).message, { sent: 'yes' });
      }
      await call(writes.remove, key, writing);
    },
    confirm: async (key, given, writing) => {
      if (!isGuid(key)) throw notThere('contact', ['id']);
      const code = textOf('code', given, 'A code');
      if (!('text' in code)) throw invalid(code.message, code.field);
      writing.remember(changed('contact', key, { confirmed: writing.digest(true) }));
      const answer = await call(writes.confirm, { key, code: code.text }, writing);
      const status = toStatus(answer) ?? (answer.confirmed === false ? 'CODE_FAIL' : null);
      if (status === null || status === 'CONFIRMED' || status === 'UNKNOWN') return sentAs(key, status);
      const isWrong = status === 'CODE_FAIL';
      const message = isWrong ? 'The code was wrong: the contact is not confirmed.' : `Not confirmed: ${status}.`;
      return sentAs(key, status, [rejected(message, isWrong ? ['code'] : null)]);
    },
    resend: async (key, writing) => {
      if (!isGuid(key)) throw notThere('contact', ['id']);
      const status = toStatus(await call(writes.resend, key, writing));
      const trouble = status === null ? undefined : UNSENT[status];
      return sentAs(key, status, trouble === undefined ? [] : [rejected(trouble, null)]);
    },
  };
}

/** A text as it is sent: a number may have been given in another spelling. */
function sentIn(edits: readonly Edit[], field: string): string | undefined {
  const [, text] = edits.find(([name]) => name === field) ?? [];
  return typeof text === 'string' ? text : undefined;
}

const UNSENT: Readonly<Partial<Record<ContactStatus, string>>> = {
  LOW_SMS_BALANCE: 'No code was sent: the account has too little credit for it.',
  CODE_FAIL: 'No code was sent: HostTracker failed to send it. Try again after some time.',
  OPERATION_ERROR: 'No code was sent: HostTracker failed to do it.',
  OVERLIMITED: 'No code was sent: the account is over its limit.',
};

/** Statuses that the document does not explain, and that need not mean that a contact was made. */
const DOUBTFUL: ReadonlySet<ContactStatus> = new Set(['OPERATION_ERROR', 'OVERLIMITED']);

/** The key of a contact whose answer did not tell it; a doubtful status without a contact is a refusal. */
async function keyOf(
  sought: Sought,
  status: ContactStatus | null,
  { upstream, tracker }: WriteTools,
  writing: Writing,
): Promise<string | null> {
  const doubtful = status !== null && DOUBTFUL.has(status);
  let found: readonly string[];
  let isNone = false;
  try {
    found = await tracker.find(sought, writing);
    isNone = doubtful && found.length === 0 && (await tracker.isNone(sought, writing));
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    if (!doubtful) return null;
    const message = `HostTracker answered ${status}, which may mean that no contact was made, and could not be asked whether one is there.`;
    throw new ProviderFailure(upstream, 'protocol', message, { sent: 'unknown', cause: error });
  }
  const [key, ...others] = found;
  if (key !== undefined && others.length === 0) return key;
  if (isNone) throw invalid(`HostTracker made no contact: it answered ${status}.`, null, 'UPSTREAM_REJECTED');
  if (!doubtful) return null;
  const message = `HostTracker answered ${status}, which may mean that no contact was made; one at that address may be it.`;
  throw new ProviderFailure(upstream, 'protocol', message, { sent: 'unknown' });
}

function sentAs(
  key: string | null,
  status: ContactStatus | null,
  mistakes: readonly Mistake[] = [],
): Sent<ContactMade> {
  return { result: status === null ? { key } : { key, status }, mistakes };
}

function rejected(message: string, field: readonly string[] | null): Mistake {
  return { code: 'UPSTREAM_REJECTED', message, field };
}

/** All that is wrong at once; where lists can't be read, what is wrong without them. */
export async function complainOfAll(
  checked: readonly Checked[],
  offered: () => Promise<readonly Mistake[]>,
): Promise<void> {
  const mistakes = mistakesOf(checked);
  try {
    complain([...mistakes, ...(await offered())]);
  } catch (error) {
    if (error instanceof ProviderFailure) complain(mistakes);
    throw error;
  }
}

async function orNotThere<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'not-found') throw notThere('contact', null);
    throw error;
  }
}
