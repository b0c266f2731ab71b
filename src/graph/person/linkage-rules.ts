import { foldText, plainText } from '../../query/text.js';
import type { Contact } from '../contact/types.js';
import { toEmail } from '../values/email.js';
import { digitsOf, isPhone } from '../values/phone.js';
import type { LinkageRules } from './clusters.js';
import { sharedEmailTest, type SharedValueRules } from './shared-values.js';

declare module '../request/context.js' {
  interface Context {
    /** What makes contacts one person. */
    readonly linkageRules: LinkageRules<Contact>;
  }
}

/** What ties contacts: e-mails that are nobody's mailbox of all, and phones in E.164 without an extension. */
export function createLinkageRules(sharing: SharedValueRules): LinkageRules<Contact> {
  const isShared = sharedEmailTest(sharing);
  return {
    linkingValuesOf: ({ emails, phones }) => [...emails.filter((email) => !isShared(email)), ...phones.filter(isPhone)],
    nameOf: (contact) => {
      const name = properNameOf(contact);
      // "Nowak Jan" is Jan Nowak.
      return name === undefined ? undefined : foldText(name).split(/\s+/).sort().join(' ');
    },
    sharedAbove: sharing.sharedAbove,
  };
}

/** The display name, unless it only repeats an address or a number. */
export function properNameOf({ displayName, emails, phones }: Contact): string | undefined {
  const name = plainText(displayName);
  if (name === '' || emails.includes(toEmail(name) ?? '')) return undefined;
  const isNumber = phones.includes(name) || (/^[\d\s()+.,;|/-]+$/.test(name) && digitsOf(name) !== '');
  return isNumber ? undefined : name;
}
