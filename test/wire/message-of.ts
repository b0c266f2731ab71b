import { UnreadableValue } from '../../src/wire/unreadable-value.js';

/** The message with which a value was not read. */
export function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableValue) return error.message;
    throw error;
  }
  throw new Error('it was read');
}
