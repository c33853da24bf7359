import type { LifecycleView } from '#shared/lifecycle.ts';
import { capital } from '#web/ui/text/capital.ts';

export type Shape = LifecycleView['lifecycle'];
export type Status = Shape['statuses'][number];
export type Step = Shape['transitions'][number];

/** `In work` → `in_work`, and `in_work_2` where that is taken. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 36);
  const base = plain || 'status';
  let key = base;
  for (let number = 2; taken.includes(key); number++) key = `${base}_${number}`;
  return key;
}

/** With one more status, open until it is said otherwise. Nothing leads to it yet. */
export function addStatus(shape: Shape, name: string): Shape {
  const key = keyFor(
    name,
    shape.statuses.map((status) => status.key),
  );
  return { ...shape, statuses: [...shape.statuses, { key, name, clientName: name, category: 'open' }] };
}

/** Without a status, the steps that led to it, and those that left from nowhere else. */
export function removeStatus(shape: Shape, key: string): Shape {
  return {
    ...shape,
    statuses: shape.statuses.filter((status) => status.key !== key),
    transitions: shape.transitions
      .filter((step) => step.to !== key)
      .map((step) => ({ ...step, from: step.from.filter((one) => one !== key) }))
      .filter((step) => step.from.length > 0),
  };
}

const nameIn = (shape: Shape, key: string): string =>
  key === '*' ? 'any open status' : (shape.statuses.find((status) => status.key === key)?.name ?? key);
export const stepName = (shape: Shape, step: Step): string =>
  `${step.label} (${step.from.map((key) => nameIn(shape, key)).join(', ')} → ${nameIn(shape, step.to)})`;

/** What is the same step before and after: where it leads, and for whom. */
const identity = (step: Step): string =>
  [step.label, step.to, [...step.from].sort().join(), [...step.by].sort().join()].join('|');

/** What a draft changes, one sentence for each thing. */
export function compareShapes(before: Shape, after: Shape): string[] {
  const said: string[] = [];
  for (const status of after.statuses) {
    const was = before.statuses.find(({ key }) => key === status.key);
    if (!was) said.push(`New status ${status.name}`);
    else if (JSON.stringify(was) !== JSON.stringify(status))
      said.push(was.name === status.name ? `Status ${was.name} changes` : `Status ${was.name} becomes ${status.name}`);
  }
  for (const status of before.statuses)
    if (!after.statuses.some(({ key }) => key === status.key)) said.push(`Status ${status.name} goes`);
  if (before.initial !== after.initial) said.push(`Tickets begin as ${nameIn(after, after.initial)}`);
  const order = (shape: Shape, other: Shape) =>
    shape.statuses.map(({ key }) => key).filter((key) => other.statuses.some((status) => status.key === key));
  if (order(before, after).join() !== order(after, before).join()) said.push('Statuses stand in another order');
  const was = new Map(before.transitions.map((step) => [identity(step), step]));
  const is = new Map(after.transitions.map((step) => [identity(step), step]));
  for (const [id, step] of is) {
    const old = was.get(id);
    if (!old) said.push(`New step ${stepName(after, step)}`);
    else if (JSON.stringify(old) !== JSON.stringify(step)) said.push(`Step ${stepName(after, step)} changes`);
  }
  for (const [id, step] of was) if (!is.has(id)) said.push(`Step ${stepName(before, step)} goes`);
  if (JSON.stringify(before.resolutionCodes) !== JSON.stringify(after.resolutionCodes)) said.push('Ways to end change');
  return said;
}

/** Whose fault it is: `transitions.4.to` → the step's name. */
export function sayFault(shape: Shape, { path, message }: { path: string; message: string }): string {
  const [list, index] = path.split('.');
  const status = list === 'statuses' ? shape.statuses[Number(index)] : undefined;
  const step = list === 'transitions' ? shape.transitions[Number(index)] : undefined;
  if (status) return `${status.name || 'A status without a name'}: ${message}`;
  if (step) return `${stepName(shape, step)}: ${message}`;
  return capital(message);
}
