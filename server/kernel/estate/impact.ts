/** A relation as trouble runs: what happens to `cause` is felt by `effect`. */
export type Edge = { readonly cause: string; readonly effect: string };

export type Relation = { readonly from: string; readonly to: string; readonly kind: string };
export type Trouble = 'backward' | 'forward' | 'both' | 'none';

/** The ways in which trouble runs along relations. `trouble` says it for each kind: 'backward' from what is needed to who needs it. */
export function edgesOf(relations: readonly Relation[], trouble: ReadonlyMap<string, Trouble>): Edge[] {
  return relations.flatMap(({ from, to, kind }) => {
    const runs = trouble.get(kind) ?? 'none';
    return [
      ...(runs === 'backward' || runs === 'both' ? [{ cause: to, effect: from }] : []),
      ...(runs === 'forward' || runs === 'both' ? [{ cause: from, effect: to }] : []),
    ];
  });
}

/** Who is reached from where, by the fewest steps; `via` is the step before, on one shortest way. */
export type Reached = { readonly id: string; readonly depth: number; readonly via: string };

/** From each place where one gets next, in one of the two ways. */
export type Steps = ReadonlyMap<string, readonly string[]>;

/** The steps along edges: towards the `effects`, what is hurt if something fails, or the `causes`, what something needs. */
export function stepsAlong(edges: readonly Edge[], towards: 'effects' | 'causes'): Steps {
  const next = new Map<string, string[]>();
  for (const { cause, effect } of edges) {
    const [here, there] = towards === 'effects' ? [cause, effect] : [effect, cause];
    const list = next.get(here);
    if (list) list.push(there);
    else next.set(here, [there]);
  }
  return next;
}

/** Everything reached from `start` by these steps, the nearest first; cycles end by themselves, and `start` is not in it. */
export function reachBy(start: string, next: Steps, depth = Infinity): Reached[] {
  const seen = new Set([start]);
  const found: Reached[] = [];
  let front: Reached[] = [{ id: start, depth: 0, via: start }];
  while (front.length > 0 && (front[0]?.depth ?? 0) < depth) {
    const following: Reached[] = [];
    for (const { id, depth: at } of front)
      for (const there of next.get(id) ?? []) {
        if (seen.has(there)) continue;
        seen.add(there);
        following.push({ id: there, depth: at + 1, via: id });
      }
    found.push(...following);
    front = following;
  }
  return found;
}

/** The same from one start along edges. Takes time in proportion to the edges; for many starts, take `stepsAlong` once. */
export const reach = (
  start: string,
  edges: readonly Edge[],
  towards: 'effects' | 'causes',
  depth = Infinity,
): Reached[] => reachBy(start, stepsAlong(edges, towards), depth);
