import type { Mistake } from '../../operations/record.js';
import type { Asking } from '../../transport/exchange.js';
import { wrong } from './edit.js';
import type { HostTrackerOptionsBackend } from './options.js';
import type { ContactType } from './wire-contact.js';

interface Chosen {
  readonly alertDelayMinutes?: number | null;
  readonly gateway?: string | null;
}

/** What is chosen from lists that HostTracker serves, and is not on them: each list is read only where it is needed. */
export async function checkOffered(
  { alertDelayMinutes: delay, gateway }: Chosen,
  type: ContactType | undefined,
  options: HostTrackerOptionsBackend,
  asking: Asking,
): Promise<readonly Mistake[]> {
  const found = await Promise.all([
    checkDelay(delay, options, asking),
    type === 'SMS' && checkGateway(gateway, 'text messages', options.smsGateways, asking),
    type === 'IM' && checkGateway(gateway, 'instant messages', options.imGateways, asking),
  ]);
  return found.filter((each): each is Mistake => typeof each === 'object');
}

async function checkDelay(
  delay: number | null | undefined,
  options: HostTrackerOptionsBackend,
  asking: Asking,
): Promise<Mistake | undefined> {
  if (delay === null || delay === undefined) return undefined;
  const delays = await options.alertDelaysMinutes(asking);
  if (delays.includes(delay)) return undefined;
  return wrong(
    ['alertDelayMinutes'],
    `Alerts can’t be delayed by ${delay} minutes; HostTracker offers ${delays.join(', ')}.`,
  );
}

async function checkGateway(
  gateway: string | null | undefined,
  what: string,
  read: HostTrackerOptionsBackend['smsGateways'],
  asking: Asking,
): Promise<Mistake | undefined> {
  if (gateway === null || gateway === undefined) return undefined;
  const names = await read(asking);
  if (names.includes(gateway)) return undefined;
  return wrong(['gateway'], `"${gateway.slice(0, 60)}" sends no ${what}; HostTracker offers ${names.join(', ')}.`);
}
