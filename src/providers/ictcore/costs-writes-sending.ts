import { ProgramType } from '../../graph/program/program.js';
import { call } from '../../graph/cost/call.js';
import { anyOf, perhaps, type WriteCost } from './costs-ways.js';
import { MESSAGE_WORDS, type MessageWord } from './message-key.js';
import { wordOf } from './program-row.js';

const PROGRAMS = Object.values(ProgramType).flatMap((type) => wordOf(type) ?? []);
const MESSAGES = MESSAGE_WORDS.map((word) => `/messages/${word}s`);

const making =
  (word: MessageWord): WriteCost =>
  () => [call(`POST /messages/${word}s`)];
const changing =
  (word: MessageWord): WriteCost =>
  () => [call(`PUT /messages/${word}s/{id}`)];

/** What mutations of campaigns, transmissions, programs and messages ask for one thing. */
export const sendingWriteCosts: Readonly<Record<string, WriteCost>> = {
  createCampaign: () => [
    call('GET /programs/{id}'),
    call('GET /groups/{id}'),
    perhaps('GET /accounts/{id}'),
    call('POST /campaigns'),
  ],
  // Whatever it is to name instead is looked for.
  updateCampaign: () => [
    perhaps('GET /programs/{id}'),
    perhaps('GET /groups/{id}'),
    perhaps('GET /accounts/{id}'),
    call('PUT /campaigns/{id}'),
  ],
  deleteCampaign: () => [call('DELETE /campaigns/{id}'), perhaps('GET /campaigns/{id}')],
  startCampaign: () => [call('GET /campaigns/{id}'), call('PUT /campaigns/{id}/start')],
  stopCampaign: () => [call('PUT /campaigns/{id}/stop')],
  scheduleCampaignStart: () => [call('POST /campaigns/{id}/start/schedule')],
  scheduleCampaignStop: () => [call('POST /campaigns/{id}/stop/schedule')],
  cancelCampaignSchedule: () => [call('DELETE /campaigns/{id}/schedule')],

  // Others of the same program to the same contact are looked for first.
  createTransmission: () => [
    // Whose channel is named.
    perhaps('GET /programs'),
    call('GET /transmissions'),
    call('POST /transmissions'),
  ],
  sendTransmission: () => sending('send', 0),
  retryTransmission: () => sending('retry', 1),
  scheduleTransmission: () => [
    call('GET /transmissions/{id}/status'),
    perhaps('GET /transmissions/{id}/detail'),
    call('PUT /transmissions/{id}/schedule'),
  ],
  cancelTransmissionSchedule: () => [call('DELETE /transmissions/{id}/schedule')],
  cloneTransmission: () => [
    call('GET /transmissions/{id}'),
    call('GET /transmissions'),
    call('GET /transmissions/{id}/clone'),
  ],
  deleteTransmission: () => [call('DELETE /transmissions/{id}'), perhaps('GET /transmissions/{id}')],

  createProgram: () => [
    perhaps('GET /programs/{id}'),
    // Most act for an account or send a message.
    ...anyOf(['GET /accounts/{id}', ...MESSAGES.map((path) => `GET ${path}/{id}`)], 1),
    ...anyOf(
      PROGRAMS.map((word) => `POST /programs/${word}`),
      1,
    ),
  ],
  // The list tells what is below it, and afterwards what of that is gone.
  deleteProgram: () => [call('GET /programs'), call('DELETE /programs/{id}'), perhaps('GET /programs', 2)],

  createDocument: making('document'),
  updateDocument: changing('document'),
  createRecording: making('recording'),
  updateRecording: changing('recording'),
  createTemplate: making('template'),
  updateTemplate: changing('template'),
  createText: making('text'),
  updateText: changing('text'),
  deleteMessage: () => [
    ...anyOf(
      MESSAGES.map((path) => `DELETE ${path}/{id}`),
      1,
    ),
    ...MESSAGES.map((path) => perhaps(`GET ${path}/{id}`)),
  ],
};

/**
 * `tried`: expected looks at earlier attempts, which one that is new has not. After it only a refusal, or an answer that
 * names no attempt, needs one, and the status with it; what is stuck is looked at, and freed.
 */
function sending(word: 'send' | 'retry', tried: number) {
  return [
    call('GET /transmissions/{id}/status', { expected: 1, worst: 2 }),
    call('GET /transmissions/{id}/detail', { expected: tried, worst: 2 }),
    ...(word === 'retry' ? [perhaps('GET /transmissions/{id}'), perhaps('PUT /transmissions/{id}')] : []),
    call(`POST /transmissions/{id}/${word}`),
  ];
}
