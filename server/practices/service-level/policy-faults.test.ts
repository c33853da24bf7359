import { expect, test } from 'vitest';
import { NO_RULES, type PolicyTerms } from '#kernel/service-level.ts';
import { createClient } from '#server/business/client/index.ts';
import type { PolicyView } from '#shared/policy.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { termsOf } from '#tests/policies.ts';

const desk = await openDesk({ roles: ['web'] });
const sam = await hire(desk, { name: 'Sam' });
const policies = '/service-levels/policies';
let made = 0;
const create = (more: object) =>
  sam.call('POST', policies, { name: `Policy ${made++}`, terms: { ...termsOf({ resolution: 60 }), ...more } });
const faults = async (more: object) =>
  ((await create(more)).body as { errors?: { path: string; message: string }[] }).errors?.map(
    ({ path, message }) => `${path} ${message}`,
  ) ?? [];
const ruled = (rules: Partial<NonNullable<PolicyTerms['rules']['resolution']>>) => ({
  rules: { resolution: { ...NO_RULES, ...rules } },
});

test.each([
  ['ticket.priority == 1 && ticket.priority == 2', 'can never hold, whatever the ticket'],
  ['false', 'can never hold, whatever the ticket'],
  ['1 == 2', 'can never hold, whatever the ticket'],
  ['ticket.kind == "problem"', 'can never hold, whatever the ticket'],
  ['ticket.vip && ticket.vip == false', 'can never hold, whatever the ticket'],
  ['ticket.kind == "outage"', 'ticket.kind is never "outage"; it is one of incident, request, problem, change, task'],
  ['ticket.priority == 9 || ticket.vip', 'ticket.priority is never 9; it is one of 1, 2, 3, 4, 5'],
])('a condition that no ticket can meet is refused: %s', async (condition, message) => {
  expect(await faults({ condition })).toEqual([`terms.condition ${message}`]);
});

test('a status that there is not is refused with those that there are', async () => {
  const [fault] = await faults({ condition: 'ticket.status == "nonexistent"' });
  expect(fault).toMatch(/^terms\.condition ticket\.status is never "nonexistent"; it is one of new, .*in_progress/);
});

test.each([
  [{ start: 'false' }, 'start can never hold: the clock would never begin'],
  [{ pause: 'true' }, 'pause always holds: it would never let the clock run'],
  [{ pause: 'ticket.priority >= 1' }, 'pause always holds: it would never let the clock run'],
  [{ stop: '1 == 1' }, 'stop always holds: the clock would be over before it begins'],
  [{ cancel: 'true' }, 'cancel always holds: the clock would be cancelled before it begins'],
  [{ reset: 'true' }, 'reset always holds, so it never comes true and nothing begins anew'],
  [
    { pause: 'ticket.vip && !ticket.vip' },
    'pause can never hold, whatever the ticket; write false where that is meant',
  ],
])('a rule that cannot be meant is refused: %j', async (rules, message) => {
  expect(await faults(ruled(rules))).toEqual([`terms.rules.resolution.${message}`]);
});

test('what may be meant is taken: a clock that never pauses, and conditions over what cannot be counted up', async () => {
  expect(await faults(ruled({ start: 'true', pause: 'false' }))).toEqual([]);
  const condition = '"vip" in ticket.tags && client.country == "NZ" && ticket.status != "new"';
  expect(await faults({ condition })).toEqual([]);
});

test('more time for a higher priority is said and not refused', async () => {
  const answer = await create({ targets: termsOf({ resolution: [5_000, 100, 100, 200, 150] }).targets });
  const { id } = answer.body as { id: string };
  const { remarks } = (await sam.call('GET', `${policies}/${id}`)).body as PolicyView;
  expect(remarks).toEqual([
    { path: 'targets.resolution.byPriority.0', message: 'P1 has 83 h 20 min, which is more than the 1 h 40 min of P2' },
    { path: 'targets.resolution.byPriority.3', message: 'P4 has 3 h 20 min, which is more than the 2 h 30 min of P5' },
  ]);
});

test('a name that there is not is said where a condition or a rule compares with it, and not refused', async () => {
  await desk.run((ctx) => createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC', country: 'NZ' }));
  const rules = { start: null, pause: 'ticket.team == "Ghosts"', stop: null, reset: null, cancel: null };
  const condition = 'client.country == "Australia" && client.group in ["Platinum"] || client.code == "ACME"';
  const answer = await create({ condition, rules: { resolution: rules } });
  const { id } = answer.body as { id: string };
  const { remarks } = (await sam.call('GET', `${policies}/${id}`)).body as PolicyView;
  expect(remarks).toEqual([
    { path: 'condition', message: 'client.country is never "Australia"; it is one of NZ' },
    { path: 'condition', message: 'client.group is never "Platinum", as far as there are names now' },
    { path: 'rules.resolution.pause', message: expect.stringMatching(/^ticket.team is never "Ghosts"/) },
  ]);
});

test.each([
  [-5, 'must be 1 or more, or be "none", or be null'],
  ['60', 'must be a whole number, or be "none", or be null'],
])('a target of %j is refused with what is allowed', async (minutes, message) => {
  const targets = { resolution: { byPriority: [minutes, 60, 60, 60, 60], calendar: null } };
  expect(await faults({ targets })).toEqual([`terms.targets.resolution.byPriority.0 ${message}`]);
});
