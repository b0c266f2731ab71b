const MAX_MESSAGE_LENGTH = 200;

/** A provider's words as one line of at most 200 characters, without control and direction characters. */
export function sanitizeMessage(message: string): string {
  const line = message
    // Well beyond what is kept: nobody needs a megabyte searched for blanks.
    .slice(0, MAX_MESSAGE_LENGTH * 10)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  // Half a character may be left at the cut.
  return line.length > MAX_MESSAGE_LENGTH ? `${line.slice(0, MAX_MESSAGE_LENGTH - 1).replace(/\p{Cs}$/u, '')}…` : line;
}
