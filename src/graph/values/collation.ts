/** How people of a locale order texts: names, addresses and numbers alike, without case. */
export interface Collation {
  /** As Intl writes it. */
  readonly locale: string;
  readonly compare: (left: string, right: string) => number;
}

/** What holds where a config names no locale: the order that Unicode gives to texts of unknown language. */
export const DEFAULT_LOCALE = 'und';

/** Whether a text is a BCP 47 tag of a language whose order is known here. */
export function isSupportedLocale(tag: string): boolean {
  try {
    return Intl.Collator.supportedLocalesOf(nameFor(tag)).length > 0;
  } catch {
    return false;
  }
}

export function createCollation(locale: string): Collation {
  const collator = new Intl.Collator(nameFor(locale), { sensitivity: 'accent' });
  const [canonical = locale] = Intl.getCanonicalLocales(locale);
  return { locale: canonical, compare: collator.compare };
}

/** Intl does not know `und` and would take the machine's own locale for it; `en` changes nothing of Unicode's root order. */
function nameFor(tag: string): string {
  return tag.replace(/^und(?=-|$)/i, 'en');
}
