import { ContactMutationResolver } from './contact/mutation.js';
import { ContactPayloadResolver } from './contact/payload.js';
import { GroupMutationResolver, GroupPayloadResolver } from './group/mutation.js';

/** What writes, noun by noun. */
export const mutationResolvers = [
  ContactMutationResolver,
  ContactPayloadResolver,
  GroupMutationResolver,
  GroupPayloadResolver,
];
