import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import { writeChannel, type WriteEnd } from '../operations/write-channel.js';

/** Tells the end of every write of this process; returns what ends that. */
export function watchWrites(onEnd: (end: WriteEnd) => void): () => void {
  const listener = (message: unknown): void => {
    onEnd(message as WriteEnd);
  };
  subscribe(writeChannel.name, listener);
  return () => {
    unsubscribe(writeChannel.name, listener);
  };
}
