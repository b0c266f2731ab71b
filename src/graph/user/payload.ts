import { definePayload } from '../mutations/payload.js';
import { User } from './types.js';

export const { Payload: UserPayload, PayloadResolver: UserPayloadResolver } = definePayload(
  'User',
  'user',
  'user',
  () => User,
);
