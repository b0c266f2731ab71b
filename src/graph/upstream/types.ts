import { Field, Float, Int, ObjectType, registerEnumType } from '../values/decorators.js';
import { ErrorCode, codeOf, isRetryable } from '../values/errors.js';
import { Node } from '../values/node.js';
import type { UpstreamValue } from '../ports/upstream-value.js';
import type { ProviderFailure } from '../../transport/failure.js';

/** The providers plugged in, filled by `createSchema`: nothing else enumerates them. */
export const ProviderName: Record<string, string> = {};
/** What their values mean, filled with them. */
export const providerWords: Record<string, { description: string }> = {};
registerEnumType(ProviderName, {
  name: 'Provider',
  description: 'A kind of provider that Trunkline speaks to.',
  valuesConfig: providerWords,
});

export const UpstreamState = { UP: 'UP', DEGRADED: 'DEGRADED', DOWN: 'DOWN', UNKNOWN: 'UNKNOWN' } as const;
export type UpstreamState = keyof typeof UpstreamState;
registerEnumType(UpstreamState, {
  name: 'UpstreamState',
  description: 'What recent calls tell of an upstream.',
  valuesConfig: {
    UP: { description: 'Its recent calls succeeded.' },
    DEGRADED: { description: 'Some of its recent calls failed.' },
    DOWN: { description: 'Its latest calls all failed.' },
    UNKNOWN: { description: 'It has not been called yet.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'Why an upstream did not give what was asked.' })
export class UpstreamError {
  @Field(() => ErrorCode, { description: 'What went wrong, in the codes of this API.' })
  readonly code!: ErrorCode;

  @Field(() => String, { description: 'One sentence for people: the operation and what was found.' })
  readonly message!: string;

  @Field(() => Int, { nullable: true, description: 'The HTTP status it answered; null when no answer came.' })
  readonly httpStatus!: number | null;

  @Field(() => Boolean, { description: 'Whether asking again later may help.' })
  readonly retryable!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'What Trunkline can do with an upstream.' })
export class UpstreamCapabilities {
  @Field(() => [String], { description: 'The kinds of things it has: "Contact", "Group", "Gateway".' })
  readonly entities!: string[];

  @Field(() => [String], {
    description:
      'Contact filters that it evaluates itself, as paths of the argument (`email.eq`); all others cost a full list.',
  })
  readonly contactFilters!: string[];

  @Field(() => [String], { description: 'Names of the mutations that it supports.' })
  readonly writes!: string[];
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'One configured account at one provider: base URL and credentials, named in the config.',
})
export class Upstream extends Node {
  declare readonly __typename: 'Upstream';

  @Field(() => String, { description: 'Its key in the config, e.g. "pbx"; takes part in `upstreams:` arguments.' })
  readonly name!: string;

  @Field(() => ProviderName, { description: 'Which provider it is an account at.' })
  readonly provider!: string;

  @Field(() => UpstreamState, { description: 'From its recent calls.' })
  readonly state!: UpstreamState;

  @Field(() => UpstreamError, { nullable: true, description: 'Its latest failure; null once a call succeeded again.' })
  readonly lastError!: UpstreamError | null;

  @Field(() => UpstreamCapabilities, { description: 'What it has and what it can do by itself.' })
  readonly capabilities!: UpstreamCapabilities;
}

@ObjectType({
  simpleResolvers: true,
  description: 'What one upstream contributed to a list; there is one entry an upstream, failed ones included.',
})
export class SourceReport {
  @Field(() => Upstream, { description: 'Who was asked.' })
  readonly upstream!: UpstreamValue;

  @Field(() => Boolean, {
    description:
      'False when it failed, so that its rows are missing from the list, or some of them. Rows that could not be read are counted by `unreadable`.',
  })
  readonly ok!: boolean;

  @Field(() => UpstreamError, { nullable: true, description: 'Why it is not ok; null when it is.' })
  readonly error!: UpstreamError | null;

  @Field(() => Int, {
    description: 'HTTP requests sent for this list, log-ins and repeats included. 0 when none of its rows can match.',
  })
  readonly requests!: number;

  @Field(() => Int, { description: 'Rows received.' })
  readonly fetched!: number;

  @Field(() => Int, { description: 'Rows left after the filters that the gateway evaluated.' })
  readonly matched!: number;

  @Field(() => Int, {
    description:
      'Rows left out because they could not be read; an entry in `errors` tells where the first one is and why.',
  })
  readonly unreadable!: number;

  @Field(() => Float, { description: 'Milliseconds from the first request to its last row.' })
  readonly elapsedMs!: number;

  @Field(() => [String], { description: 'Parts of filter, order and paging that the provider evaluated.' })
  readonly pushedDown!: string[];

  @Field(() => [String], { description: 'Parts that the gateway evaluated itself.' })
  readonly residual!: string[];

  @Field(() => [String], {
    description:
      'Parts in `pushedDown` for which neither a document nor a row of this server shows how letter cases are compared, e.g. in an empty list. If the server tells them apart, rows in another case are missing.',
  })
  readonly assumed!: string[];

  @Field(() => Boolean, {
    description:
      'True when the provider gave fewer rows than it has, so that rows are missing from the list: ICTCore cuts a list of transmissions at 5,000. A narrower filter finds the others.',
  })
  readonly truncated!: boolean;
}

export function toUpstreamError(failure: ProviderFailure): UpstreamError {
  return {
    code: codeOf(failure),
    message: failure.message,
    httpStatus: failure.status ?? null,
    retryable: isRetryable(failure),
  };
}
