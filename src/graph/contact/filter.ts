import { condition, matchAll, matchNone, mapConditions, type Filter } from '../../query/filter.js';
import type { RowTest, RowTests } from '../../query/residual.js';
import { decodeId, encodeId, type Reference } from '../values/id.js';
import { withoutExtension } from '../values/phone-extension.js';
import { digitsOf, toPhone, type CountryCode } from '../values/phone.js';
import { emailConditions, emailTestsOf, textConditions, textTests, textTestsOf } from '../values/text-filter.js';
import type { Channel, Contact } from './types.js';
import type { ContactFilter } from './filter-input.js';
import type { ContactFilterExtension } from '../ports/contact-extension.js';

type Extensions = readonly ContactFilterExtension[];

/** The caller's filter as a tree of conditions; a malformed id is BAD_USER_INPUT. */
export function toContactFilter(input: ContactFilter | null | undefined, extensions: Extensions): Filter {
  if (!input) return matchAll;
  const parts: Filter[] = [
    ...(input.and ?? []).map((part) => toContactFilter(part, extensions)),
    ...textConditions('name', input.name),
    ...emailConditions('email', input.email),
    ...textConditions('phone', input.phone),
    ...extensions.flatMap((extension) => extensionConditions(input, extension)),
  ];
  if (input.or) parts.push({ is: 'any', of: input.or.map((part) => toContactFilter(part, extensions)) });
  if (input.not) parts.push({ is: 'not', of: toContactFilter(input.not, extensions) });
  if (input.ids) parts.push(condition('ids', input.ids.map(decodeId)));
  if (input.channel) parts.push(condition('channel', input.channel));
  if (typeof input.groupId === 'string') parts.push(condition('groupId', decodeId(input.groupId)));
  if (typeof input.ungrouped === 'boolean') {
    const ungrouped = condition('ungrouped', true);
    parts.push(input.ungrouped ? ungrouped : { is: 'not', of: ungrouped });
  }
  return { is: 'all', of: parts };
}

function extensionConditions(input: ContactFilter, { field, toFilter: convert }: ContactFilterExtension): Filter[] {
  const own: unknown = Reflect.get(input, field);
  return typeof own === 'object' && own !== null ? [convert(own)] : [];
}

/** The upstream's side of a filter: what it needs to know of itself. */
export interface UpstreamTerms {
  readonly upstream: string;
  readonly country: CountryCode | undefined;
  /** The field under which its provider extends ContactFilter, if it does. */
  readonly extension: string | undefined;
}

/** The same filter in one upstream's terms: its own keys, its own country; what names others can't hold here. */
export function localiseContactFilter(filter: Filter, terms: UpstreamTerms, extensions: Extensions): Filter {
  return mapConditions(filter, (part) => {
    switch (part.path) {
      case 'ids': {
        const references = part.value as readonly Reference[];
        const here = references.filter(({ upstream, noun }) => upstream === terms.upstream && noun === 'contact');
        return here.length ? condition('ids', here) : matchNone;
      }
      case 'groupId': {
        const { upstream, noun, key } = part.value as Reference;
        return upstream === terms.upstream && noun === 'group' ? condition('groupId', key) : matchNone;
      }
      case 'phone.eq':
        return condition(part.path, toPhone(part.value as string, terms.country), part.name);
      case 'phone.in':
        return condition(
          part.path,
          (part.value as readonly string[]).map((text) => toPhone(text, terms.country)),
        );
      default: {
        const owner = extensions.find(({ field }) => part.path.startsWith(`${field}.`));
        return owner && owner.field !== terms.extension ? matchNone : part;
      }
    }
  });
}

interface ContactNames {
  readonly name?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
}

function namesOf(contact: Contact & ContactNames): readonly string[] {
  const { displayName, name, firstName, lastName } = contact;
  return [displayName, name, firstName, lastName].filter((text): text is string => typeof text === 'string');
}

/** A number without an extension is that of a row with any; one with an extension is that of rows with the same. */
function wholePhoneTest(operator: 'eq' | 'in'): RowTest<Contact> {
  return {
    column: 'phone',
    compile: (value: string | readonly string[]) => {
      const test = textTests[operator](value);
      return ({ phones }) => phones.some((phone) => test(phone) || test(withoutExtension(phone)));
    },
  };
}

/** Numbers are compared by their digits; a text without any is compared as it is. */
function phoneDigitsTest(operator: 'contains' | 'startsWith'): RowTest<Contact> {
  return {
    column: 'phone',
    compile: (value: string) => {
      const test = textTests[operator](digitsOf(value) || value);
      const bare = digitsOf(value) === '' ? (text: string) => text : digitsOf;
      return ({ phones }) => phones.some((phone) => test(bare(phone)));
    },
  };
}

/** How a contact is tested, by path of the condition. */
export const contactTests: RowTests<Contact> = {
  ...textTestsOf('name', namesOf),
  ...emailTestsOf<Contact>('email', ({ emails }) => emails),
  'phone.eq': wholePhoneTest('eq'),
  'phone.in': wholePhoneTest('in'),
  'phone.contains': phoneDigitsTest('contains'),
  'phone.startsWith': phoneDigitsTest('startsWith'),
  ids: {
    column: 'id',
    compile: (references: readonly Reference[]) => {
      const ids = new Set(references.map(({ upstream, noun, key }) => encodeId(upstream, noun, key)));
      return ({ id }) => ids.has(id);
    },
  },
  channel: {
    column: 'channel',
    compile:
      (channel: Channel) =>
      ({ channels }) =>
        channels.includes(channel),
  },
  groupId: {
    column: 'groups',
    compile:
      (key: string) =>
      ({ groupKeys }) =>
        groupKeys?.includes(key) ?? false,
  },
  ungrouped: {
    column: 'groups',
    compile:
      () =>
      ({ groupKeys }) =>
        !groupKeys?.length,
  },
};
