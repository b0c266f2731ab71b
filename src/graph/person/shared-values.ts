import { withoutInvisible } from '../../query/text.js';
import { readableEmail } from '../values/email.js';

/** Which values many people share, so that they say nothing of who somebody is. */
export interface SharedValueRules {
  /** E-mail addresses without case; `*` stands for any characters. */
  readonly sharedEmails: readonly string[];
  /** An e-mail or phone of contacts with more distinct names than this is shared too. */
  readonly sharedAbove: number;
}

const MAILBOXES = [
  'abuse',
  'accounting',
  'admin',
  'administrator',
  'billing',
  'biuro',
  'contact',
  'faktury',
  'hello',
  'helpdesk',
  'hostmaster',
  'info',
  'kontakt',
  'mail',
  'marketing',
  'no-reply',
  'noreply',
  'office',
  'poczta',
  'postmaster',
  'recepcja',
  'root',
  'sales',
  'sekretariat',
  'serwis',
  'support',
  'webmaster',
];

/** What holds where a config says nothing else. */
export const DEFAULT_SHARED_VALUE_RULES: SharedValueRules = {
  sharedEmails: MAILBOXES.map((name) => `${name}@*`),
  sharedAbove: 5,
};

/** Whether an e-mail address, as `toEmail` makes it, is one of those. */
export function sharedEmailTest({ sharedEmails }: SharedValueRules): (email: string) => boolean {
  if (sharedEmails.length === 0) return () => false;
  const escaped = sharedEmails.map((pattern) =>
    withoutInvisible(pattern)
      .normalize('NFC')
      .toLowerCase()
      .split(/\*+/)
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('.*'),
  );
  const pattern = new RegExp(`^(?:${escaped.join('|')})$`, 's');
  // A pattern may name a domain in either script.
  return (email) => pattern.test(email) || (email.includes('xn--') && pattern.test(readableEmail(email)));
}
