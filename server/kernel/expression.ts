import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { inspect, type Shape } from './conditions/inspect.ts';
import { LIMITS, LOOPS } from './conditions/types.ts';
import type { FieldError } from './errors.ts';

/** A checked expression over values of any shape, ready to be evaluated many times. */
export type Expression = {
  readonly text: string;
  readonly shape: Shape;
  readonly run: (values: Record<string, unknown>) => unknown;
};
export type CompiledExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly errors: readonly FieldError[] };
export type ExpressionValue =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string };

type CelError = { summary?: string };

/**
 * Reads an expression in CEL that picks or makes a value, such as `body.alert.host`, over variables of any shape. It may call what
 * conditions may, within the same limits. Errors carry the field's `path`.
 */
export function compileExpression(text: string, variables: readonly string[], path: string): CompiledExpression {
  const refuse = (message: string): CompiledExpression => ({ ok: false, errors: [{ path, message }] });
  if (text.length > LIMITS.length) return refuse(`is longer than ${LIMITS.length} characters`);
  try {
    const parsed = environmentOf(variables).parse(text);
    const { remarks, shape } = inspect(parsed.ast, {});
    const [first] = remarks;
    if (first) return refuse(first.message);
    const strange = strangerIn(parsed.ast, variables);
    if (strange !== null) return refuse(`there is no "${strange}"; there are ${variables.join(', ')}`);
    return { ok: true, expression: { text, shape, run: (values) => parsed(values) } };
  } catch (error) {
    return refuse(`cannot be read: ${wordsOf(error)}`);
  }
}

/** The value of an expression over plain JSON. Never throws: what is missing or of the wrong type comes back as a sentence. */
export function evaluateExpression(expression: Expression, values: Readonly<Record<string, unknown>>): ExpressionValue {
  const { nodes, longestList } = expression.shape;
  const size = sizeOf(values);
  if (size.depth > LIMITS.depth) return { ok: false, error: 'The value is nested too deep.' };
  const list = Math.max(longestList, size.list);
  const steps = nodes.reduce((sum, count, loops) => sum + count * list ** loops, 0);
  if (steps * (1 + size.text / 1000) > LIMITS.cost)
    return { ok: false, error: 'It would take too long on this value.' };
  try {
    const given = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, celOf(value)]));
    return { ok: true, value: plainOf(expression.run(given)) };
  } catch (error) {
    return { ok: false, error: wordsOf(error) };
  }
}

const wordsOf = (error: unknown): string => (error as CelError).summary ?? (error as Error).message;

const environments = new Map<string, Environment>();

function environmentOf(variables: readonly string[]): Environment {
  const key = variables.join(' ');
  const known = environments.get(key);
  if (known) return known;
  const made = new Environment({
    limits: {
      maxAstNodes: LIMITS.nodes,
      maxDepth: LIMITS.depth,
      maxListElements: LIMITS.listItems,
      maxMapEntries: LIMITS.listItems,
      maxCallArguments: 4,
    },
  });
  for (const name of variables) made.registerVariable(name, 'dyn');
  environments.set(key, made);
  return made;
}

/** A name in an expression that is no variable of it, nor of one of its loops. */
function strangerIn(node: unknown, known: readonly string[]): string | null {
  if (Array.isArray(node)) {
    for (const one of node) {
      const found = strangerIn(one, known);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isNode(node)) return null;
  if (node.op === 'id') return known.includes(node.args) ? null : node.args;
  if (node.op === 'rcall' && LOOPS.includes(node.args[0])) {
    const [, list, [variable, ...inner]] = node.args;
    const name = isNode(variable) && variable.op === 'id' ? [variable.args] : [];
    return strangerIn(list, known) ?? strangerIn(inner, [...known, ...name]);
  }
  return strangerIn(node.args, known);
}

const isNode = (value: unknown): value is ASTNode => typeof value === 'object' && value !== null && 'op' in value;

type Size = { depth: number; list: number; text: number };

/** How deep a value is nested, and the longest list and text in it. It is walked without recursion: its depth is a stranger's. */
function sizeOf(value: unknown): Size {
  const size: Size = { depth: 0, list: 0, text: 0 };
  const waiting: { at: unknown; depth: number }[] = [{ at: value, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { at, depth } = next;
    size.depth = Math.max(size.depth, depth);
    if (typeof at === 'string') size.text = Math.max(size.text, at.length);
    if (typeof at !== 'object' || at === null) continue;
    if (Array.isArray(at)) size.list = Math.max(size.list, at.length);
    for (const inner of Object.values(at)) waiting.push({ at: inner, depth: depth + 1 });
  }
  return size;
}

/** Plain JSON as CEL computes with it: whole numbers as BigInt. A name that would change what an object is stays out. */
function celOf(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(celOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== '__proto__')
      .map(([name, inner]) => [name, celOf(inner)]),
  );
}

function plainOf(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plainOf(inner)]));
}
