import { inputError } from '../../../graph/mutations/field-errors.js';
import type { UserErrorDetail } from '../../../operations/record.js';
import type { CallOptions } from '../../../transport/exchange.js';
import type { HostTrackerOptionsBackend } from './backend.js';
import type { ContactType } from '../contact/columns.js';

interface OptionChoices {
  readonly alertDelayMinutes?: number | null;
  readonly gateway?: string | null;
}

/** Choices that are not on the lists which HostTracker serves. A list is read only where the input chooses from it. */
export async function validateOptionChoices(
  { alertDelayMinutes: delay, gateway }: OptionChoices,
  type: ContactType | undefined,
  options: HostTrackerOptionsBackend,
  callOptions: CallOptions,
): Promise<readonly UserErrorDetail[]> {
  const results = await Promise.all([
    validateAlertDelay(delay, options, callOptions),
    type === 'SMS' && validateGatewayName(gateway, 'text messages', options.smsGateways, callOptions),
    type === 'IM' && validateGatewayName(gateway, 'instant messages', options.imGateways, callOptions),
  ]);
  return results.filter((each): each is UserErrorDetail => typeof each === 'object');
}

async function validateAlertDelay(
  delay: number | null | undefined,
  options: HostTrackerOptionsBackend,
  callOptions: CallOptions,
): Promise<UserErrorDetail | undefined> {
  if (delay === null || delay === undefined) return undefined;
  const delays = await options.alertDelaysMinutes(callOptions);
  if (delays.includes(delay)) return undefined;
  return inputError(
    ['alertDelayMinutes'],
    `Alerts can’t be delayed by ${delay} minutes; HostTracker offers ${delays.join(', ')}.`,
  );
}

async function validateGatewayName(
  gateway: string | null | undefined,
  messageKind: string,
  read: HostTrackerOptionsBackend['smsGateways'],
  callOptions: CallOptions,
): Promise<UserErrorDetail | undefined> {
  if (gateway === null || gateway === undefined) return undefined;
  const names = await read(callOptions);
  if (names.includes(gateway)) return undefined;
  return inputError(
    ['gateway'],
    `"${gateway.slice(0, 60)}" sends no ${messageKind}; HostTracker offers ${names.join(', ')}.`,
  );
}
