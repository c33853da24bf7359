import { describe, expect, it } from 'vitest';
import { TICKET_KINDS } from '#shared/vocabulary.ts';
import type { Lifecycle, Status, Transition } from './lifecycle.ts';
import { validateLifecycle } from './lifecycle.ts';
import { DEFAULT_LIFECYCLES } from './lifecycle-defaults.ts';

const base = DEFAULT_LIFECYCLES.task;
const status = (more: Partial<Status>): Status => ({
  key: 'extra',
  name: 'Extra',
  category: 'open',
  clientName: 'Extra',
  ...more,
});
const transition = (more: Partial<Transition>): Transition => ({
  from: ['new'],
  to: 'closed',
  label: 'Go',
  by: ['staff'],
  requires: [],
  ...more,
});
const withStatus = (more: Partial<Status>): Lifecycle => ({ ...base, statuses: [...base.statuses, status(more)] });
const withStep = (more: Partial<Transition>): Lifecycle => ({
  ...base,
  transitions: [...base.transitions, transition(more)],
});
const faults = (lifecycle: Lifecycle) => validateLifecycle(lifecycle).map(({ path, message }) => `${path}: ${message}`);

describe('validateLifecycle', () => {
  it.each(TICKET_KINDS)('finds nothing wrong with the default for %s', (kind) => {
    expect(faults(DEFAULT_LIFECYCLES[kind])).toEqual([]);
  });

  const last = base.statuses.length;
  const end = base.transitions.length;
  it.each<[string, Lifecycle, string]>([
    ['an unreachable status', withStatus({}), `statuses.${last}: no ticket can ever get to Extra`],
    ['a status twice', withStatus({ key: 'new' }), `statuses.${last}.key: "new" is there twice`],
    ['a key with spaces', withStatus({ key: 'in work' }), `statuses.${last}.key: needs lower-case letters`],
    ['an empty name', withStatus({ name: ' ' }), `statuses.${last}.name: needs a name`],
    ['a hold that is not waiting', withStatus({ hold: true }), `statuses.${last}.hold: only a status of the category`],
    ['a step to nowhere', withStep({ to: 'gone' }), `transitions.${end}.to: there is no status "gone"`],
    ['a step from nowhere', withStep({ from: ['gone'] }), `transitions.${end}.from: there is no status "gone"`],
    ['a step to itself', withStep({ to: 'new' }), `transitions.${end}.to: a step leads to another status`],
    ['a step nobody may take', withStep({ by: [] }), `transitions.${end}.by: needs somebody`],
    [
      'a step twice',
      withStep({ to: 'in_progress' }),
      `transitions.${end}.to: the step from new to in_progress is there twice`,
    ],
    [
      'an unknown guard',
      withStep({ guards: ['moonlight' as never] }),
      `transitions.${end}.guards: "moonlight" is not one of`,
    ],
    ['no start', { ...base, initial: 'gone' }, 'initial: there is no status "gone"'],
    ['a start at the end', { ...base, initial: 'closed' }, 'initial: a ticket can only start new or open'],
    ['no end', { ...base, statuses: base.statuses.slice(0, 4) }, 'statuses: needs at least one final status'],
  ])('refuses %s', (_, lifecycle, expected) => {
    expect(faults(lifecycle).some((fault) => fault.startsWith(expected))).toBe(true);
  });

  it('refuses a trap', () => {
    const trap: Lifecycle = {
      ...base,
      statuses: [...base.statuses, status({ key: 'limbo', name: 'Limbo' })],
      transitions: [...base.transitions.filter(({ from }) => !from.includes('*')), transition({ to: 'limbo' })],
    };
    expect(faults(trap)).toContain(`statuses.${last}: no way leads from Limbo to a final status`);
  });
});
