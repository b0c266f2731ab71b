import { Gateway } from '../../../graph/gateway/types.js';
import { Field, Int, ObjectType } from '../../../graph/values/decorators.js';
import { NeedsScope } from '../../../graph/request/scopes.js';
import { DEFERRED_COST } from '../shared/reads/deferred.js';

@NeedsScope('admin')
@ObjectType({
  implements: Gateway,
  simpleResolvers: true,
  description: 'A trunk of ICTCore, there called a provider: whoever terminates its calls and messages.',
})
export class IctCoreTrunk extends Gateway {
  declare readonly __typename: 'IctCoreTrunk';

  @Field(() => String, {
    nullable: true,
    description: '`sip`, `smpp`, `http`, `smtp`, `emailcmd` or what it was given.',
  })
  readonly type!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `Which switch drives it: Kannel 2, Sendmail 4, FreeSWITCH 8. Null on servers that keep none (1.2). ${DEFERRED_COST}`,
  })
  readonly gatewayFlag?: number | null | undefined;

  @Field(() => Int, {
    nullable: true,
    description: 'Sum of what it carries: voice 1, fax 2, SMS 4, e-mail 8, video 16. `channels` says it in words.',
  })
  readonly serviceFlag!: number | null;

  @Field(() => Int, { nullable: true, description: 'Number of the node that uses it.' })
  readonly nodeId!: number | null;

  @Field(() => String, { nullable: true, description: 'Name or address of the terminating server.' })
  readonly host!: string | null;

  @Field(() => Int, { nullable: true, description: `Port of the terminating server. ${DEFERRED_COST}` })
  readonly port?: number | null | undefined;

  @Field(() => String, { nullable: true, description: `User name at the terminating server. ${DEFERRED_COST}` })
  readonly username?: string | null | undefined;

  @Field(() => String, { nullable: true, description: `Dial string of the switch; null when unset. ${DEFERRED_COST}` })
  readonly dialString?: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: `What is dialled before every number, or with \`|\` exchanged at its beginning. ${DEFERRED_COST}`,
  })
  readonly prefix?: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: `More configuration, in the words of its type. ${DEFERRED_COST}`,
  })
  readonly settings?: string | null | undefined;

  @Field(() => Boolean, { nullable: true, description: `Whether ICTCore registers there. ${DEFERRED_COST}` })
  readonly register?: boolean | null | undefined;

  @Field(() => Int, { nullable: true, description: `Trunks of less weight are used more often. ${DEFERRED_COST}` })
  readonly weight?: number | null | undefined;

  @Field(() => Boolean, { nullable: true, description: `Whether it may be used. ${DEFERRED_COST}` })
  readonly active?: boolean | null | undefined;
}
