import type { WriteCost } from '../../graph/ports/cost-formulas.js';
import type { ProviderCosts } from '../../graph/ports/costs.js';
import type { FieldCosts } from '../../graph/ports/field-costs.js';
import { accountCosts, accountWriteCosts } from './account/costs.js';
import { attemptCosts } from './attempt/costs.js';
import { campaignCosts, campaignWriteCosts } from './campaign/costs.js';
import { contactCosts, ownContactFieldCosts, contactWriteCosts } from './contact/costs.js';
import { endpoints } from './endpoints.js';
import { trunkCosts, trunkFieldCosts, trunkWriteCosts } from './gateway/costs.js';
import { groupCosts, groupWriteCosts, initialGroupCalls, membershipCosts } from './group/costs.js';
import { messageCosts, messageWriteCosts } from './message/costs.js';
import { programCosts, programWriteCosts } from './program/costs.js';
import type { Settings } from './settings.js';
import { multiplyWriteCosts } from './shared/writes/write-costs.js';
import { statisticsCosts } from './statistics/costs.js';
import { transmissionCosts, transmissionWriteCosts } from './transmission/costs.js';
import { userCosts, userWriteCosts } from './user/costs.js';

/**
 * What is asked of an installation. Several things that are asked for by key are rows of a list, so that it depends on
 * their number which columns they lack: one thing is taken for an item, several for rows of a list, and the worst case
 * holds for both.
 */
export function costsOf({ auth }: Settings): ProviderCosts {
  return {
    ...('token' in auth ? {} : { logIn: endpoints.authenticate.name }),
    nouns: {
      contact: { ...contactCosts, ...membershipCosts },
      group: groupCosts,
      gateway: trunkCosts,
      account: accountCosts,
      user: userCosts,
      campaign: campaignCosts,
      transmission: transmissionCosts,
      attempt: attemptCosts,
      program: programCosts,
      message: messageCosts,
      statistics: statisticsCosts,
    },
    writes: {
      // A URL to send a file to is signed here; only the thing is read that the file is for.
      createMediaUpload: () => [],
      createGroupImport: () => [],
      ...multiplyWriteCosts(singleWriteCosts, { createContacts: 'createContact', deleteContacts: 'deleteContact' }),
    },
  };
}

const singleWriteCosts = {
  ...contactWriteCosts,
  createContact: (known) => [...contactWriteCosts.createContact(), ...initialGroupCalls(known)],
  ...groupWriteCosts,
  ...trunkWriteCosts,
  ...accountWriteCosts,
  ...userWriteCosts,
  ...campaignWriteCosts,
  ...transmissionWriteCosts,
  ...programWriteCosts,
  ...messageWriteCosts,
} satisfies Readonly<Record<string, WriteCost>>;

/** What the fields cost that only ICTCore's things have. */
export const fieldCosts: FieldCosts = { ...ownContactFieldCosts, ...trunkFieldCosts };
