import { Extensions } from './decorators.js';

/** How many things a list has: as many as usual, or as `first` of the connection that it is a part of. */
export type ListSize = number | 'page';

/** Says of a field how many things its list has, so that limits can count them before anything is asked. */
export function ListSized(listSize: ListSize): ReturnType<typeof Extensions> {
  return Extensions({ listSize });
}

interface SizedField {
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly args: ReadonlyArray<{ readonly name: string }>;
}

/** What a field says of its list; `ids`: it has one for each of its ids. Undefined where it says nothing. */
export function listSizeOf({ extensions, args }: SizedField): ListSize | 'ids' | undefined {
  const { listSize } = extensions;
  if (typeof listSize === 'number' || listSize === 'page') return listSize;
  return args.some(({ name }) => name === 'ids') ? 'ids' : undefined;
}
