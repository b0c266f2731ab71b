import type { ProviderWriteResult, WriteAttempt } from '../../operations/intent.js';
import type { ListBackend } from '../ports/list-backend.js';
import type { PerformAction, WrittenItem, Writes } from '../ports/writes.js';
import type { Account } from './types.js';
import type { CreateAccountInput, UpdateAccountInput } from './inputs.js';

declare module '../ports/backends.js' {
  interface Backends {
    readonly account: AccountBackend;
  }
}

/** What the account room asks of a provider. */
export interface AccountBackend extends ListBackend<Account> {
  readonly writes?: AccountWrites;
}

/** Joins an account with something else of the same upstream: keys of both. */
type LinkAccount = (
  account: string,
  other: string,
  writeAttempt: WriteAttempt,
) => Promise<ProviderWriteResult<WrittenItem>>;

/** How the owner of an account may change. */
export interface OwnerChange {
  /** Even where the provider deletes the account's programs with it; else such a change is Invalid. */
  readonly deletesPrograms: boolean;
}

/** How accounts are written; mistakes name the arguments of the mutation, e.g. `['programId']`. */
export interface AccountWrites extends Writes<CreateAccountInput, UpdateAccountInput> {
  readonly subscribe?: LinkAccount;
  readonly unsubscribe?: LinkAccount;
  /** From all programs. */
  readonly clearPrograms?: PerformAction;
  /** Account, then user. */
  readonly assign?: (
    account: string,
    user: string,
    options: OwnerChange,
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<WrittenItem>>;
  readonly release?: (
    account: string,
    options: OwnerChange,
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<WrittenItem>>;
  readonly setSetting?: (
    account: string,
    name: string,
    value: string,
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<WrittenItem>>;
  readonly deleteSetting?: (
    account: string,
    name: string,
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<WrittenItem>>;
}
