import { Field, ID, InputType } from '../values/decorators.js';
import { StringFilter } from '../values/text-filter.js';
import { Channel } from './types.js';

@InputType({
  description:
    'Which contacts. All parts of one object must hold; an empty object matches everything, an empty list nothing.',
})
export class ContactFilter {
  @Field(() => [ContactFilter], { nullable: true, description: 'All of these hold.' })
  readonly and?: ContactFilter[] | null;

  @Field(() => [ContactFilter], { nullable: true, description: 'At least one of these holds.' })
  readonly or?: ContactFilter[] | null;

  @Field(() => ContactFilter, { nullable: true, description: 'This does not hold.' })
  readonly not?: ContactFilter | null;

  @Field(() => [ID], { nullable: true, description: 'One of these contacts.' })
  readonly ids?: string[] | null;

  @Field(() => StringFilter, { nullable: true, description: 'Any of display name, first, last and plain name.' })
  readonly name?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: 'Any of `emails`.' })
  readonly email?: StringFilter | null;

  @Field(() => StringFilter, {
    nullable: true,
    description:
      'Any of `phones`, compared in E.164: a number finds its extensions too, a number with an extension (`+48225551200;ext=12`, or as people write it) only that one. `contains` and `startsWith` compare digits.',
  })
  readonly phone?: StringFilter | null;

  @Field(() => Channel, { nullable: true, description: 'Can be reached this way.' })
  readonly channel?: Channel | null;

  @Field(() => ID, { nullable: true, description: 'Is in this group.' })
  readonly groupId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Is in no group; contacts of providers without groups count as ungrouped.',
  })
  readonly ungrouped?: boolean | null;
}
