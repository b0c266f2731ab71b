const MAX_MESSAGE_LENGTH = 200;

/** A provider's words as one line of at most 200 characters, without control and direction characters. */
export function sanitizeMessage(message: string): string {
  const line = message
    // Far more than is kept, so that a megabyte of text is not searched for blanks.
    .slice(0, MAX_MESSAGE_LENGTH * 10)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  // Half a character may be left at the cut.
  return line.length > MAX_MESSAGE_LENGTH ? `${line.slice(0, MAX_MESSAGE_LENGTH - 1).replace(/\p{Cs}$/u, '')}…` : line;
}
