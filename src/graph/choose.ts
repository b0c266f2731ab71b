import type { OpenUpstream } from './context.js';
import { badInput } from './errors.js';
import type { Backends } from './provider.js';

/** Which upstream a field is about: the one named, or the only one that will do. */
export interface Choice {
  /** What such upstreams are called, e.g. `HostTracker account`. */
  readonly title: string;
  readonly name: string | null | undefined;
  readonly upstreams: readonly OpenUpstream[];
}

/** Takes from an upstream's backends what is needed there; undefined: it will not do. */
export type Pick<Ability> = (backends: Partial<Backends>) => Ability | undefined;

/** That upstream's backend; BAD_USER_INPUT names the choices where the name is needed, or is of another kind. */
export function chooseBackend<Key extends keyof Backends>(
  key: Key,
  choice: Choice,
): NonNullable<Partial<Backends>[Key]> {
  return chooseUpstream((backends: Partial<Backends>) => backends[key], choice).ability;
}

/** That upstream, with what was picked of it. */
export function chooseUpstream<Ability>(
  pick: Pick<Ability>,
  { title, name, upstreams }: Choice,
): { readonly upstream: OpenUpstream; readonly ability: NonNullable<Ability> } {
  const choices = upstreams.flatMap((upstream) => {
    const ability = pick(upstream.backends);
    return ability ? [{ upstream, ability }] : [];
  });
  const [first, second] = typeof name === 'string' ? choices.filter(({ upstream }) => upstream.name === name) : choices;
  if (first && !second) return first;
  const names = choices.map(({ upstream }) => upstream.name).join(', ') || 'none';
  throw badInput(
    typeof name === 'string'
      ? `"${name}" is no ${title}; configured are: ${names}`
      : `"upstream" must name one ${title}; configured are: ${names}`,
  );
}
