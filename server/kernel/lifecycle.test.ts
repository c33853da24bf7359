import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideStep, type Lifecycle, lifecycleFaults, openTransitions, statusOf } from './lifecycle.ts';
import { DEFAULT_LIFECYCLES } from './lifecycle-defaults.ts';

const incident = DEFAULT_LIFECYCLES.incident as Lifecycle;
const everything = { assigneeId: 'a', holdReason: 'client', resolutionCode: 'fixed', resolutionNote: 'x', duplicateOfId: 'd', reason: 'because' };

test.each(Object.entries(DEFAULT_LIFECYCLES))('the lifecycle of %s has no fault', (_kind, lifecycle) => {
  expect(lifecycleFaults(lifecycle)).toEqual([]);
});

test('a fault in an edited lifecycle is named', () => {
  const broken = { ...incident, statuses: [...incident.statuses, { key: 'limbo', name: 'Limbo', clientName: 'Limbo', category: 'open' as const }] };
  expect(lifecycleFaults(broken)).toEqual([{ path: 'transitions', message: 'nothing leads to "limbo"' }]);
});

test('a refused step says what is allowed, a missing field is named', () => {
  expect(decideStep(incident, 'closed', 'on_hold', 'staff', everything)).toMatchObject({ ok: false, errors: [{ path: 'to' }] });
  expect(decideStep(incident, 'in_progress', 'on_hold', 'staff', {})).toEqual({ ok: false, errors: [{ path: 'holdReason', message: 'is required to go to On hold' }] });
});

test('a contact may confirm or decline what is resolved, and nothing else', () => {
  for (const status of incident.statuses) {
    const open = openTransitions(incident, status.key, 'contact').map((step) => step.to);
    expect(open.sort()).toEqual(status.key === 'resolved' ? ['closed', 'reopened'] : []);
  }
});

test('every walk stays on legal paths, and an open ticket can always be resolved or left', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(DEFAULT_LIFECYCLES)), fc.array(fc.nat(20), { maxLength: 40 }), (lifecycle, choices) => {
      let at = lifecycle.initial;
      for (const choice of choices) {
        const open = openTransitions(lifecycle, at, 'staff');
        if (open.length === 0) break;
        const step = open[choice % open.length];
        if (!step) throw new Error('unreachable');
        const decision = decideStep(lifecycle, at, step.to, 'staff', everything);
        expect(decision.ok).toBe(true);
        at = step.to;
        expect(statusOf(lifecycle, at)).toBeDefined();
        const category = statusOf(lifecycle, at)?.category;
        if (category === 'open' || category === 'waiting' || category === 'new') expect(openTransitions(lifecycle, at, 'staff').length).toBeGreaterThan(0);
      }
    }),
  );
});
