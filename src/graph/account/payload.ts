import { definePayload } from '../mutations/payload.js';
import { Account } from './types.js';

export const { Payload: AccountPayload, PayloadResolver: AccountPayloadResolver } = definePayload(
  'Account',
  'account',
  'account',
  () => Account,
);
