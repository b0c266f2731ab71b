/** What every description of a message that programs send has to say. */
export const SENT_AS_MADE =
  'A program sends its message as it was when the program was made (ICTCore): what changes later is not sent.';
