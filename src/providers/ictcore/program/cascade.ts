import type { AlsoDeleted } from '../../../graph/ports/writes.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { ProviderFailure } from '../../../transport/failure.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import { readEach } from '../shared/reads/keys.js';
import type { WireListedProgram } from './columns.js';
import { programEndpoints } from './endpoints.js';
import { mayHaveAccount } from './kinds.js';
import type { Session } from '../session.js';

/** Finds the programs that the server deletes together with an account or a program, without saying so. */
export interface ProgramCascade {
  /** The programs that act for an account, and all below them. */
  readonly ofAccount: (account: string, callOptions: CallOptions) => Promise<readonly WireListedProgram[]>;
  /** All below a program. */
  readonly descendantsOf: (program: string, callOptions: CallOptions) => Promise<readonly WireListedProgram[]>;
  /** Those of these programs that are gone by now. */
  readonly selectDeleted: (
    programs: readonly WireListedProgram[],
    callOptions: CallOptions,
  ) => Promise<readonly AlsoDeleted[]>;
}

export function createProgramCascade({ call }: Pick<Session, 'call'>): ProgramCascade {
  const list = (callOptions: CallOptions) => call(programEndpoints.list, {}, { ...callOptions, bypassCache: true });

  return {
    ofAccount: async (account, callOptions) => {
      const all = await list(callOptions);
      // Only an item names the account.
      const candidateKeys = all.filter(({ type }) => mayHaveAccount(type)).map(({ program_id: key }) => key);
      const items = await readEach(
        candidateKeys,
        (key, batchOptions) => unlessMissing(call(programEndpoints.read, key, { ...batchOptions, bypassCache: true })),
        callOptions,
      );
      const keysWith = (column: 'account_id' | 'extension_id'): string[] =>
        [...items].flatMap(([key, item]) => (item[column] === account ? [key] : []));
      // The server falls back to programs that name the account as their extension only where none names it as its account.
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

/** All programs below these, parents before their children. Each is visited once, so that a circle of parents ends. */
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

/**
 * The answer, or nothing where our user may not read it: a user who may delete things but not list them still deletes,
 * and the answer then does not name what else is gone.
 */
export async function emptyIfForbidden<Found>(answer: Promise<readonly Found[]>): Promise<readonly Found[]> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'auth' && error.status !== 401) return [];
    throw error;
  }
}
