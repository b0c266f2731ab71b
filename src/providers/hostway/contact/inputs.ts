import { extendCreateContact, extendUpdateContact } from '../../../graph/contact/extension.js';
import { Field, InputType } from '../../../graph/values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../../../graph/mutations/idempotency-key.js';
import { COLUMNS } from './columns.js';

type OptionalColumn = {
  [Each in keyof typeof COLUMNS]: (typeof COLUMNS)[Each] extends { readonly label: string } ? Each : never;
}[keyof typeof COLUMNS];

type OptionalValues = Readonly<Partial<Record<OptionalColumn, string | null>>>;

/** A new contact, as the graph gives it. The optional fields follow from the columns. */
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

for (const [name, column] of Object.entries(COLUMNS)) {
  if (!('label' in column)) continue;
  const created = { nullable: true, description: `${column.label}. Null or left out: none.` };
  const changed = { nullable: true, description: `${column.label}. Null: none.` };
  Field(() => String, created)(CreateHostwayContactInput.prototype, name);
  Field(() => String, changed)(UpdateHostwayContactInput.prototype, name);
}

extendCreateContact('hostway', CreateHostwayContactInput, 'A contact in the address book of a Hostway mail domain.');
extendUpdateContact('hostway', UpdateHostwayContactInput, 'For contacts of Hostway.');

/** The members of the inputs of createContact and updateContact that take these inputs. */
export const contactInputs = { create: ['hostway'], update: ['hostway'] } as const;
