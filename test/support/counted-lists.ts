import type { TestUpstream } from './gateway.js';

/** The upstreams, and how often the contact list of each was asked for since the last `reset`. */
export interface Counted {
  readonly upstreams: readonly TestUpstream[];
  readonly lists: () => Readonly<Record<string, number>>;
  readonly reset: () => void;
}

/** Counts what upstreams of one provider in memory are asked for. */
export function counted(upstreams: readonly TestUpstream[]): Counted {
  const lists = new Map<string, number>();
  const [first] = upstreams;
  if (!first) throw new Error('no upstream');
  const provider: TestUpstream['provider'] = {
    ...first.provider,
    open: (options) => {
      const openProvider = first.provider.open(options);
      const { contact } = openProvider.backends;
      if (!contact) throw new Error('no contacts');
      const list: typeof contact.list = (request, callOptions) => {
        const { name } = options.upstream;
        lists.set(name, (lists.get(name) ?? 0) + 1);
        return contact.list(request, callOptions);
      };
      return { ...openProvider, backends: { ...openProvider.backends, contact: { ...contact, list } } };
    },
  };
  return {
    upstreams: upstreams.map((upstream) => ({ ...upstream, provider })),
    lists: () => Object.fromEntries(lists),
    reset: () => {
      lists.clear();
    },
  };
}
