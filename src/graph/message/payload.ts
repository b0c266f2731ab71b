import { definePayload } from '../mutations/payload.js';
import { Document, Recording, Template, Text } from './types.js';

export const { Payload: DocumentPayload, PayloadResolver: DocumentPayloadResolver } = definePayload(
  'Document',
  'document',
  'message',
  () => Document,
);
export const { Payload: RecordingPayload, PayloadResolver: RecordingPayloadResolver } = definePayload(
  'Recording',
  'recording',
  'message',
  () => Recording,
);
export const { Payload: TemplatePayload, PayloadResolver: TemplatePayloadResolver } = definePayload(
  'Template',
  'template',
  'message',
  () => Template,
);
export const { Payload: TextPayload, PayloadResolver: TextPayloadResolver } = definePayload(
  'Text',
  'text',
  'message',
  () => Text,
);
