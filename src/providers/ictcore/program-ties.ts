import type { RemovedBeside } from '../../graph/writes.js';
import type { Asking } from '../../transport/exchange.js';
import { ProviderFailure } from '../../transport/failure.js';
import { unlessMissing } from '../../wire/missing.js';
import { readEach } from './key.js';
import { programEndpoints as endpoints } from './program-endpoints.js';
import { takesAccount, type WireListedProgram } from './program-row.js';
import type { Way } from './way.js';

/** Which programs go with something else: the server deletes them with it, and tells nothing of it. */
export interface ProgramTies {
  /** Programs made for an account, and all below them. */
  readonly ofAccount: (account: string, asking: Asking) => Promise<readonly WireListedProgram[]>;
  /** All below a program. */
  readonly below: (program: string, asking: Asking) => Promise<readonly WireListedProgram[]>;
  /** Those of these that are not there any more. */
  readonly goneOf: (programs: readonly WireListedProgram[], asking: Asking) => Promise<readonly RemovedBeside[]>;
}

export function programTies({ call }: Pick<Way, 'call'>): ProgramTies {
  const list = (asking: Asking) => call(endpoints.listPrograms, {}, { ...asking, fresh: true });

  return {
    ofAccount: async (account, asking) => {
      const all = await list(asking);
      // Only an item tells whose program it is.
      const possible = all.filter(({ type }) => takesAccount(type)).map(({ program_id: key }) => key);
      const items = await readEach(
        possible,
        (key, together) => unlessMissing(call(endpoints.readProgram, key, { ...together, fresh: true })),
        asking,
      );
      const holding = (column: 'account_id' | 'extension_id'): string[] =>
        [...items].flatMap(([key, item]) => (item[column] === account ? [key] : []));
      // The server looks for those of the extension only where the account has none.
      const own = holding('account_id');
      const roots = new Set(own.length > 0 ? own : holding('extension_id'));
      return [...all.filter(({ program_id: key }) => roots.has(key)), ...descendants(all, roots)];
    },
    below: async (program, asking) => descendants(await list(asking), new Set([program])),
    goneOf: async (programs, asking) => {
      if (programs.length === 0) return [];
      const left = new Set((await list(asking)).map(({ program_id: key }) => key));
      return programs.flatMap(({ program_id: key }) => (left.has(key) ? [] : [{ noun: 'program', key } as const]));
    },
  };
}

/** All programs below these, parents before their children; a circle ends where it began. */
function descendants(all: readonly WireListedProgram[], roots: ReadonlySet<string>): readonly WireListedProgram[] {
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
export async function unlessForbidden<Found>(answer: Promise<readonly Found[]>): Promise<readonly Found[]> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'auth' && error.status !== 401) return [];
    throw error;
  }
}
