import { extendCreateContact, extendUpdateContact } from '../../graph/contact/extension.js';
import {
  CreateHostTrackerEmailContactInput,
  CreateHostTrackerGatewayContactInput,
  CreateHostTrackerVoiceContactInput,
  UpdateHostTrackerContactInput,
} from './contact/inputs.js';
import type { ContactInputMembers } from '../../graph/ports/contact-extension.js';

const STATUS =
  'With `status` CODE_FAIL or LOW_SMS_BALANCE it was made, but no code was sent. OPERATION_ERROR and OVERLIMITED, which HostTracker does not explain, are a `status` where a contact was made, and an UPSTREAM_REJECTED userError where none was.';

extendCreateContact('hostTrackerEmail', CreateHostTrackerEmailContactInput, `HostTracker: e-mail. ${STATUS}`);
extendCreateContact('hostTrackerSms', CreateHostTrackerGatewayContactInput, `HostTracker: text messages. ${STATUS}`);
extendCreateContact('hostTrackerIm', CreateHostTrackerGatewayContactInput, `HostTracker: instant messages. ${STATUS}`);
extendCreateContact('hostTrackerVoice', CreateHostTrackerVoiceContactInput, `HostTracker: phone calls. ${STATUS}`);
extendUpdateContact(
  'hostTracker',
  UpdateHostTrackerContactInput,
  'A HostTracker contact of any kind; its kind itself stays.',
);

/** Members of the inputs of createContact and updateContact that HostTracker's contacts have. */
export const contactInputs: ContactInputMembers = {
  create: ['hostTrackerEmail', 'hostTrackerSms', 'hostTrackerIm', 'hostTrackerVoice'],
  update: ['hostTracker'],
};
