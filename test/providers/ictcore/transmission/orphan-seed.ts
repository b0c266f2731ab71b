import type { Seed } from '../../../../src/emulators/ictcore/index.js';

/** What is named everywhere and is nowhere. */
const GONE = 99;

const sent = (transmission_id: number, columns: object = {}) => ({
  transmission_id,
  title: `title ${transmission_id}`,
  service_flag: 2,
  account_id: 1,
  contact_id: 1,
  program_id: 1,
  campaign_id: 1,
  direction: 'outbound',
  status: 'completed',
  user_id: 1,
  ...columns,
});

/** Transmissions, campaigns, accounts, programs and links of which each lacks something that it names. */
export const ORPHANS: Seed = {
  contacts: [1, 2].map((contact_id) => ({ contact_id, first_name: `Contact ${contact_id}`, phone: '48500111222' })),
  groups: [1, 2].map((group_id) => ({ group_id, name: `Group ${group_id}` })),
  links: [
    { group_id: 1, contact_id: 1 },
    { group_id: 1, contact_id: GONE },
    { group_id: GONE, contact_id: 2 },
  ],
  documents: [{ document_id: 1, name: 'Document', type: 'pdf' }],
  accounts: [
    { account_id: 1, type: 'account', username: 'one', user_id: 1, active: 1 },
    { account_id: 2, type: 'account', username: 'two', user_id: GONE, active: 1 },
    { account_id: 3, type: 'did', username: 'three', active: 1 },
  ],
  programs: [
    { program_id: 1, name: 'Whole', type: 'sendfax', data: '{"document_id":1}' },
    { program_id: 2, name: 'No document', type: 'sendfax', data: `{"document_id":${GONE}}` },
    { program_id: 3, name: 'No parent', type: 'sendsms', parent_id: GONE, data: `{"text_id":${GONE}}` },
    { program_id: 4, name: 'No account', type: 'receivefax', data: `{"account_id":${GONE}}` },
  ],
  campaigns: [
    { campaign_id: 1, program_id: 1, group_id: 1, account_id: 1, status: 'new' },
    { campaign_id: 2, program_id: GONE, group_id: 1, account_id: 1, status: 'new' },
    { campaign_id: 3, program_id: 1, group_id: GONE, account_id: 1, status: 'new' },
    { campaign_id: 4, program_id: 1, group_id: 1, account_id: GONE, status: 'new' },
  ],
  transmissions: [
    sent(1),
    sent(2, { program_id: GONE }),
    sent(3, { contact_id: GONE }),
    sent(4, { account_id: GONE }),
    sent(5, { campaign_id: GONE }),
    sent(6, { program_id: GONE, contact_id: GONE, account_id: GONE, campaign_id: GONE }),
    sent(7, { program_id: null, campaign_id: null }),
    sent(8, { program_id: 2 }),
    // So many that searching for programs and campaigns takes fewer requests than reading each.
    sent(9),
    sent(10),
  ],
  spools: [1, 3].map((transmission_id) => ({ transmission_id, status: 'completed' })),
};
