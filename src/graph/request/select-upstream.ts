import { badInput } from '../values/errors.js';
import type { Backends } from '../ports/backends.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** Which upstream a field is about: the one named, or the only one that will do. */
export interface UpstreamChoice {
  /** What such upstreams are called, e.g. `HostTracker account`. */
  readonly title: string;
  readonly name: string | null | undefined;
  readonly upstreams: readonly OpenUpstream[];
}

/** Takes from an upstream's backends what is needed there; undefined: it will not do. */
export type BackendSelector<Ability> = (backends: Partial<Backends>) => Ability | undefined;

/** That upstream's backend; BAD_USER_INPUT names the choices where the name is needed, or is of another kind. */
export function selectBackend<Key extends keyof Backends>(
  key: Key,
  choice: UpstreamChoice,
): NonNullable<Partial<Backends>[Key]> {
  return selectUpstream((backends: Partial<Backends>) => backends[key], choice).ability;
}

/** That upstream, with what was picked of it. */
export function selectUpstream<Ability>(
  select: BackendSelector<Ability>,
  { title, name, upstreams }: UpstreamChoice,
): { readonly upstream: OpenUpstream; readonly ability: NonNullable<Ability> } {
  const choices = upstreams.flatMap((upstream) => {
    const ability = select(upstream.backends);
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

/** Which upstreams a field over several accounts asks, as a client gave it. */
export interface UpstreamArguments {
  readonly upstreams?: readonly string[] | null | undefined;
  readonly providers?: readonly string[] | null | undefined;
}

/** Upstreams in the order of the config, as far as the arguments choose them; an unknown name is BAD_USER_INPUT. */
export function filterUpstreams(
  { upstreams, providers }: UpstreamArguments,
  context: { readonly upstreams: readonly OpenUpstream[] },
): readonly OpenUpstream[] {
  const known = context.upstreams.map(({ name }) => name);
  const unknown = upstreams?.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw badInput(`there is no upstream "${unknown}"; configured are ${known.join(', ')}`);
  }
  return context.upstreams.filter(
    ({ name, value }) => (upstreams?.includes(name) ?? true) && (providers?.includes(value.provider) ?? true),
  );
}
