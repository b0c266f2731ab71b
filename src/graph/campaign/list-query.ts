import { condition } from '../../query/filter.js';
import type { RowTests } from '../../query/residual.js';
import { localiseReferences, referenceConditions } from '../lists/references.js';
import type { Campaign, CampaignFilter, CampaignStatus } from './types.js';
import type { ListQuery } from '../ports/list-query.js';

const tests: RowTests<Campaign> = {
  status: { column: 'status', compile: (status: CampaignStatus) => (row) => row.status === status },
  programId: { column: 'programId', compile: (key: string) => (row) => row.programKey === key },
  groupId: { column: 'groupId', compile: (key: string) => (row) => row.groupKey === key },
};
const REFERENCES = { programId: 'program', groupId: 'group' } as const;

/** Campaigns that match; a malformed id in the filter is BAD_USER_INPUT. */
export function campaignListQuery(filter: CampaignFilter | null | undefined): ListQuery<Campaign> {
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
