import type { Shape } from './inspect.ts';
import type { ConditionType, ConditionValue, ConditionValues, ConditionVariables } from './types.ts';

/** Turns plain values into what CEL computes with: whole numbers as BigInt, instants as Date, what is missing as null. */
export function celValues(
  variables: ConditionVariables,
  values: ConditionValues,
): Record<string, Record<string, unknown>> {
  const groups = Object.entries(variables).map(([group, fields]) => {
    const given = Object.hasOwn(values, group) ? values[group] : undefined;
    const entries = Object.entries(fields).map(([field, type]) => {
      const value = given && Object.hasOwn(given, field) ? given[field] : null;
      return [field, celValue(`${group}.${field}`, type, value ?? null)] as const;
    });
    return [group, Object.fromEntries(entries)] as const;
  });
  return Object.fromEntries(groups);
}

/** Steps that an evaluation needs at worst. Text counts by the thousand characters, because comparing reads it. */
export function worstCost({ nodes, longestList }: Shape, values: ConditionValues): number {
  let list = longestList;
  let text = 0;
  for (const value of Object.values(values).flatMap((group) => Object.values(group))) {
    if (typeof value === 'string') text = Math.max(text, value.length);
    if (typeof value !== 'object' || value === null) continue;
    list = Math.max(list, value.length);
    text = value.reduce((longest, item) => Math.max(longest, item.length), text);
  }
  const steps = nodes.reduce((sum, count, loops) => sum + count * list ** loops, 0);
  return steps * (1 + text / 1000);
}

function celValue(path: string, type: ConditionType, value: ConditionValue): unknown {
  const kind = type.replace('?', '');
  if (value === null) {
    if (type.endsWith('?')) return null;
    if (kind === 'strings') return [];
    if (kind === 'string') return '';
    throw new TypeError(`${path} has no value`);
  }
  if (kind === 'int' && typeof value === 'number') return BigInt(Math.trunc(value));
  if (kind === 'timestamp' && typeof value === 'string') return new Date(value);
  const fits =
    kind === 'strings'
      ? Array.isArray(value)
      : typeof value === (kind === 'double' ? 'number' : kind === 'bool' ? 'boolean' : kind);
  if (!fits) throw new TypeError(`${path} is not of the type ${kind}`);
  return value;
}
