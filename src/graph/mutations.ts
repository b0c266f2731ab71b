import { AccountJoiningResolver } from './account/joining.js';
import { AccountMutationResolver, AccountPayloadResolver } from './account/mutation.js';
import { AccountSettingMutationResolver } from './account/setting-mutation.js';
import { ContactMutationResolver } from './contact/mutation.js';
import { ContactPayloadResolver } from './contact/payload.js';
import { GroupMutationResolver, GroupPayloadResolver } from './group/mutation.js';
import { UserMutationResolver, UserPayloadResolver } from './user/mutation.js';
import { UserRightMutationResolver } from './user/right-mutation.js';

/** What writes, noun by noun. */
export const mutationResolvers = [
  ContactMutationResolver,
  ContactPayloadResolver,
  GroupMutationResolver,
  GroupPayloadResolver,
  AccountMutationResolver,
  AccountJoiningResolver,
  AccountSettingMutationResolver,
  AccountPayloadResolver,
  UserMutationResolver,
  UserRightMutationResolver,
  UserPayloadResolver,
];
