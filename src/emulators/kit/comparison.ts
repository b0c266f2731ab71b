/**
 * How a provider compares texts: without case, as most do; byte by byte; or without case and accents. Documents are silent
 * on it, so that a gateway must get along with each.
 */
export type TextComparison = 'case-insensitive' | 'exact' | 'accent-insensitive';

/** What two texts have in common that the provider takes for the same. */
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
