import type { ASTNode } from '@marcbachmann/cel-js';
import type { ConditionValue, ConditionVariables } from './types.ts';

/** A field whose values can be counted up, by its path (`ticket.priority`). */
export type Field = {
  /** What it can be here. */
  readonly values: readonly ConditionValue[];
  /** What may be named, where that is more: a status of another kind is no mistake in itself. */
  readonly known?: readonly ConditionValue[];
};
export type Domain = { readonly [path: string]: Field };

/** The path of a field as it stands in an expression, such as `ticket.priority`; null for anything else. */
export function pathOf(node: ASTNode, variables: ConditionVariables): string | null {
  if (node.op !== '.') return null;
  const [base, field] = node.args;
  return base.op === 'id' && Object.hasOwn(variables, base.args) ? `${base.args}.${field}` : null;
}

/** A comparison with a value that its field never has, and what may be named instead. */
export type Strange = {
  readonly path: string;
  readonly value: ConditionValue;
  readonly known: readonly ConditionValue[];
};

/** Such a comparison in words: `ticket.status is never "solved"; it is one of new, open`. */
export const strangeWords = (strange: Strange): string =>
  `${neverWords(strange)}; it is one of ${strange.known.join(', ')}`;
/** The same where the list of what may be named says too much, or nothing. */
export const neverWords = ({ path, value }: Strange): string => `${path} is never ${JSON.stringify(value)}`;

/** Every comparison with a value that its field never has. */
export function strangeValues(ast: ASTNode, variables: ConditionVariables, domain: Domain): Strange[] {
  const found: Strange[] = [];
  const visit = (node: ASTNode): void => {
    if (node.op === '==' || node.op === '!=') {
      const [left, right] = node.args;
      found.push(...strange(left, [right]), ...strange(right, [left]));
    } else if (node.op === 'in' && node.args[1].op === 'list') found.push(...strange(node.args[0], node.args[1].args));
    for (const inner of children(node.args)) visit(inner);
  };
  const strange = (node: ASTNode, others: readonly ASTNode[]): Strange[] => {
    const path = pathOf(node, variables);
    const field = path === null ? undefined : domain[path];
    if (path === null || !field) return [];
    const known = field.known ?? field.values;
    return others.flatMap((other) => {
      if (other.op !== 'value' || other.args === null) return [];
      const value = typeof other.args === 'bigint' ? Number(other.args) : other.args;
      if (known.some((one) => one === value)) return [];
      return [{ path, value: value as ConditionValue, known: known.filter((one) => one !== null) }];
    });
  };
  visit(ast);
  return found;
}

/** The expressions within one, whatever its operator. */
export function children(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(children);
  return typeof args === 'object' && args !== null && 'op' in args ? [args as ASTNode] : [];
}
