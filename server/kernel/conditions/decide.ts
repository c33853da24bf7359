import type { ASTNode } from '@marcbachmann/cel-js';
import { serialize } from '@marcbachmann/cel-js/serialize';
import { children, type Domain, pathOf } from './domain.ts';
import type { ConditionValue, ConditionValues, ConditionVariables } from './types.ts';

/** What can be said of a condition before any ticket is seen. */
export type Verdict = 'always' | 'never' | 'depends';

/** Answers a part of a condition; null where it cannot be answered. */
export type Ask = (text: string, values: ConditionValues) => boolean | null;

type Assigned = Readonly<Record<string, ConditionValue>>;
/** Yes, no, or null: it depends on what cannot be counted up. */
type Truth = (assigned: Assigned) => boolean | null;

/** More combinations than this are not tried: such a condition counts as one that depends. */
const MOST_COMBINATIONS = 20_000;

/**
 * Whether a condition holds for every combination of the values that its fields can have, for none, or for some. What speaks of
 * other fields (tags, names) may be either; so "never" and "always" are certain, and "depends" is a guess in favour.
 */
export function decide(ast: ASTNode, variables: ConditionVariables, domain: Domain, ask: Ask): Verdict {
  const fields = new Set<string>();
  const truth = truthOf(ast, variables, domain, ask, fields);
  const paths = [...fields];
  const count = paths.reduce((product, path) => product * (domain[path]?.values.length ?? 1), 1);
  if (count > MOST_COMBINATIONS) return 'depends';
  const seen = new Set<boolean | null>();
  for (const assigned of combinations(paths, domain)) {
    seen.add(truth(assigned));
    if (seen.has(null) || seen.size > 1) return 'depends';
  }
  return seen.has(true) ? 'always' : 'never';
}

function truthOf(node: ASTNode, variables: ConditionVariables, domain: Domain, ask: Ask, fields: Set<string>): Truth {
  const part = (inner: ASTNode) => truthOf(inner, variables, domain, ask, fields);
  switch (node.op) {
    case '&&':
    case '||': {
      const [left, right] = node.args.map(part) as [Truth, Truth];
      const settles = node.op === '||';
      return (assigned) => {
        const [a, b] = [left(assigned), right(assigned)];
        return a === settles || b === settles ? settles : a === null || b === null ? null : !settles;
      };
    }
    case '!_': {
      const inner = part(node.args);
      return (assigned) => {
        const is = inner(assigned);
        return is === null ? null : !is;
      };
    }
    default:
      return atom(node, variables, domain, ask, fields);
  }
}

/** A comparison or the like: asked once for each combination of the values it names. */
function atom(node: ASTNode, variables: ConditionVariables, domain: Domain, ask: Ask, fields: Set<string>): Truth {
  const paths = mentioned(node, variables);
  if (paths === null || paths.some((path) => !domain[path])) return () => null;
  for (const path of paths) fields.add(path);
  const text = serialize(node);
  const answers = new Map<string, boolean | null>();
  return (assigned) => {
    const key = JSON.stringify(paths.map((path) => assigned[path]));
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = ask(text, valuesOf(variables, assigned));
      answers.set(key, answer);
    }
    return answer;
  };
}

/** The fields that an expression names; null where it names a variable otherwise than by one of its fields. */
function mentioned(node: ASTNode, variables: ConditionVariables): string[] | null {
  const path = pathOf(node, variables);
  if (path !== null) return [path];
  if (node.op === 'id') return Object.hasOwn(variables, node.args) ? null : [];
  const inner = children(node.args).map((one) => mentioned(one, variables));
  return inner.includes(null) ? null : [...new Set(inner.flatMap((paths) => paths ?? []))];
}

/** Values for every variable: those that are assigned, and something of the right type for the others. */
function valuesOf(variables: ConditionVariables, assigned: Assigned): ConditionValues {
  const groups = Object.entries(variables).map(([group, fields]) => [
    group,
    Object.fromEntries(
      Object.entries(fields).map(([field, type]) => [field, assigned[`${group}.${field}`] ?? EMPTY[type] ?? null]),
    ),
  ]);
  return Object.fromEntries(groups);
}

const EMPTY: Readonly<Record<string, ConditionValue>> = {
  int: 0,
  double: 0,
  bool: false,
  timestamp: '1970-01-01T00:00:00Z',
};

function* combinations(paths: readonly string[], domain: Domain): Generator<Assigned> {
  const [path, ...rest] = paths;
  if (path === undefined) {
    yield {};
    return;
  }
  for (const value of domain[path]?.values ?? [])
    for (const others of combinations(rest, domain)) yield { ...others, [path]: value };
}
