import type { ContactType } from './wire-contact.js';

/** How HostTracker names contacts of one type in its paths and bodies. */
export interface Kind {
  readonly type: ContactType;
  readonly path: string;
  /** The element of its XML bodies. */
  readonly root: string;
  /** What people call it. */
  readonly title: string;
}

export const KINDS = {
  Email: { type: 'Email', path: 'email', root: 'EmailContactEditableData', title: 'an e-mail contact' },
  SMS: { type: 'SMS', path: 'sms', root: 'SmsContactEditableData', title: 'an SMS contact' },
  IM: { type: 'IM', path: 'im', root: 'IMContactEditableData', title: 'an instant-message contact' },
  // The document's one exception: not VoiceCallContactEditableData.
  VoiceCall: { type: 'VoiceCall', path: 'voice', root: 'VoiceCallEditableData', title: 'a voice-call contact' },
} as const satisfies Readonly<Record<ContactType, Kind>>;
