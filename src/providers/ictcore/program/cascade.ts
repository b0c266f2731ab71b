import type { AlsoDeleted } from '../../../graph/ports/writes.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { readEach } from '../shared/reads/keys.js';
import { programEndpoints as endpoints } from './endpoints.js';
import { mayHaveAccount, type WireListedProgram } from './columns.js';
import type { Session } from '../session.js';

/** Which programs go with something else: the server deletes them with it, and tells nothing of it. */
export interface ProgramCascade {
  /** Programs made for an account, and all below them. */
  readonly ofAccount: (account: string, callOptions: CallOptions) => Promise<readonly WireListedProgram[]>;
  /** All below a program. */
  readonly descendantsOf: (program: string, callOptions: CallOptions) => Promise<readonly WireListedProgram[]>;
  /** Those of these that are not there any more. */
  readonly selectDeleted: (
    programs: readonly WireListedProgram[],
    callOptions: CallOptions,
  ) => Promise<readonly AlsoDeleted[]>;
}

export function createProgramCascade({ call }: Pick<Session, 'call'>): ProgramCascade {
  const list = (callOptions: CallOptions) => call(endpoints.list, {}, { ...callOptions, bypassCache: true });

  return {
    ofAccount: async (account, callOptions) => {
      const all = await list(callOptions);
      // Only an item tells whose program it is.
      const candidateKeys = all.filter(({ type }) => mayHaveAccount(type)).map(({ program_id: key }) => key);
      const items = await readEach(
        candidateKeys,
        (key, batchOptions) => unlessMissing(call(endpoints.read, key, { ...batchOptions, bypassCache: true })),
        callOptions,
      );
      const keysWith = (column: 'account_id' | 'extension_id'): string[] =>
        [...items].flatMap(([key, item]) => (item[column] === account ? [key] : []));
      // The server looks for those of the extension only where the account has none.
      const accountKeys = keysWith('account_id');
      const roots = new Set(accountKeys.length > 0 ? accountKeys : keysWith('extension_id'));
      return [...all.filter(({ program_id: key }) => roots.has(key)), ...collectDescendants(all, roots)];
    },
    descendantsOf: async (program, callOptions) => collectDescendants(await list(callOptions), new Set([program])),
    selectDeleted: async (programs, callOptions) => {
      if (programs.length === 0) return [];
      const remaining = new Set((await list(callOptions)).map(({ program_id: key }) => key));
      return programs.flatMap(({ program_id: key }) => (remaining.has(key) ? [] : [{ noun: 'program', key } as const]));
    },
  };
}

/** All programs below these, parents before their children; a circle ends where it began. */
function collectDescendants(
  all: readonly WireListedProgram[],
  roots: ReadonlySet<string>,
): readonly WireListedProgram[] {
  const known = new Set(roots);
  const found: WireListedProgram[] = [];
  for (let next = childrenOf(all, known); next.length > 0; next = childrenOf(all, known)) {
    found.push(...next);
    for (const { program_id: key } of next) known.add(key);
  }
  return found;
}

function childrenOf(all: readonly WireListedProgram[], known: ReadonlySet<string>): readonly WireListedProgram[] {
  return all.filter(({ program_id: key, parent_id: parent }) => parent && known.has(parent) && !known.has(key));
}

/** What is only asked to tell more: nothing, for whoever may delete things and not read them. */
export async function emptyIfForbidden<Found>(answer: Promise<readonly Found[]>): Promise<readonly Found[]> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'auth' && error.status !== 401) return [];
    throw error;
  }
}
