/**
 * How a provider compares texts: without case, as most do; byte by byte; or without case and accents. The providers'
 * documents do not say which, so a gateway must work with each.
 */
export type TextComparison = 'case-insensitive' | 'exact' | 'accent-insensitive';

/** A key that is equal for texts that the provider considers equal. */
export function foldBy(comparison: TextComparison = 'case-insensitive'): (text: string) => string {
  switch (comparison) {
    case 'exact':
      return (text) => text;
    case 'case-insensitive':
      return (text) => text.toLowerCase();
    case 'accent-insensitive':
      return (text) =>
        text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'l').toLowerCase();
  }
}
