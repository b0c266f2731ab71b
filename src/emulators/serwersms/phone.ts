import { Refusal } from './refusal.js';

/**
 * The number as it is stored: `+48500600700`. Polish numbers without their prefix are corrected, the rest needs a plus.
 * A leading space is a plus that was not percent-encoded in a form (the Bash client does so).
 */
export function toStoredPhone(typed: string): string {
  const digits = typed.replace(/[\s-]/g, '').replace(/^\+/, '');
  if (!/^\d+$/.test(digits)) throw new Refusal(2001);
  const international = /^\s*\+/.test(typed) || /^\s/.test(typed);
  if (!/^\s*\+/.test(typed) && digits.length === 9) return `+48${digits}`;
  if (digits.startsWith('48')) {
    if (digits.length === 11) return `+${digits}`;
  } else if (international && digits.length >= 8 && digits.length <= 15) {
    return `+${digits}`;
  }
  throw new Refusal(2001);
}
