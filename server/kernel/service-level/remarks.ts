import type { FieldError } from '../errors.ts';
import { spellMinutes } from '../minutes.ts';
import type { Cell, PolicyTerms } from './types.ts';

/**
 * What is odd about a policy and yet may be meant: more time for a higher priority than for a lower one. Each with the path of its
 * field; it is said, and refused by nobody.
 */
export function remarksOn({ targets, olas }: Pick<PolicyTerms, 'targets' | 'olas'>): FieldError[] {
  const at = (path: string) => (remark: FieldError) => ({ ...remark, path: `${path}.${remark.path}` });
  return [
    ...Object.entries(targets).flatMap(([target, terms]) =>
      terms ? remarksOnRow(terms.byPriority).map(at(`targets.${target}`)) : [],
    ),
    ...olas.flatMap(({ byPriority }, index) => remarksOnRow(byPriority).map(at(`olas.${index}`))),
  ];
}

/** The same of one row of a policy, P1 first. */
export function remarksOnRow(cells: readonly Cell[]): FieldError[] {
  const said = cells.flatMap((minutes, index) => (typeof minutes === 'number' ? [{ minutes, index }] : []));
  return said.flatMap(({ minutes, index }, place) => {
    const next = said[place + 1];
    if (!next || minutes <= next.minutes) return [];
    const [more, less] = [spellMinutes(minutes), spellMinutes(next.minutes)];
    const message = `P${index + 1} has ${more}, which is more than the ${less} of P${next.index + 1}`;
    return [{ path: `byPriority.${index}`, message }];
  });
}
