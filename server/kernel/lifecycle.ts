import type { FieldError } from './errors.ts';

export type Category = 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'cancelled';
export type ActorKind = 'staff' | 'contact' | 'system' | 'key';

export type Status = { key: string; name: string; category: Category; /** What the client's people read. */ clientName: string };

/** A field that must be filled before, or with, the step. */
export type Requirement = 'assigneeId' | 'holdReason' | 'resolutionCode' | 'resolutionNote' | 'duplicateOfId' | 'reason';

export type Transition = {
  /** Status keys it starts from. */
  from: readonly string[];
  to: string;
  label: string;
  requires: readonly Requirement[];
  /** Who may take it. */
  by: readonly ActorKind[];
};

/** A kind's life as data: fixed categories carry the meaning, everything else may be edited. */
export type Lifecycle = { initial: string; statuses: readonly Status[]; transitions: readonly Transition[] };

export function statusOf(lifecycle: Lifecycle, key: string): Status | undefined {
  return lifecycle.statuses.find((status) => status.key === key);
}

/** The steps open from a status to this kind of actor, each target once. */
export function openTransitions(lifecycle: Lifecycle, from: string, actor: ActorKind): Transition[] {
  const found = lifecycle.transitions.filter((step) => step.from.includes(from) && step.by.includes(actor));
  return found.filter((step, index) => found.findIndex((other) => other.to === step.to) === index);
}

export type StepDecision = { ok: true; transition: Transition; status: Status } | { ok: false; errors: FieldError[] };

/** Whether the step may be taken, with what is missing if not. `fields` are the ticket's values after the step. */
export function decideStep(lifecycle: Lifecycle, from: string, to: string, actor: ActorKind, fields: Partial<Record<Requirement, unknown>>): StepDecision {
  const transition = openTransitions(lifecycle, from, actor).find((step) => step.to === to);
  const status = statusOf(lifecycle, to);
  if (!transition || !status) {
    const open = openTransitions(lifecycle, from, actor).map((step) => step.to);
    const allowed = open.length > 0 ? `must be one of ${open.join(', ')}` : 'nothing follows this status';
    return { ok: false, errors: [{ path: 'to', message: `cannot go from ${from} to ${to}; ${allowed}` }] };
  }
  const missing = transition.requires.filter((name) => fields[name] === null || fields[name] === undefined || fields[name] === '');
  if (missing.length > 0) return { ok: false, errors: missing.map((path) => ({ path, message: `is required to go to ${status.name}` })) };
  return { ok: true, transition, status };
}

/** What is wrong with an edited lifecycle: doubled or unknown keys, dead ends, statuses that nothing leads to. */
export function lifecycleFaults(lifecycle: Lifecycle): FieldError[] {
  const faults: FieldError[] = [];
  const keys = new Set<string>();
  for (const [index, status] of lifecycle.statuses.entries()) {
    if (keys.has(status.key)) faults.push({ path: `statuses.${index}.key`, message: `"${status.key}" stands there twice` });
    keys.add(status.key);
  }
  if (!keys.has(lifecycle.initial)) faults.push({ path: 'initial', message: 'must be one of the statuses' });
  for (const [index, step] of lifecycle.transitions.entries()) {
    for (const key of [...step.from, step.to]) if (!keys.has(key)) faults.push({ path: `transitions.${index}`, message: `"${key}" is not one of the statuses` });
  }
  const reached = new Set([lifecycle.initial]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const step of lifecycle.transitions) {
      if (!reached.has(step.to) && step.from.some((key) => reached.has(key))) {
        reached.add(step.to);
        grown = true;
      }
    }
  }
  for (const key of keys) if (!reached.has(key)) faults.push({ path: 'transitions', message: `nothing leads to "${key}"` });
  for (const category of ['resolved', 'closed'] as const) {
    if (!lifecycle.statuses.some((status) => status.category === category && reached.has(status.key))) faults.push({ path: 'statuses', message: `a status of the category ${category} is needed` });
  }
  return faults;
}
