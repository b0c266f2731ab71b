import type { WrittenContactItem } from '../../../graph/contact/backend.js';
import { codeOf } from '../../../graph/values/errors.js';
import { throwIfInvalid, sameUpstreamKeyOf, notFoundError } from '../../../graph/mutations/target.js';
import { InvalidInputError, type ProviderWriteResult, type WriteAttempt } from '../../../operations/intent.js';
import { toUserErrorDetail } from '../../../operations/classify-outcome.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { mapConcurrent } from '../../../transport/map-concurrent.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { isKey, readEach } from '../shared/reads/keys.js';
import type { Membership } from './membership.js';
import { isProviderRejection } from '../shared/writes/confirm-write.js';

/** At most 8 links of a new contact are made at once, so that other requests get a slot. */
const MAX_PARALLEL_LINKS = 8;
/** At most 100 groups in one input, as each costs requests of its own. */
export const MAX_INITIAL_GROUPS = 100;

/** Groups that a new contact is to be in. */
export interface InitialGroups {
  /** Their keys, each once, with the index of its id in the input. */
  readonly keys: ReadonlyMap<string, number>;
  readonly userErrors: readonly UserErrorDetail[];
  /** Rejects groups that do not exist: the server would link to them, and no answer would ever tell of that link. */
  readonly verifyExist: (membership: Pick<Membership, 'isGroup'>, writeAttempt: WriteAttempt) => Promise<void>;
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
  const verifyExist: InitialGroups['verifyExist'] = async ({ isGroup }, writeAttempt) => {
    const read = async (key: string, callOptions: CallOptions) =>
      (await isGroup(key, callOptions)) ? true : undefined;
    const found = await readEach([...keys.keys()], read, { ...writeAttempt, bypassCache: true });
    const absentGroups = [...keys].filter(([key]) => !found.has(key));
    throwIfInvalid(absentGroups.flatMap(([, place]) => notFoundError('group', fieldOf(place)).mistakes));
  };
  return { keys, userErrors: userErrors, verifyExist };
}

function fieldOf(place: number): readonly string[] {
  return ['groupIds', String(place)];
}

/** Puts a new contact into its groups. The contact stays also where a group can't be joined. */
export async function joinGroups(
  { linkContact }: Pick<Membership, 'linkContact'>,
  key: string,
  groups: ReadonlyMap<string, number>,
  writeAttempt: WriteAttempt,
): Promise<Pick<ProviderWriteResult<WrittenContactItem>, 'mistakes' | 'unknownFailures'>> {
  const mistakes: UserErrorDetail[] = [];
  const unknownFailures: ProviderFailure[] = [];
  await mapConcurrent(groups, MAX_PARALLEL_LINKS, async ([other, place]) => {
    try {
      await linkContact({ key, other }, writeAttempt);
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
