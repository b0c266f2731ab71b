import * as z from 'zod';

import { isSupportedCountry, type CountryCode } from '../graph/values/phone.js';

const EXPECTED_COUNTRY = 'expected a country as two capital letters (ISO 3166), such as PL';

/** Codes that are not in ISO 3166, and the code that people mean by them. */
const COUNTRY_ALIASES: Readonly<Record<string, string>> = {
  UK: 'GB',
  EN: 'GB',
  EL: 'GR',
  CS: 'CZ',
  DA: 'DK',
  SV: 'SE',
  JA: 'JP',
};

/** A country whose phone numbers are known. */
export const countrySchema = z.string().refine((text): text is CountryCode => isSupportedCountry(text), {
  error: ({ input }) => {
    const suggestion = typeof input === 'string' ? suggestCountry(input) : undefined;
    return suggestion === undefined ? EXPECTED_COUNTRY : `${EXPECTED_COUNTRY}; did you mean "${suggestion}"?`;
  },
});

/** The code that is meant by a country's English name, another spelling or a language's code. */
function suggestCountry(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  const meant = COUNTRY_ALIASES[code] ?? code;
  return isSupportedCountry(meant) ? meant : codeOfName(code);
}

function codeOfName(name: string): string | undefined {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.find((code) => isSupportedCountry(code) && names.of(code)?.toUpperCase() === name);
}
