import { foldBy } from '../kit/comparison.js';
import { badParameter } from './refusal.js';
import type { ContactRow } from './state.js';

/**
 * Which contacts the URL asks for. Keywords are case-sensitive and unknown ones say nothing, so a mistyped keyword
 * gives every contact; all conditions must hold.
 */
export function filterOf(query: URLSearchParams, foldAddress: Fold): (row: ContactRow) => boolean {
  const billing = choice(query, 'acceptBillingNotifications');
  const confirmed = choice(query, 'confirmed');
  const overlimited = choice(query, 'overlimited');
  const address = oneOf(values(query, 'address').map(unquoted), undefined, foldAddress);
  const addresses = oneOf(values(query, 'addresses').map(unquoted), choice(query, 'excludeAddresses'), foldAddress);
  const ids = oneOf(values(query, 'ids'), choice(query, 'excludeIds'));
  // The document has `contactType` alone; its `excludeContactTypes` implies the plural.
  const typeNames = [...values(query, 'contactType'), ...values(query, 'contactTypes')];
  const types = oneOf(typeNames, choice(query, 'excludeContactTypes'));
  return (row) =>
    // "False: only contacts which do not accept": those without the setting do not.
    fits(billing, row.sendBillingNotifications === true) &&
    fits(confirmed, row.confirmed) &&
    fits(overlimited, row.billingOverlimit.length > 0) &&
    address(row.address) &&
    addresses(row.address) &&
    ids(row.id) &&
    types(row.contactType);
}

/** `ids=a&ids=b` as documented, and `ids[0]=a&ids[1]=b` as the published PHP client sends it. */
function values(query: URLSearchParams, keyword: string): string[] {
  return [...query].filter(([name]) => name.replace(/\[\d*\]$/, '') === keyword).map(([, value]) => value);
}

/** True, False or Null in any capitals; the PHP client sends `true`. */
function choice(query: URLSearchParams, keyword: string): boolean | undefined {
  const value = values(query, keyword).at(-1)?.toLowerCase();
  switch (value) {
    case undefined:
    case '':
    case 'null':
      return undefined;
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      throw badParameter(`The value '${value}' is not valid for ${keyword}.`);
  }
}

function fits(wanted: boolean | undefined, actual: boolean): boolean {
  return wanted === undefined || wanted === actual;
}

type Fold = (text: string) => string;

function oneOf(
  wanted: readonly string[],
  exclude: boolean | undefined,
  fold: Fold = foldBy(),
): (value: string) => boolean {
  if (wanted.length === 0) return () => true;
  const folded = new Set(wanted.map(fold));
  return (value) => folded.has(fold(value)) !== (exclude === true);
}

// The document's own example writes addresses="gord_den+5@gmail.com" with its quotes.
function unquoted(value: string): string {
  return /^"(.*)"$/.exec(value)?.[1] ?? value;
}
