import { definePayload } from '../mutations/payload.js';
import { Group } from './types.js';

export const { Payload: GroupPayload, PayloadResolver: GroupPayloadResolver } = definePayload(
  'Group',
  'group',
  'group',
  () => Group,
);
