import type { FieldCosts } from '../../graph/cost/ask.js';
import { late, linked, listedBy } from '../../graph/cost/kinds.js';
import type { Noun } from '../../graph/provider.js';
import { transmissionQuestion } from '../../graph/transmission/question.js';

const lates = (noun: Noun, type: string, columns: readonly string[]): FieldCosts =>
  Object.fromEntries(columns.map((column) => [`${type}.${column}`, late(noun, column)]));

/** What the fields cost that only ICTCore's things have. */
export const fieldCosts: FieldCosts = {
  ...lates('contact', 'IctCoreContact', ['address', 'custom1', 'custom2', 'custom3', 'description']),
  'IctCoreContact.transmissions': listedBy('contactId', 'contact', (_args, _planning, also) =>
    transmissionQuestion(also ? { also } : {}),
  ),
  ...lates('group', 'IctCoreGroup', ['contactCount', 'description']),
  ...lates('gateway', 'IctCoreTrunk', [
    'gatewayFlag',
    'port',
    'username',
    'dialString',
    'prefix',
    'settings',
    'register',
    'weight',
    'active',
  ]),
  'TrunkPayload.trunk': linked('gateway'),
};
