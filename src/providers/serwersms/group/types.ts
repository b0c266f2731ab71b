import { Group } from '../../../graph/group/types.js';
import { ObjectType } from '../../../graph/values/decorators.js';

@ObjectType({ implements: Group, simpleResolvers: true, description: 'A group of contacts at SerwerSMS.' })
export class SerwerSmsGroup extends Group {
  declare readonly __typename: 'SerwerSmsGroup';
}
