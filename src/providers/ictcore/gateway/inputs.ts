import { Field, InputType, Int } from '../../../graph/values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../../../graph/mutations/idempotency-key.js';

const TYPE = '`sip`, `smpp`, `http`, `smtp` or `emailcmd`.';
const GATEWAY_FLAG = 'Which switch drives it: Kannel 2, Sendmail 4, FreeSWITCH 8. Release 1.2 keeps none.';
const SERVICE_FLAG = 'Sum of what it carries: voice 1, fax 2, SMS 4, e-mail 8, video 16.';
const NODE = 'Number of the node that uses it, from 0.';
const HOST = 'Name or address of the terminating server, at most 128 characters.';
const PORT = 'Port of the terminating server, 1 to 65535.';
const PASSWORD = 'Password at the terminating server, at most 128 characters. It is never told again.';
const DIAL_STRING = 'Dial string of the switch, at most 255 characters.';
const PREFIX =
  'Digits, * and # dialled before every number, at most 32 characters. With `|` it exchanges one beginning of a number for another, as in `0|48`, and commas part several; releases differ in which side is removed.';
const SETTINGS = 'More configuration, in the words of its type, at most 10000 characters.';
const WEIGHT = 'Trunks of less weight are used more often; from 0.';

@InputType({ description: 'A new trunk of an ICTCore installation, there called a provider.' })
export class CreateTrunkInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of the upstream; may be left out where only one ICTCore installation is configured.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { description: 'Its name, at most 128 characters, not blank; names need not be unique.' })
  readonly name!: string;

  @Field(() => String, { description: 'User name at the terminating server, at most 128 characters, not blank.' })
  readonly username!: string;

  @Field(() => String, { nullable: true, description: `${HOST} Left out or null: none.` })
  readonly host?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `${TYPE} Left out or null: of no type, and so of no use to a switch.`,
  })
  readonly type?: string | null;

  @Field(() => Int, { nullable: true, description: `${GATEWAY_FLAG} Left out or null: none.` })
  readonly gatewayFlag?: number | null;

  @Field(() => Int, { nullable: true, description: `${SERVICE_FLAG} Left out or null: what the server takes for it.` })
  readonly serviceFlag?: number | null;

  @Field(() => Int, { nullable: true, description: `${NODE} Left out or null: what the server takes for it.` })
  readonly nodeId?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `${PORT} Left out or null: what the server takes for it, usually 5060.`,
  })
  readonly port?: number | null;

  @Field(() => String, { nullable: true, description: `${PASSWORD} Left out or null: none.` })
  readonly password?: string | null;

  @Field(() => String, { nullable: true, description: `${DIAL_STRING} Left out or null: none.` })
  readonly dialString?: string | null;

  @Field(() => String, { nullable: true, description: `${PREFIX} Left out or null: none.` })
  readonly prefix?: string | null;

  @Field(() => String, { nullable: true, description: `${SETTINGS} Left out or null: none.` })
  readonly settings?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether ICTCore registers there. Left out or null: no.' })
  readonly register?: boolean | null;

  @Field(() => Int, { nullable: true, description: `${WEIGHT} Left out or null: 0.` })
  readonly weight?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may be used. Left out or null: yes.' })
  readonly active?: boolean | null;
}

@InputType({ description: 'Changes to a trunk: what is left out is kept, null clears.' })
export class UpdateTrunkInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { nullable: true, description: "Its name, at most 128 characters; it can't be cleared." })
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "User name at the terminating server, at most 128 characters; it can't be cleared.",
  })
  readonly username?: string | null;

  @Field(() => String, { nullable: true, description: HOST })
  readonly host?: string | null;

  @Field(() => String, {
    nullable: true,
    description: `${TYPE} Release 1.2 keeps the type that a trunk was made with: a user error tells. It can't be cleared.`,
  })
  readonly type?: string | null;

  @Field(() => Int, { nullable: true, description: GATEWAY_FLAG })
  readonly gatewayFlag?: number | null;

  @Field(() => Int, { nullable: true, description: SERVICE_FLAG })
  readonly serviceFlag?: number | null;

  @Field(() => Int, { nullable: true, description: `${NODE} It can't be cleared.` })
  readonly nodeId?: number | null;

  @Field(() => Int, { nullable: true, description: `${PORT} It can't be cleared.` })
  readonly port?: number | null;

  @Field(() => String, { nullable: true, description: PASSWORD })
  readonly password?: string | null;

  @Field(() => String, { nullable: true, description: DIAL_STRING })
  readonly dialString?: string | null;

  @Field(() => String, { nullable: true, description: PREFIX })
  readonly prefix?: string | null;

  @Field(() => String, { nullable: true, description: SETTINGS })
  readonly settings?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether ICTCore registers there: true or false, it can't be cleared.",
  })
  readonly register?: boolean | null;

  @Field(() => Int, { nullable: true, description: `${WEIGHT} It can't be cleared.` })
  readonly weight?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it may be used: true or false, it can't be cleared." })
  readonly active?: boolean | null;
}
