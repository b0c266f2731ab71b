import type { WrittenContactItem } from '../../../graph/contact/backend.js';
import { codeOf } from '../../../graph/values/errors.js';
import { throwIfInvalid, sameUpstreamKeyOf, notFoundError } from '../../../graph/mutations/target.js';
import { InvalidInputError, type ProviderWriteResult, type WriteAttempt } from '../../../operations/intent.js';
import { toUserErrorDetail } from '../../../operations/classify-outcome.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { mapConcurrent } from '../../../transport/map-concurrent.js';
import { isKey, readEach } from '../shared/reads/keys.js';
import { isGroup, linkContact } from '../group/membership-writes.js';
import { isProviderRejection } from '../shared/writes/confirm-write.js';
import type { Session } from '../session.js';

/** At most 8 links of a new contact are made at once, so that other requests get a slot. */
const MAX_PARALLEL_LINKS = 8;
/** Groups that one input may name. */
export const MAX_INITIAL_GROUPS = 100;

/** Groups that a new contact is to be in. */
export interface InitialGroups {
  /** Each once, in the order of the ids; the place is that of its id. */
  readonly keys: ReadonlyMap<string, number>;
  readonly userErrors: readonly UserErrorDetail[];
  /** Invalid, where one is not there: a link to it would be made and never seen again. */
  readonly verifyExist: (session: Session, writeAttempt: WriteAttempt) => Promise<void>;
}

export function readInitialGroups(ids: readonly string[], upstream: string): InitialGroups {
  const keys = new Map<string, number>();
  const userErrors: UserErrorDetail[] = [];
  if (ids.length > MAX_INITIAL_GROUPS) {
    const message = `"groupIds" takes at most ${MAX_INITIAL_GROUPS} groups, not ${ids.length}.`;
    return {
      keys,
      userErrors: [{ code: 'BAD_USER_INPUT', message, field: ['groupIds'] }],
      verifyExist: async () => undefined,
    };
  }
  ids.forEach((id, place) => {
    const field = fieldOf(place);
    try {
      const key = sameUpstreamKeyOf('group', id, upstream, field);
      if (!isKey(key)) throw notFoundError('group', field);
      if (!keys.has(key)) keys.set(key, place);
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      userErrors.push(...error.mistakes);
    }
  });
  const verifyExist = async (session: Session, writeAttempt: WriteAttempt): Promise<void> => {
    const read = async (key: string, callOptions: CallOptions) =>
      (await isGroup(session, key, callOptions)) ? true : undefined;
    const found = await readEach([...keys.keys()], read, { ...writeAttempt, bypassCache: true });
    const absentGroups = [...keys].filter(([key]) => !found.has(key));
    throwIfInvalid(absentGroups.flatMap(([, place]) => notFoundError('group', fieldOf(place)).mistakes));
  };
  return { keys, userErrors: userErrors, verifyExist };
}

function fieldOf(place: number): readonly string[] {
  return ['groupIds', String(place)];
}

/** Puts a new contact into its groups: the contact stays, whatever becomes of that. */
export async function joinGroups(
  session: Session,
  key: string,
  groups: ReadonlyMap<string, number>,
  writeAttempt: WriteAttempt,
): Promise<Pick<ProviderWriteResult<WrittenContactItem>, 'mistakes' | 'unknownFailures'>> {
  const mistakes: UserErrorDetail[] = [];
  const unknownFailures: ProviderFailure[] = [];
  await mapConcurrent(groups, MAX_PARALLEL_LINKS, async ([other, place]) => {
    try {
      await linkContact(session, { key, other }, writeAttempt);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      const field = fieldOf(place);
      if (isProviderRejection(error, ['rejected', 'not-found'])) mistakes.push(toUserErrorDetail(error, field));
      else if (error.sent === 'no' || isProviderRejection(error, ['auth', 'rate-limited'])) {
        mistakes.push({ code: codeOf(error), message: error.message, field });
      } else unknownFailures.push(error);
    }
  });
  return { mistakes, unknownFailures };
}
