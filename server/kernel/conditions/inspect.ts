import type { ASTNode } from '@marcbachmann/cel-js';
import { children } from './domain.ts';
import type { ConditionVariables } from './types.ts';
import { FUNCTIONS, LIMITS, LOOPS } from './types.ts';

export type Remark = { readonly at: number; readonly message: string };
/** How often each part runs: `nodes[d]` steps inside `d` loops, and the longest list that stands in the text itself. */
export type Shape = { readonly nodes: readonly number[]; readonly longestList: number };

/** Looks through a parsed expression for what is not allowed, in words, and measures it for the cost limit. */
export function inspect(ast: ASTNode, variables: ConditionVariables): { remarks: Remark[]; shape: Shape } {
  const remarks: Remark[] = [];
  const nodes = [0, 0, 0];
  let longestList = 0;
  const visit = (node: ASTNode, loops: number): void => {
    nodes[Math.min(loops, LIMITS.loops)] = (nodes[Math.min(loops, LIMITS.loops)] ?? 0) + 1;
    const remark = remarkOn(node, variables);
    if (remark !== null) remarks.push({ at: node.pos, message: remark });
    if (node.op === 'list') longestList = Math.max(longestList, node.args.length);
    if (node.op === 'rcall' && LOOPS.includes(node.args[0])) {
      if (loops >= LIMITS.loops)
        remarks.push({ at: node.start, message: `has more than ${LIMITS.loops} loops within each other` });
      visit(node.args[1], loops);
      for (const inner of node.args[2]) visit(inner, loops + 1);
    } else {
      for (const inner of children(node.args)) visit(inner, loops);
    }
  };
  visit(ast, 0);
  return { remarks, shape: { nodes, longestList } };
}

function remarkOn(node: ASTNode, variables: ConditionVariables): string | null {
  if (node.op === 'call' || node.op === 'rcall') {
    const [name] = node.args;
    return FUNCTIONS.includes(name) ? null : `"${name}" cannot be used; there are ${FUNCTIONS.join(', ')}`;
  }
  if (node.op !== '.') return null;
  const [base, field] = node.args;
  const fields = base.op === 'id' && Object.hasOwn(variables, base.args) ? variables[base.args] : undefined;
  if (!fields || typeof field !== 'string' || Object.hasOwn(fields, field)) return null;
  return `${base.op === 'id' ? base.args : ''} has no "${field}"; it has ${Object.keys(fields).join(', ')}`;
}
