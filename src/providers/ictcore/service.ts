import type { Channel } from '../../graph/contact/contact.js';

/** Bits of a `service_flag`; 16 is video, which is no channel. */
export const SERVICES: ReadonlyArray<readonly [bit: number, channel: Channel]> = [
  [1, 'VOICE'],
  [2, 'FAX'],
  [4, 'SMS'],
  [8, 'EMAIL'],
];

/** What carries a transmission: of several bits, which no server sets, the first; null without any. */
export function channelOf(flags: number): Channel | null {
  return SERVICES.find(([bit]) => flags & bit)?.[1] ?? null;
}

/** Flags by which a list finds what a channel carries, since it gives all that have every bit of the flag. */
export interface Flags {
  readonly flag: string;
  /** What has these as well is carried by an earlier channel. */
  readonly without: readonly string[];
}

export function flagsOf(channel: Channel): Flags | undefined {
  const index = SERVICES.findIndex(([, each]) => each === channel);
  const bit = SERVICES[index]?.[0];
  if (bit === undefined) return undefined;
  return { flag: String(bit), without: SERVICES.slice(0, index).map(([earlier]) => String(earlier + bit)) };
}
