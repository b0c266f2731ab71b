import { extendCreateContact, extendUpdateContact } from '../../../graph/contact/extension.js';
import { Field, InputType } from '../../../graph/values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../../../graph/mutations/idempotency-key.js';
import { HOSTWAY_COLUMNS, type HostwayColumn } from './column-names.js';

/** What a contact can do without, each with what it is. */
const OPTIONAL_COLUMNS = {
  firstName: 'First name',
  lastName: 'Last name',
  title: 'What the person is in the company, e.g. `Dyrektor`',
  homePhone: 'Home phone, kept as it is typed',
  mobilePhone: 'Mobile phone, kept as it is typed',
  businessPhone: 'Business phone, kept as it is typed',
  businessFax: 'Business fax, kept as it is typed',
  isdnNumber: 'ISDN number, kept as it is typed',
  pager: 'Pager, kept as it is typed',
  telexNumber: 'Telex number, kept as it is typed',
  company: 'Name of the company',
  department: 'Name of the department',
  roomNumber: 'Number of the room, e.g. `4/12`',
  streetAddress: 'Street with its number',
  postalCode: 'Postal code',
  city: 'City',
  state: 'State or province',
  country: 'Country, in whatever form',
} as const satisfies Readonly<Partial<Record<HostwayColumn, string>>>;

type OptionalValues = Readonly<Partial<Record<keyof typeof OPTIONAL_COLUMNS, string | null>>>;

/** A new contact, as the graph gives it. */
export type HostwayNewContact = CreateHostwayContactInput & OptionalValues;
/** A change, as the graph gives it: undefined is kept, null clears. */
export type HostwayContactChange = UpdateHostwayContactInput & OptionalValues;

@InputType({
  description: "Somebody new in the address book of a Hostway mail domain. It can't be deleted by its API.",
})
export class CreateHostwayContactInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of a Hostway account; may be left out when only one is configured.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Mail domain whose address book it goes to; may be left out when the upstream has one domain.',
  })
  readonly domain?: string | null;

  @Field(() => String, {
    description:
      'Its key in the domain, e.g. `anna.kowalska`: it never changes, and a second one of that name is a CONFLICT. Any text that a URL can carry: without control characters and blanks at the ends, and no part between slashes empty, `.` or `..`.',
  })
  readonly name!: string;

  @Field(() => String, { description: 'E-mail address; several contacts may have the same.' })
  readonly email!: string;

  @Field(() => String, { description: 'What people read, e.g. `Anna Kowalska`; not blank.' })
  readonly displayName!: string;
}

@InputType({
  description: 'Changes to a Hostway contact: what is left out is kept, null clears. Its name never changes.',
})
export class UpdateHostwayContactInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address; a contact must have one.' })
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: 'What people read; a contact must have one that is not blank.' })
  readonly displayName?: string | null;
}

for (const [column, what] of Object.entries(OPTIONAL_COLUMNS)) {
  const made = { nullable: true, description: `${what}. Null or left out: none.` };
  Field(() => String, made)(CreateHostwayContactInput.prototype, column);
  Field(() => String, { nullable: true, description: `${what}. Null: none.` })(
    UpdateHostwayContactInput.prototype,
    column,
  );
}

extendCreateContact('hostway', CreateHostwayContactInput, 'A contact in the address book of a Hostway mail domain.');
extendUpdateContact('hostway', UpdateHostwayContactInput, 'For contacts of Hostway.');

/** What this plug adds to the inputs of createContact and updateContact. */
export const contactInputs = { create: ['hostway'], update: ['hostway'] } as const;

/** Columns that a change can hold: all but the key. */
export const CHANGEABLE_COLUMNS = Object.values(HOSTWAY_COLUMNS).filter((column) => column !== 'name');
