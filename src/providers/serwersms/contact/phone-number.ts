import { isPhone, toPhone, type CountryCode } from '../../../graph/values/phone.js';

/**
 * A number as it is sent, in E.164; undefined for a text that is none. SerwerSMS itself reads nine digits as a Polish number.
 * No country is guessed from digits without a plus: `532 123 456` could be Cuban, and a message would go there.
 */
export function toWirePhone(typed: string, country: CountryCode | undefined): string | undefined {
  const text = typed.trim();
  if (!/^\+?[\d\s()./-]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+') || digits.startsWith('00')) {
    const whole = digits.replace(/^00/, '');
    return /^[1-9]\d{7,14}$/.test(whole) ? `+${whole}` : undefined;
  }
  if (country === undefined || country === 'PL') {
    return /^(48)?\d{9}$/.test(digits) ? `+48${digits.slice(-9)}` : undefined;
  }
  // Behind a trunk code stands nothing but a national number.
  const national = digits.startsWith('0') ? toPhone(text, country) : '';
  return isPhone(national) ? national : undefined;
}

/** The same text for all spellings of one number, to compare rows by: those that were kept as typed lack a plus or have blanks. */
export function comparablePhone(phone: string, country: CountryCode | undefined): string {
  return toPhone(toWirePhone(phone, country) ?? phone, country);
}
