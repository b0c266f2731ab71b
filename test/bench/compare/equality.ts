import type { ComparedRow } from './workloads/workload.js';

/** Where two answers to the same workload differ, in words; undefined where they are the same in every order. */
export function differenceOf(
  mine: readonly ComparedRow[],
  theirs: readonly ComparedRow[],
  size: number,
): string | undefined {
  if (mine.length !== size) return `${mine.length} rows instead of ${size}`;
  const [given, expected] = [mine, theirs].map((rows) => rows.map(toLine).sort());
  const at = (expected ?? []).findIndex((line, place) => line !== given?.[place]);
  return at < 0 ? undefined : `“${given?.[at] ?? ''}” instead of “${expected?.[at] ?? ''}”`;
}

function toLine({ id, name, email, phone, description }: ComparedRow): string {
  return [id, name, email, nationalOf(phone), description].map((value) => value ?? '').join(' | ');
}

/** Only Trunkline shows phones in E.164, so their digits without the country's are compared. */
function nationalOf(phone: string | null | undefined): string {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length > 9 && digits.startsWith('48') ? digits.slice(2) : digits;
}
