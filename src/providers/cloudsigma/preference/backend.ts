import type { ProviderWriteResult, WriteAttempt } from '../../../operations/intent.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { asItCame, readAllRows } from '../pages.js';
import type { Session } from '../session.js';
import { createPreferenceMapper, preferenceNameOfRow, type PreferenceChange } from './columns.js';
import { preferenceEndpoints } from './endpoints.js';
import type { NotificationPreference } from './types.js';
import { setPreferences, type WrittenPreferences } from './writes.js';

/** Reads and sets the preferences of a CloudSigma upstream. Failures are ProviderFailures. */
export interface PreferenceBackend {
  /** All preferences of the account. */
  readonly readAll: (callOptions: CallOptions) => Promise<readonly NotificationPreference[]>;
  /** Those with these names (`preferenceName`) that exist, in that order. */
  readonly readByNames: (
    names: readonly string[],
    callOptions: CallOptions,
  ) => Promise<readonly NotificationPreference[]>;
  readonly set: (
    settings: readonly PreferenceChange[],
    writeAttempt: WriteAttempt,
  ) => Promise<ProviderWriteResult<WrittenPreferences>>;
}

declare module '../../../graph/ports/backends.js' {
  interface Backends {
    readonly notificationPreference: PreferenceBackend;
  }
}

export function createPreferenceBackend(session: Session): PreferenceBackend {
  const { upstream } = session;
  return {
    readAll: (callOptions) =>
      readAllRows(session, preferenceEndpoints.list, createPreferenceMapper(upstream), callOptions),
    readByNames: async (names, callOptions) => {
      const rows = await readAllRows(session, preferenceEndpoints.list, asItCame, callOptions);
      const byName = new Map(rows.map((row) => [preferenceNameOfRow(row), row]));
      const toPreference = createPreferenceMapper(upstream);
      return names.flatMap((name) => {
        const row = byName.get(name);
        return row ? [toPreference(row)] : [];
      });
    },
    set: (settings, writeAttempt) => setPreferences(session, settings, writeAttempt),
  };
}
