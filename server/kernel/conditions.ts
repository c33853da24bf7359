import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { decide, type Verdict } from './conditions/decide.ts';
import { type Domain, type Strange, strangeValues, strangeWords } from './conditions/domain.ts';
import type { Shape } from './conditions/inspect.ts';
import { inspect } from './conditions/inspect.ts';
import type { ConditionValues, ConditionVariables } from './conditions/types.ts';
import { LIMITS } from './conditions/types.ts';
import { celValues, worstCost } from './conditions/values.ts';
import type { FieldError } from './errors.ts';

export type { Verdict as ConditionVerdict } from './conditions/decide.ts';
export { type Domain as ConditionDomain, neverWords, type Strange, strangeWords } from './conditions/domain.ts';
export type { ConditionType, ConditionValues, ConditionVariables } from './conditions/types.ts';
export { FUNCTIONS as CONDITION_FUNCTIONS } from './conditions/types.ts';

/** A checked expression, ready to be evaluated many times. */
export type Condition = {
  readonly text: string;
  readonly variables: ConditionVariables;
  readonly shape: Shape;
  readonly ast: ASTNode;
  readonly run: (values: Record<string, unknown>) => unknown;
};
export type CompiledCondition =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly errors: readonly FieldError[] };
export type Evaluated = { readonly ok: true; readonly value: boolean } | { readonly ok: false; readonly error: string };

type CelError = { code?: string; summary?: string; range?: { start: number } };
const environments = new WeakMap<ConditionVariables, Environment>();

/**
 * Reads a condition in CEL, such as `ticket.priority <= 2 && "vip" in ticket.tags`. It has to be yes or no, to name only
 * `variables`, and to stay within the limits. Errors carry the field's `path` and say where in the text.
 */
export function compileCondition(text: string, variables: ConditionVariables, path = 'condition'): CompiledCondition {
  const refuse = (message: string, at?: number): CompiledCondition => ({
    ok: false,
    errors: [{ path, message: at === undefined ? message : `${where(text, at)}: ${message}` }],
  });
  if (text.trim() === '') return refuse('write a condition, such as ticket.priority <= 2');
  if (text.length > LIMITS.length) return refuse(`is longer than ${LIMITS.length} characters`);
  try {
    const parsed = environment(variables).parse(text);
    const { remarks, shape } = inspect(parsed.ast, variables);
    const errors = remarks.map(({ at, message }) => ({ path, message: `${where(text, at)}: ${message}` }));
    if (errors.length > 0) return { ok: false, errors };
    const { valid, type, error } = parsed.check();
    if (!valid) return refuse(inWords(error as CelError, variables), (error as CelError).range?.start);
    if (type !== 'bool' && type !== 'dyn') return refuse(`must be yes or no, not ${type}; compare it with something`);
    return { ok: true, condition: { text, variables, shape, ast: parsed.ast, run: (values) => parsed(values) } };
  } catch (error) {
    return refuse(inWords(error as CelError, variables), (error as CelError).range?.start);
  }
}

/** Every comparison in a condition with a value that its field never has. */
export const strangeIn = ({ ast, variables }: Condition, domain: Domain): Strange[] =>
  strangeValues(ast, variables, domain);

/**
 * Evaluates a condition. Never throws: a value of the wrong type, a division by zero or a run that would take too long
 * comes back as a sentence to show on the rule.
 */
export function evaluateCondition(condition: Condition, values: ConditionValues): Evaluated {
  if (worstCost(condition.shape, values) > LIMITS.cost)
    return { ok: false, error: 'The condition would take too long on this ticket.' };
  try {
    const value = condition.run(celValues(condition.variables, values));
    if (typeof value === 'boolean') return { ok: true, value };
    return { ok: false, error: 'The condition did not come out as yes or no.' };
  } catch (error) {
    const { summary, range } = error as CelError;
    const at = range ? ` (${where(condition.text, range.start)})` : '';
    return { ok: false, error: `${summary ?? (error as Error).message}${at}` };
  }
}

/** What is certain about a condition before any ticket is seen, where the values of some fields are known. */
export function judgeCondition(
  { ast, variables }: Condition,
  domain: Domain,
): { readonly verdict: Verdict; readonly strange: readonly string[] } {
  const known = new Map<string, CompiledCondition>();
  const ask = (text: string, values: ConditionValues): boolean | null => {
    const read = known.get(text) ?? compileCondition(text, variables);
    known.set(text, read);
    const answer = read.ok ? evaluateCondition(read.condition, values) : null;
    return answer?.ok ? answer.value : null;
  };
  return {
    verdict: decide(ast, variables, domain, ask),
    strange: strangeValues(ast, variables, domain).map(strangeWords),
  };
}

/** Whether a condition is a plain yes or no, as one writes it on purpose. */
export const isConstant = ({ ast }: Condition): boolean => ast.op === 'value';

function environment(variables: ConditionVariables): Environment {
  const known = environments.get(variables);
  if (known) return known;
  const { nodes, depth, listItems } = LIMITS;
  const made = new Environment({
    limits: {
      maxAstNodes: nodes,
      maxDepth: depth,
      maxListElements: listItems,
      maxMapEntries: listItems,
      maxCallArguments: 4,
    },
  });
  for (const [name, fields] of Object.entries(variables)) {
    const schema = Object.entries(fields).map(([field, type]) => [
      field,
      type.endsWith('?')
        ? 'dyn'
        : type === 'strings'
          ? 'list<string>'
          : type === 'timestamp'
            ? 'google.protobuf.Timestamp'
            : type,
    ]);
    made.registerVariable(name, { schema: Object.fromEntries(schema) });
  }
  environments.set(variables, made);
  return made;
}

function inWords({ code, summary = '' }: CelError, variables: ConditionVariables): string {
  const [, name] = /^Unknown variable: (.+)$/.exec(summary) ?? [];
  if (name) return `there is no "${name}"; there are ${Object.keys(variables).join(', ')}`;
  if (summary.includes('EOF')) return 'ends too early';
  if (code?.startsWith('max_') || /exceed|limit/i.test(summary)) return 'is too large; split it into several rules';
  return summary === '' ? 'cannot be read' : summary.charAt(0).toLowerCase() + summary.slice(1);
}

function where(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  const character = (before.at(-1)?.length ?? 0) + 1;
  return before.length === 1 ? `character ${character}` : `line ${before.length}, character ${character}`;
}
