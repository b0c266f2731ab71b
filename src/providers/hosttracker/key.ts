import { isUuid } from '../../graph/values/uuid.js';
import { describeType, UnreadableValue } from '../../wire/unreadable-value.js';
import type { Reader } from '../../wire/reader.js';

/** Reads one of HostTracker's ids. */
export const guid: Reader<string> = (value, at) => {
  if (typeof value === 'string' && isUuid(value)) return value;
  throw new UnreadableValue('a GUID', at, describeType(value));
};
