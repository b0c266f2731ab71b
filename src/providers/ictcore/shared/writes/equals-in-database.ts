/** Whether the server's database takes two texts for the same: it ignores letter case and trailing blanks. */
export function equalsInDatabase(one: string | null | undefined, other: string): boolean {
  return one?.trimEnd().toLowerCase() === other.trimEnd().toLowerCase();
}
