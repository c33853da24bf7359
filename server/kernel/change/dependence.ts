import { type Edge, reachBy, type Steps, stepsAlong } from '../estate/impact.ts';

/** Which of some items depend on which others of them, at any depth and around any cycle. */
export type Dependence = {
  /** Whether trouble of `cause` is felt by `effect`; an item does not depend on itself. */
  readonly dependsOn: (effect: string, cause: string) => boolean;
};

/**
 * Answers for items that are `asked` about, along the edges of everything. Items that depend on each other in a circle are taken as one, and
 * what is reached from where is kept as a set of bits, so that it takes time in proportion to edges × asked / 32, whatever hangs together.
 */
export function dependence(edges: readonly Edge[], asked: Iterable<string>): Dependence {
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size);
    return numbers.size - 1;
  };
  const wanted = [...new Set(asked)].map(numberOf);
  const causes: number[][] = wanted.map(() => []);
  for (const { cause, effect } of edges) {
    const [from, to] = [numberOf(effect), numberOf(cause)];
    while (causes.length < numbers.size) causes.push([]);
    (causes[from] as number[]).push(to);
  }
  const { circleOf, circles } = circlesOf(causes);
  const reached = reachedFrom(causes, circleOf, circles, wanted);
  return {
    dependsOn: (effect, cause) => {
      const [from, to] = [numbers.get(effect), numbers.get(cause)];
      if (from === undefined || to === undefined || from === to || to >= wanted.length) return false;
      const bits = reached[circleOf[from] as number];
      return bits !== undefined && ((bits[to >> 5] as number) & (1 << (to & 31))) !== 0;
    },
  };
}

/** The same where one of the two is always one of a few items: these are walked from, which takes less than looking at everything. */
export function dependenceOn(edges: readonly Edge[], few: Iterable<string>): Dependence {
  const items = [...few];
  const walked = (steps: Steps) =>
    new Map(items.map((id) => [id, new Set(reachBy(id, steps).map((reached) => reached.id))] as const));
  const causes = walked(stepsAlong(edges, 'causes'));
  const effects = walked(stepsAlong(edges, 'effects'));
  return {
    dependsOn: (effect, cause) => causes.get(effect)?.has(cause) === true || effects.get(cause)?.has(effect) === true,
  };
}

/** By circle the bits of the wanted items that it depends on or that are in it; circles come after those that they depend on. */
function reachedFrom(
  causes: readonly number[][],
  circleOf: Int32Array,
  circles: readonly number[][],
  wanted: readonly number[],
): (Int32Array | undefined)[] {
  const words = (wanted.length + 31) >> 5;
  const reached: (Int32Array | undefined)[] = [];
  for (const [circle, members] of circles.entries()) {
    let bits: Int32Array | undefined;
    const below = new Set<number>();
    for (const member of members) {
      if (member < wanted.length) {
        bits ??= new Int32Array(words);
        bits[member >> 5] = (bits[member >> 5] as number) | (1 << (member & 31));
      }
      for (const cause of causes[member] as number[]) below.add(circleOf[cause] as number);
    }
    for (const one of below) {
      const theirs = one === circle ? undefined : reached[one];
      if (!theirs) continue;
      bits ??= new Int32Array(words);
      for (let word = 0; word < words; word += 1) bits[word] = (bits[word] as number) | (theirs[word] as number);
    }
    reached.push(bits);
  }
  return reached;
}

/** Tarjan's strongly connected components, without recursion: items that depend on each other, each after what it depends on. */
function circlesOf(next: readonly number[][]): { circleOf: Int32Array; circles: number[][] } {
  const circleOf = new Int32Array(next.length).fill(-1);
  const [order, low] = [new Int32Array(next.length).fill(-1), new Int32Array(next.length)];
  const [circles, stack, path]: [number[][], number[], { at: number; step: number }[]] = [[], [], []];
  let count = 0;
  const enter = (at: number) => {
    order[at] = low[at] = count++;
    stack.push(at);
    path.push({ at, step: 0 });
  };
  for (let start = 0; start < next.length; start += 1) {
    if (order[start] !== -1) continue;
    enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { at } = top;
      const there = (next[at] as number[])[top.step++];
      if (there === undefined) {
        path.pop();
        const above = path.at(-1);
        if (above) low[above.at] = Math.min(low[above.at] as number, low[at] as number);
        if (low[at] === order[at]) circles.push(taken(stack, at, circleOf, circles.length));
      } else if (order[there] === -1) enter(there);
      else if (circleOf[there] === -1) low[at] = Math.min(low[at] as number, order[there] as number);
    }
  }
  return { circleOf, circles };
}

function taken(stack: number[], until: number, circleOf: Int32Array, circle: number): number[] {
  const members = stack.splice(stack.lastIndexOf(until));
  for (const member of members) circleOf[member] = circle;
  return members;
}
