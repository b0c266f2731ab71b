/** What a contact may be set to; the lists are the document's, "currently accepted". */
export const CONTACT_TYPES = ['Email', 'IM', 'SMS', 'VoiceCall'] as const;
export const ALERT_DELAYS = [0, 5, 15, 30, 60, 180, 720];
export const SMS_GATEWAYS = ['clickatell', 'clickatella', 'infobip', 'skype', 'twiliosms'];
export const IM_GATEWAYS = ['GTalk', 'SkypeChat'];
/** There is no list of voice gateways: "VoiceCall gateway is twiliovoice". */
export const VOICE_GATEWAY = 'twiliovoice';
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** HTML and Pdf are "planned", so they are refused. */
export const REPORT_FORMATS = ['Text', 'ShortText'];

export type ContactType = (typeof CONTACT_TYPES)[number];
