import { payloadOf } from '../payload.js';
import { Document, Recording, Template, Text } from './message.js';

export const { Payload: DocumentPayload, PayloadResolver: DocumentPayloadResolver } = payloadOf(
  'Document',
  'document',
  'message',
  () => Document,
);
export const { Payload: RecordingPayload, PayloadResolver: RecordingPayloadResolver } = payloadOf(
  'Recording',
  'recording',
  'message',
  () => Recording,
);
export const { Payload: TemplatePayload, PayloadResolver: TemplatePayloadResolver } = payloadOf(
  'Template',
  'template',
  'message',
  () => Template,
);
export const { Payload: TextPayload, PayloadResolver: TextPayloadResolver } = payloadOf(
  'Text',
  'text',
  'message',
  () => Text,
);
