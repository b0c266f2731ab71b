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

/** The flag by which a list finds what a channel carries: of several bits, which no server sets, each is found by its own. */
export function flagOf(channel: Channel): string | undefined {
  const bit = SERVICES.find(([, each]) => each === channel)?.[0];
  return bit === undefined ? undefined : String(bit);
}
