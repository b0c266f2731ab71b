import type { Scenario } from './scenario.js';

/** The id of a message of each kind. */
interface Messages {
  readonly document: string;
  readonly recording: string;
  readonly template: string;
  readonly text: string;
}

/** Writes ICTCore's messages, then the programs, transmissions and campaigns that send them. */
export async function writeSending(scenario: Scenario): Promise<void> {
  const messages = await makeMessages(scenario);
  const sms = await writePrograms(scenario, messages);
  await writeTransmissions(scenario, sms);
  await writeCampaigns(scenario, sms);
  for (const id of Object.values(messages)) await scenario.write('deleteMessage', { id });
}

async function makeMessages({ write, make, upload }: Scenario): Promise<Messages> {
  const document = await make('createDocument', { input: { name: 'Price list' } });
  await upload('createMediaUpload', { messageId: document }, { type: 'application/pdf', text: '%PDF-1.4\n%%EOF\n' });
  await write('updateDocument', { id: document, input: { quality: 'fine' } });

  const recording = await make('createRecording', { input: { name: 'Good morning' } });
  await upload('createMediaUpload', { messageId: recording }, { type: 'audio/wav', text: 'RIFF' });
  await write('updateRecording', { id: recording, input: { description: 'before noon' } });

  const letter = { name: 'Reminder', subject: 'Your invoice', body: 'It is due.' };
  const template = await make('createTemplate', { input: letter });
  await upload('createMediaUpload', { messageId: template }, { type: 'text/plain', text: 'attached' });
  await write('updateTemplate', { id: template, input: { subject: 'Your invoice of November' } });

  const text = await make('createText', { input: { name: 'Sale', data: 'Sale today' } });
  await write('updateText', { id: text, input: { data: 'Sale tomorrow' } });
  return { document, recording, template, text };
}

/** Makes one of each type and gives the one that sends text messages. */
async function writePrograms({ write, make, find }: Scenario, messages: Messages): Promise<string> {
  const accountId = await find('id', '{ accounts { nodes { id } } }');
  for (const type of ['emailToFax', 'faxToEmail', 'receiveEmail', 'receiveFax', 'receiveSms']) {
    await write('createProgram', { input: { [type]: { name: `New ${type}`, accountId } } });
  }
  const sends = { sendEmail: messages.template, sendFax: messages.document, voiceMessage: messages.recording };
  for (const [type, messageId] of Object.entries(sends)) {
    await write('createProgram', { input: { [type]: { name: `New ${type}`, messageId } } });
  }
  const id = await make('createProgram', { input: { voiceTts: { name: 'New voiceTts', data: 'Good morning' } } });
  await write('deleteProgram', { id });
  return make('createProgram', { input: { sendSms: { name: 'New sendSms', messageId: messages.text } } });
}

async function writeTransmissions({ write, make, find }: Scenario, programId: string): Promise<void> {
  const contactId = await find('id', '{ contacts(providers: [ICTCORE], filter: { channel: SMS }) { nodes { id } } }');
  const id = await make('createTransmission', { input: { programId, contactId } });
  await write('scheduleTransmission', { id, at: inAnHour() });
  await write('cancelTransmissionSchedule', { id });
  const copy = await make('cloneTransmission', { id });
  await write('deleteTransmission', { id: copy });
  await write('sendTransmission', { id });
  const failed = await find('id', '{ transmissions(filter: { status: FAILED, channel: FAX }) { nodes { id } } }');
  await write('retryTransmission', { id: failed });
}

async function writeCampaigns({ write, make, find }: Scenario, programId: string): Promise<void> {
  const groupId = await find('id', '{ groups(filter: { name: { eq: "Customers" } }) { nodes { id } } }');
  const id = await make('createCampaign', { input: { programId, groupId } });
  await write('updateCampaign', { id, input: { transmissionsPerMinute: 10 } });
  await write('scheduleCampaignStart', { id, at: inAnHour() });
  await write('scheduleCampaignStop', { id, at: inAnHour() });
  await write('cancelCampaignSchedule', { id });
  await write('startCampaign', { id });
  await write('stopCampaign', { id });
  await write('deleteCampaign', { id });
}

function inAnHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}
