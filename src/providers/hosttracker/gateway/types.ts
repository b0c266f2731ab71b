import { Gateway } from '../../../graph/gateway/types.js';
import { ObjectType } from '../../../graph/values/decorators.js';

@ObjectType({
  implements: Gateway,
  simpleResolvers: true,
  description: 'A way in which HostTracker sends text or instant messages, or calls; it has no settings of its own.',
})
export class HostTrackerGateway extends Gateway {
  declare readonly __typename: 'HostTrackerGateway';
}
