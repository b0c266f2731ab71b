import type { Channel } from '../../../../graph/contact/types.js';

/** Bits of a `service_flag`; 16 is video, which is no channel. */
export const SERVICE_BITS: ReadonlyArray<readonly [bit: number, channel: Channel]> = [
  [1, 'VOICE'],
  [2, 'FAX'],
  [4, 'SMS'],
  [8, 'EMAIL'],
];

/** What carries a transmission: of several bits, which no server sets, the first; null without any. */
export function channelOf(flags: number): Channel | null {
  return SERVICE_BITS.find(([bit]) => flags & bit)?.[1] ?? null;
}

/** The flag by which a list finds what a channel carries: of several bits, which no server sets, each is found by its own. */
export function serviceFlagOf(channel: Channel): string | undefined {
  const bit = SERVICE_BITS.find(([, each]) => each === channel)?.[0];
  return bit === undefined ? undefined : String(bit);
}
