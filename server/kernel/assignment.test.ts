import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from './assignment.ts';
import { decideAssignee, STRATEGIES } from './assignment.ts';

const person = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  name: id,
  skills: [],
  capacity: 10,
  openCount: 0,
  onLeave: false,
  worksTickets: true,
  reachesClient: true,
  lastAssignedAt: null,
  ...more,
});
const skill = fc.constantFrom('network', 'Mail', 'printing');
const candidate = fc.record({
  id: fc.uuid(),
  name: fc.constantFrom('Ada', 'Bo', 'Cy'),
  skills: fc.uniqueArray(skill),
  capacity: fc.integer({ min: 0, max: 4 }),
  openCount: fc.integer({ min: 0, max: 5 }),
  onLeave: fc.boolean(),
  worksTickets: fc.boolean(),
  reachesClient: fc.boolean(),
  lastAssignedAt: fc.option(fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z')),
});
const team = fc.uniqueArray(candidate, { selector: ({ id }) => id, maxLength: 6 });

describe('choosing a person', () => {
  it('takes turns, then load, then skill, and says why', () => {
    const people = [
      person('Ada', { openCount: 2, lastAssignedAt: '2026-01-02T00:00:00.000Z', skills: ['network'] }),
      person('Bo', { openCount: 1, lastAssignedAt: '2026-01-03T00:00:00.000Z' }),
      person('Cy', { openCount: 5, lastAssignedAt: '2026-01-01T00:00:00.000Z' }),
      person('Di', { onLeave: true }),
    ];
    const say = (strategy: (typeof STRATEGIES)[number]) => decideAssignee(strategy, people, ['Network']).why.sentence;
    expect(say('round_robin')).toBe('Cy has waited longest for a turn (3 of 4 could take it).');
    expect(decideAssignee('load_balanced', people).why.sentence).toBe(
      'Bo carries the least: 1 of 10 (3 of 4 could take it).',
    );
    expect(say('by_skill')).toBe('Ada knows Network and carries the least: 2 of 10 (1 of 4 could take it).');
    expect(say('manual')).toBe('This team assigns by hand.');
    expect(decideAssignee('by_skill', people, ['mail']).why.sentence).toBe(
      'Nobody can take it: Ada lacks mail, Bo lacks mail, Cy lacks mail, Di is on leave.',
    );
    expect(decideAssignee('round_robin', []).why.sentence).toBe('The team has nobody to assign to.');
  });

  it('compares shares of capacity, not counts', () => {
    const people = [person('Part', { openCount: 2, capacity: 4 }), person('Full', { openCount: 4, capacity: 10 })];
    expect(decideAssignee('load_balanced', people).personId).toBe('Full');
  });

  it('never overloads, never picks who is away, looks at everybody once, whatever the order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STRATEGIES), team, fc.uniqueArray(skill), (strategy, people, required) => {
        const decision = decideAssignee(strategy, people, required);
        expect(decideAssignee(strategy, people.toReversed(), required)).toEqual(decision);
        if (strategy === 'manual') return;
        const able = people.filter(
          (one) =>
            !one.onLeave &&
            one.worksTickets &&
            one.reachesClient &&
            one.openCount < one.capacity &&
            (strategy !== 'by_skill' || required.every((needed) => one.skills.includes(needed))),
        );
        const chosen = able.find(({ id }) => id === decision.personId);
        expect(chosen === undefined).toBe(able.length === 0);
        const ids = decision.why.considered.map(({ id }) => id);
        expect([...ids].sort()).toEqual(people.map(({ id }) => id).sort());
        if (!chosen) return;
        const wait = (iso: string | null) => iso ?? '';
        if (strategy === 'round_robin') {
          expect(able.every((one) => wait(chosen.lastAssignedAt) <= wait(one.lastAssignedAt))).toBe(true);
        } else {
          const same = able.filter((one) =>
            required.every((needed) => one.skills.includes(needed) === chosen.skills.includes(needed)),
          );
          const load = (one: Candidate) => one.openCount / one.capacity;
          expect(same.every((one) => load(chosen) <= load(one))).toBe(true);
        }
      }),
    );
  });

  it('gives everybody the same number of turns', () => {
    let people = ['Ada', 'Bo', 'Cy'].map((id) => person(id, { capacity: 1000 }));
    const turns: string[] = [];
    for (let i = 0; i < 9; i += 1) {
      const { personId } = decideAssignee('round_robin', people);
      turns.push(personId ?? '');
      const at = new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString();
      people = people.map((one) =>
        one.id === personId ? { ...one, lastAssignedAt: at, openCount: one.openCount + 1 } : one,
      );
    }
    expect(turns.join(' ')).toBe('Ada Bo Cy Ada Bo Cy Ada Bo Cy');
  });
});
