import { linkedItemCost, payloadCosts, rootListCost } from '../cost/field-kinds.js';
import type { FieldCost, FieldCosts } from '../ports/field-costs.js';
import { programListQuery } from './list-query.js';
import type { ProgramFilter } from './types.js';

const messageCost: FieldCost = linkedItemCost('message', { of: 'program', column: 'messageKey' });
const accountCost: FieldCost = linkedItemCost('account', { of: 'program', column: 'accountKey' });

/** What fields of programs cost. The schema has checked what a client gave: a filter is the filter of its field. */
export const programFieldCosts: FieldCosts = {
  'Query.programs': rootListCost((args) => programListQuery(args.get('filter') as ProgramFilter | null)),
  'Program.parent': linkedItemCost('program', { oneIn: 2 }),
  'EmailToFaxProgram.account': accountCost,
  'FaxToEmailProgram.account': accountCost,
  'ReceiveEmailProgram.account': accountCost,
  'ReceiveFaxProgram.account': accountCost,
  'ReceiveSmsProgram.account': accountCost,
  'SendEmailProgram.template': messageCost,
  'SendFaxProgram.document': messageCost,
  'SendSmsProgram.text': messageCost,
  'VoiceMessageProgram.recording': messageCost,
  ...payloadCosts({ Program: 'program' }),
};
