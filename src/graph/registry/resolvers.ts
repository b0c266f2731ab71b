import { AccountLinkMutationResolver } from '../account/link-mutation.js';
import { AccountMutationResolver, AccountPayloadResolver } from '../account/mutation.js';
import { AccountSettingMutationResolver } from '../account/settings-mutation.js';
import { CampaignMutationResolver, CampaignPayloadResolver } from '../campaign/mutation.js';
import { ContactMutationResolver } from '../contact/mutation.js';
import { ContactPayloadResolver } from '../contact/payload.js';
import { GroupMutationResolver, GroupPayloadResolver } from '../group/mutation.js';
import { MessageMutationResolver } from '../message/mutation.js';
import {
  DocumentPayloadResolver,
  RecordingPayloadResolver,
  TemplatePayloadResolver,
  TextPayloadResolver,
} from '../message/payload.js';
import { ProgramMutationResolver, ProgramPayloadResolver } from '../program/mutation.js';
import { AttemptPayloadResolver } from '../transmission/payload.js';
import { TransmissionMutationResolver, TransmissionPayloadResolver } from '../transmission/mutation.js';
import { UserMutationResolver, UserPayloadResolver } from '../user/mutation.js';
import { UserRightMutationResolver } from '../user/rights-mutation.js';

/** What writes, noun by noun. */
export const MUTATION_RESOLVERS = [
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
