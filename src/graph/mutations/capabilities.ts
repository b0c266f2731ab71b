import type { Backends } from '../ports/backends.js';

/** What takes files, with the mutation that signs a URL for one. */
export const UPLOAD_MUTATIONS = { message: 'createMediaUpload', group: 'createGroupImport' } as const;
export type UploadNoun = keyof typeof UPLOAD_MUTATIONS;

/** Mutations by the backend that does them, and what of its writes each needs. */
type MutationSupport = {
  readonly [Key in keyof Backends]?: Backends[Key] extends { readonly writes?: infer Writes }
    ? Readonly<Record<string, (writes: NonNullable<Writes>) => unknown>>
    : never;
};

const MUTATION_SUPPORT: MutationSupport = {
  contact: {
    createContact: ({ create }) => hasEntries(create),
    createContacts: ({ create }) => hasEntries(create),
    updateContact: ({ update }) => hasEntries(update),
    deleteContact: ({ remove }) => remove,
    deleteContacts: ({ remove }) => remove,
    confirmContact: ({ confirm }) => confirm,
    resendConfirmationCode: ({ resend }) => resend,
    addContactToGroup: ({ link }) => link,
    removeContactFromGroup: ({ unlink }) => unlink,
  },
  group: {
    createGroup: ({ create }) => create,
    updateGroup: ({ update }) => update,
    deleteGroup: ({ remove }) => remove,
  },
  campaign: {
    createCampaign: ({ create }) => create,
    updateCampaign: ({ update }) => update,
    deleteCampaign: ({ remove }) => remove,
    startCampaign: ({ start }) => start,
    stopCampaign: ({ stop }) => stop,
    scheduleCampaignStart: ({ scheduleStart }) => scheduleStart,
    scheduleCampaignStop: ({ scheduleStop }) => scheduleStop,
    cancelCampaignSchedule: ({ cancelSchedule }) => cancelSchedule,
  },
  transmission: {
    createTransmission: ({ create }) => create,
    sendTransmission: ({ send }) => send,
    retryTransmission: ({ retry }) => retry,
    scheduleTransmission: ({ schedule }) => schedule,
    cancelTransmissionSchedule: ({ cancelSchedule }) => cancelSchedule,
    cloneTransmission: ({ clone }) => clone,
    deleteTransmission: ({ remove }) => remove,
  },
  program: {
    createProgram: ({ create }) => create,
    deleteProgram: ({ remove }) => remove,
  },
  message: {
    createDocument: ({ document }) => document?.create,
    updateDocument: ({ document }) => document?.update,
    createRecording: ({ recording }) => recording?.create,
    updateRecording: ({ recording }) => recording?.update,
    createTemplate: ({ template }) => template?.create,
    updateTemplate: ({ template }) => template?.update,
    createText: ({ text }) => text?.create,
    updateText: ({ text }) => text?.update,
    deleteMessage: ({ remove }) => remove,
  },
  account: {
    createAccount: ({ create }) => create,
    updateAccount: ({ update }) => update,
    deleteAccount: ({ remove }) => remove,
    subscribeAccountToProgram: ({ subscribe }) => subscribe,
    unsubscribeAccountFromProgram: ({ unsubscribe }) => unsubscribe,
    clearAccountPrograms: ({ clearPrograms }) => clearPrograms,
    assignAccountOwner: ({ assign }) => assign,
    releaseAccount: ({ release }) => release,
    setAccountSetting: ({ setSetting }) => setSetting,
    deleteAccountSetting: ({ deleteSetting }) => deleteSetting,
  },
  user: {
    createUser: ({ create }) => create,
    updateUser: ({ update }) => update,
    deleteUser: ({ remove }) => remove,
    setUserPassword: ({ setPassword }) => setPassword,
    grantUserRole: ({ grantRole }) => grantRole,
    revokeUserRole: ({ revokeRole }) => revokeRole,
    grantUserPermission: ({ grantPermission }) => grantPermission,
    revokeUserPermission: ({ revokePermission }) => revokePermission,
  },
};

/** Names of the mutations that an upstream with these backends supports; `own` are those of its provider alone. */
export function listSupportedMutations(
  backends: Partial<Backends>,
  providerMutations: readonly string[] = [],
): readonly string[] {
  const supported = Object.entries(MUTATION_SUPPORT).flatMap(([noun, table]) => {
    const backend: object | undefined = Object.entries(backends).find(([name]) => name === noun)?.[1];
    const writes = backend && 'writes' in backend ? backend.writes : undefined;
    if (!writes) return [];
    // The table of a noun takes the writes of that noun: the type above sees to it.
    const abilities = table as Readonly<Record<string, (of: unknown) => unknown>>;
    return Object.entries(abilities).flatMap(([name, ability]) => (ability(writes) ? [name] : []));
  });
  return [...supported, ...(backends.media?.uploads ?? []).map((noun) => UPLOAD_MUTATIONS[noun]), ...providerMutations];
}

function hasEntries(table: object): boolean {
  return Object.keys(table).length > 0;
}
