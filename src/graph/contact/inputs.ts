import { InputType } from '../values/decorators.js';

@InputType({
  description:
    'A new contact, of exactly one kind: what each provider can hold differs. `upstream` may be left out where only one upstream of that provider is configured.',
})
export class CreateContactInput {}

@InputType({
  description:
    'Changes to a contact: the one member that fits it. A field that is left out is kept, and null clears it.',
})
export class UpdateContactInput {}
