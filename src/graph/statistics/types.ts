import { Field, Int, ObjectType } from '../values/decorators.js';
import { Upstream } from '../upstream/types.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

const count = (what: string) => ({ nullable: true, description: `${what}; null where the server does not count it.` });

@ObjectType({ simpleResolvers: true, description: 'What an upstream counts (ICTCore).' })
export class Statistics {
  @Field(() => Upstream, { description: 'Who counted.' })
  readonly upstream!: UpstreamValue;

  @Field(() => Int, count('Campaigns'))
  readonly campaignTotal!: number | null;

  @Field(() => Int, count('Campaigns that run'))
  readonly campaignActive!: number | null;

  @Field(() => Int, count('Groups'))
  readonly groupTotal!: number | null;

  @Field(() => Int, count('Contacts'))
  readonly contactTotal!: number | null;

  @Field(() => Int, count('Transmissions'))
  readonly transmissionTotal!: number | null;

  @Field(() => Int, count('Transmissions under way'))
  readonly transmissionActive!: number | null;

  @Field(() => Int, count('Attempts'))
  readonly spoolTotal!: number | null;

  @Field(() => Int, count('Attempts that succeeded'))
  readonly spoolSuccess!: number | null;

  @Field(() => Int, count('Attempts that failed'))
  readonly spoolFailed!: number | null;
}
