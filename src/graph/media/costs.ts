import { itemsByIds } from '../cost/named-items.js';
import type { FieldCosts } from '../ports/field-costs.js';

/** What signing a URL costs: the item that is to take the file is read before. */
export const mediaFieldCosts: FieldCosts = {
  'Mutation.createMediaUpload': itemsByIds('messageId', { noun: 'message' }),
  'Mutation.createGroupImport': itemsByIds('groupId', { noun: 'group' }),
};
