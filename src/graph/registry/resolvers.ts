import { AccountResolver } from '../account/resolver.js';
import { CampaignResolver } from '../campaign/resolver.js';
import { ContactPageResolver } from '../contact/connection.js';
import { ContactMutationResolver, ContactInputMutationResolver } from '../contact/mutation.js';
import { ContactResolver } from '../contact/resolver.js';
import { GatewayPageResolver } from '../gateway/connection.js';
import { GatewayResolver } from '../gateway/resolver.js';
import { GroupPageResolver } from '../group/connection.js';
import { GroupResolver } from '../group/resolver.js';
import { GroupContactsResolver } from '../contact/group-resolver.js';
import { MediaResolver } from '../media/mutation.js';
import { AccountMutationResolver } from '../account/mutation.js';
import { AccountLinkMutationResolver } from '../account/link-mutation.js';
import { AccountSettingMutationResolver } from '../account/settings-mutation.js';
import { CampaignMutationResolver } from '../campaign/mutation.js';
import { ContactPayloadResolver } from '../contact/payload.js';
import { GroupMutationResolver } from '../group/mutation.js';
import { MessageMutationResolver } from '../message/mutation.js';
import {
  DocumentPayloadResolver,
  RecordingPayloadResolver,
  TemplatePayloadResolver,
  TextPayloadResolver,
} from '../message/payload.js';
import { ProgramMutationResolver } from '../program/mutation.js';
import { AttemptPayloadResolver, TransmissionPayloadResolver } from '../transmission/payload.js';
import { TransmissionMutationResolver } from '../transmission/mutation.js';
import { UserMutationResolver } from '../user/mutation.js';
import { UserRightMutationResolver } from '../user/rights-mutation.js';
import { OperationResolver } from '../operation/resolver.js';
import { messageResolvers } from '../message/resolver.js';
import { ContactPersonResolver, PersonResolver } from '../person/resolver.js';
import { programResolvers } from '../program/resolver.js';
import { NodeResolver } from '../node/resolver.js';
import { StatisticsResolver } from '../statistics/resolver.js';
import { TransmissionAttemptResolver, TransmissionResolver } from '../transmission/resolver.js';
import { CampaignTransmissionsResolver, ProgramTransmissionsResolver } from '../transmission/list-resolvers.js';
import { UserResolver } from '../user/resolver.js';
import { UpstreamResolver } from '../upstream/resolver.js';
import { AccountPageResolver } from '../account/connection.js';
import { CampaignPageResolver } from '../campaign/connection.js';
import { MessagePageResolver } from '../message/connection.js';
import { ProgramPageResolver } from '../program/connection.js';
import { TransmissionPageResolver } from '../transmission/connection.js';
import { UserPageResolver } from '../user/connection.js';
import { AccountPayloadResolver } from '../account/payload.js';
import { CampaignPayloadResolver } from '../campaign/payload.js';
import { GroupPayloadResolver } from '../group/payload.js';
import { ProgramPayloadResolver } from '../program/payload.js';
import { UserPayloadResolver } from '../user/payload.js';
import { PersonPageResolver } from '../person/connection.js';

// Fields of Query and Mutation are printed in the order in which these modules are evaluated, which is that of the imports
// above, not that of this list.

/** Resolvers of every schema, whatever the providers. */
export const RESOLVERS = [
  NodeResolver,
  UpstreamResolver,
  ContactResolver,
  ContactPageResolver,
  PersonResolver,
  ContactPersonResolver,
  PersonPageResolver,
  GroupResolver,
  GroupContactsResolver,
  GroupPageResolver,
  GatewayResolver,
  GatewayPageResolver,
  CampaignResolver,
  CampaignTransmissionsResolver,
  CampaignPageResolver,
  TransmissionResolver,
  TransmissionAttemptResolver,
  TransmissionPageResolver,
  ...programResolvers,
  ProgramTransmissionsResolver,
  ProgramPageResolver,
  ...messageResolvers,
  MessagePageResolver,
  AccountResolver,
  AccountPageResolver,
  UserResolver,
  UserPageResolver,
  StatisticsResolver,
  MediaResolver,
  OperationResolver,
  ContactMutationResolver,
  ContactPayloadResolver,
  GroupMutationResolver,
  GroupPayloadResolver,
  CampaignMutationResolver,
  CampaignPayloadResolver,
  TransmissionMutationResolver,
  TransmissionPayloadResolver,
  AttemptPayloadResolver,
  ProgramMutationResolver,
  ProgramPayloadResolver,
  MessageMutationResolver,
  DocumentPayloadResolver,
  RecordingPayloadResolver,
  TemplatePayloadResolver,
  TextPayloadResolver,
  AccountMutationResolver,
  AccountLinkMutationResolver,
  AccountSettingMutationResolver,
  AccountPayloadResolver,
  UserMutationResolver,
  UserRightMutationResolver,
  UserPayloadResolver,
];

/** Mutations whose input has no members until a provider adds one. */
export const CONTACT_INPUT_RESOLVERS = [ContactInputMutationResolver];
