import { definePayload } from '../mutations/payload.js';
import { Program } from './types.js';

export const { Payload: ProgramPayload, PayloadResolver: ProgramPayloadResolver } = definePayload(
  'Program',
  'program',
  'program',
  () => Program,
);
