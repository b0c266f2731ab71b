import { domainToASCII, domainToUnicode } from 'node:url';

import { isAscii, withoutInvisible } from '../../query/text.js';

/**
 * An e-mail address as all are compared: without blanks around it, `mailto:`, angle brackets, trailing dots and invisible
 * characters, the local part in NFC and lower case, the domain in ASCII. Undefined for a text that is none.
 */
export function toEmail(text: string): string | undefined {
  const given = text.trim();
  if (PLAIN.test(given)) return given.toLowerCase();
  const bare = stripDecorations(withoutInvisible(text));
  const at = bare.lastIndexOf('@');
  const email = `${bare.slice(0, at).normalize('NFC').toLowerCase().normalize('NFC')}@${toDomain(bare.slice(at + 1))}`;
  return at > 0 && ADDRESS.test(email) ? email : undefined;
}

/** What is wrong with a text that is to be written as an e-mail address, as a sentence; undefined: nothing. */
export function describeEmailFault(text: string): string | undefined {
  if (withoutInvisible(text) !== text) return `${HINT} it holds characters that nobody sees.`;
  if (/^mailto:/i.test(text.trim())) return `${HINT} leave out "mailto:".`;
  if (/[<>]/.test(text)) return `${HINT} leave out angle brackets and names.`;
  return /\.\s*$/.test(text) ? `${HINT} leave out the dot at its end.` : undefined;
}

const HINT = 'Give the bare e-mail address, e.g. anna@example.com:';

/** Whether who keeps addresses as they were typed can be asked for this one or this part: those beyond ASCII have two forms. */
export function hasSingleForm(text: string): boolean {
  return isAscii(text) && !/xn--/i.test(text);
}

/** What of an address a part may be looked for in: of a domain that has two forms, the form that the part is written in. */
export function formFor(part: string): (email: string) => string {
  if (/xn--/i.test(part)) return (email) => email;
  if (!isAscii(part)) return readableEmail;
  // A part of what only stands in one of the forms is none of the other.
  return (email) => (email.includes('xn--') ? email.replace(/(?<=[@.])xn--[^.]*/g, '\0') : email);
}

/** The address with its domain as people read it, where that is another: `anna@müller.example`. */
export function readableEmail(email: string): string {
  const at = email.lastIndexOf('@') + 1;
  if (!email.includes('xn--', at)) return email;
  return `${email.slice(0, at)}${domainToUnicode(email.slice(at))}`;
}

/** Nearly all addresses: nothing to be done but their case. */
const PLAIN = /^(?!mailto:)[!#-;=?A-~]+@[A-Za-z\d_-]+(?:\.[A-Za-z\d_-]+)+$/i;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function stripDecorations(text: string): string {
  // Names may stand before brackets, and a question behind the address of a link.
  const bracketed = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text;
  const linked = /^\s*mailto:\s*<?([^?<>]*)/i.exec(bracketed)?.[1] ?? bracketed;
  return linked.trim().replace(/[.。．｡\s]+$/, '');
}

/** The domain as mail servers know it; one that can't be a domain in its own lower case. */
function toDomain(text: string): string {
  const plain = text.normalize('NFC').toLowerCase();
  // ASCII needs no change, and Node would take some of it for a number of a host or an escape.
  if (isAscii(plain) || /[\0-,/:-`{-\x7F]/.test(plain)) return plain;
  return domainToASCII(plain) || plain;
}
