import type { ContactType } from './contact/columns.js';

/** How HostTracker names contacts of one type in its paths and bodies. */
export interface ContactTypeNames {
  readonly type: ContactType;
  readonly pathSegment: string;
  /** The element of its XML bodies. */
  readonly xmlRoot: string;
  /** What people call it. */
  readonly title: string;
}

export const CONTACT_TYPE_NAMES = {
  Email: { type: 'Email', pathSegment: 'email', xmlRoot: 'EmailContactEditableData', title: 'an e-mail contact' },
  SMS: { type: 'SMS', pathSegment: 'sms', xmlRoot: 'SmsContactEditableData', title: 'an SMS contact' },
  IM: { type: 'IM', pathSegment: 'im', xmlRoot: 'IMContactEditableData', title: 'an instant-message contact' },
  // The document's one exception: not VoiceCallContactEditableData.
  VoiceCall: {
    type: 'VoiceCall',
    pathSegment: 'voice',
    xmlRoot: 'VoiceCallEditableData',
    title: 'a voice-call contact',
  },
} as const satisfies Readonly<Record<ContactType, ContactTypeNames>>;
