import { condition } from '../../query/filter.js';
import type { Tests } from '../../query/residual.js';
import type { Question } from '../list.js';
import { localiseReferences, referenceConditions } from '../references.js';
import type { Campaign, CampaignFilter, CampaignStatus } from './campaign.js';

const tests: Tests<Campaign> = {
  status: { column: 'status', of: (status: CampaignStatus) => (row) => row.status === status },
  programId: { column: 'programId', of: (key: string) => (row) => row.programKey === key },
  groupId: { column: 'groupId', of: (key: string) => (row) => row.groupKey === key },
};
const REFERENCES = { programId: 'program', groupId: 'group' } as const;

/** Campaigns that match; a malformed id in the filter is BAD_USER_INPUT. */
export function campaignQuestion(filter: CampaignFilter | null | undefined): Question<Campaign> {
  const parts = [
    ...(filter?.status ? [condition('status', filter.status)] : []),
    ...referenceConditions('programId', filter?.programId),
    ...referenceConditions('groupId', filter?.groupId),
  ];
  return {
    noun: 'campaign',
    filter: { is: 'all', of: parts },
    localise: (part, { name }) => localiseReferences(part, name, REFERENCES),
    tests,
    sorting: undefined,
  };
}
