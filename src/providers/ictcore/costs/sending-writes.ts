import { ProgramType } from '../../../graph/program/types.js';
import { plannedCall } from '../../../graph/ports/planned-call.js';
import { oneOfCalls, upTo, type WriteCost } from '../../../graph/ports/cost-formulas.js';
import { MESSAGE_WORDS, type MessageWord } from '../message/key.js';
import { programWordOf } from '../program/columns.js';

const PROGRAM_WORDS = Object.values(ProgramType).flatMap((type) => programWordOf(type) ?? []);
const MESSAGE_PATHS = MESSAGE_WORDS.map((word) => `/messages/${word}s`);

const createMessageCost =
  (word: MessageWord): WriteCost =>
  () => [plannedCall(`POST /messages/${word}s`)];
const updateMessageCost =
  (word: MessageWord): WriteCost =>
  () => [plannedCall(`PUT /messages/${word}s/{id}`)];

/** What mutations of campaigns, transmissions, programs and messages ask for one thing. */
export const sendingWriteCosts: Readonly<Record<string, WriteCost>> = {
  createCampaign: () => [
    plannedCall('GET /programs/{id}'),
    plannedCall('GET /groups/{id}'),
    upTo('GET /accounts/{id}'),
    plannedCall('POST /campaigns'),
  ],
  // Whatever it is to name instead is looked for.
  updateCampaign: () => [
    upTo('GET /programs/{id}'),
    upTo('GET /groups/{id}'),
    upTo('GET /accounts/{id}'),
    plannedCall('PUT /campaigns/{id}'),
  ],
  deleteCampaign: () => [plannedCall('DELETE /campaigns/{id}'), upTo('GET /campaigns/{id}')],
  startCampaign: () => [plannedCall('GET /campaigns/{id}'), plannedCall('PUT /campaigns/{id}/start')],
  stopCampaign: () => [plannedCall('PUT /campaigns/{id}/stop')],
  scheduleCampaignStart: () => [plannedCall('POST /campaigns/{id}/start/schedule')],
  scheduleCampaignStop: () => [plannedCall('POST /campaigns/{id}/stop/schedule')],
  cancelCampaignSchedule: () => [plannedCall('DELETE /campaigns/{id}/schedule')],

  // Others of the same program to the same contact are looked for first.
  createTransmission: () => [
    // Whose channel is named.
    upTo('GET /programs'),
    plannedCall('GET /transmissions'),
    plannedCall('POST /transmissions'),
  ],
  sendTransmission: () => sendCost('send', 0),
  retryTransmission: () => sendCost('retry', 1),
  scheduleTransmission: () => [
    plannedCall('GET /transmissions/{id}/status'),
    upTo('GET /transmissions/{id}/detail'),
    plannedCall('PUT /transmissions/{id}/schedule'),
  ],
  cancelTransmissionSchedule: () => [plannedCall('DELETE /transmissions/{id}/schedule')],
  cloneTransmission: () => [
    plannedCall('GET /transmissions/{id}'),
    plannedCall('GET /transmissions'),
    plannedCall('GET /transmissions/{id}/clone'),
  ],
  deleteTransmission: () => [plannedCall('DELETE /transmissions/{id}'), upTo('GET /transmissions/{id}')],

  createProgram: () => [
    upTo('GET /programs/{id}'),
    // Most act for an account or send a message.
    ...oneOfCalls(['GET /accounts/{id}', ...MESSAGE_PATHS.map((path) => `GET ${path}/{id}`)], 1),
    ...oneOfCalls(
      PROGRAM_WORDS.map((word) => `POST /programs/${word}`),
      1,
    ),
  ],
  // The list tells what is below it, and afterwards what of that is gone.
  deleteProgram: () => [plannedCall('GET /programs'), plannedCall('DELETE /programs/{id}'), upTo('GET /programs', 2)],

  createDocument: createMessageCost('document'),
  updateDocument: updateMessageCost('document'),
  createRecording: createMessageCost('recording'),
  updateRecording: updateMessageCost('recording'),
  createTemplate: createMessageCost('template'),
  updateTemplate: updateMessageCost('template'),
  createText: createMessageCost('text'),
  updateText: updateMessageCost('text'),
  deleteMessage: () => [
    ...oneOfCalls(
      MESSAGE_PATHS.map((path) => `DELETE ${path}/{id}`),
      1,
    ),
    ...MESSAGE_PATHS.map((path) => upTo(`GET ${path}/{id}`)),
  ],
};

/**
 * `tried`: expected looks at earlier attempts, which one that is new has not. After it only a refusal, or an answer that
 * names no attempt, needs one, and the status with it; what is stuck is looked at, and freed.
 */
function sendCost(word: 'send' | 'retry', expectedAttemptReads: number) {
  return [
    plannedCall('GET /transmissions/{id}/status', { expected: 1, worst: 2 }),
    plannedCall('GET /transmissions/{id}/detail', { expected: expectedAttemptReads, worst: 2 }),
    ...(word === 'retry' ? [upTo('GET /transmissions/{id}'), upTo('PUT /transmissions/{id}')] : []),
    plannedCall(`POST /transmissions/{id}/${word}`),
  ];
}
