import { afterAll, expect, test } from 'vitest';
import type { ChangeModelView } from '#shared/change.ts';
import type { LifecycleView } from '#shared/lifecycle.ts';
import { PRACTICE_GUARDS } from '#shared/lifecycle-words.ts';
import { CALM, inHours, openChanges, PLANS } from '#tests/change-desk.ts';

const desk = await openChanges();
const { olga, max, mia, tom, raise, edit, change, vote, planned } = desk;
const lifecycles = ((await olga.call('GET', '/lifecycles')).body as { items: LifecycleView[] }).items;

/** Steps that were taken and guards that refused, over all tests: in the end every one of them. */
const taken = new Set<string>();
const refused = new Set<string>();
const reached = new Set<string>();

/** What each guard says is missing. */
const SAYS: Readonly<Record<string, string>> = {
  plans_written: 'plan first',
  risk_assessed: 'Answer about its risk first',
  window_set: 'Say when it is to begin and end',
  no_collision: 'Year end',
  in_window: 'Its window has not begun',
  authorised: 'authorised',
  decided_afterwards: 'has not been decided about afterwards',
  template_in_force: 'is suspended',
  work_finished: 'Finish its tasks first',
  review_written: 'Write its review first',
};

/** One change on its way along a lifecycle. */
function along(name: string, key: string) {
  const { lifecycle } = lifecycles.find((one) => one.key === name) as LifecycleView;
  const at = async () => (await change(key)).status;
  const attempt = (to: string, more: object) => tom.call('POST', `/tickets/${key}/transitions`, { to, ...more });
  return {
    /** Takes a step that is there, after every status to which none leads from here was refused. */
    step: async (to: string, more: object = {}) => {
      const from = await at();
      reached.add(`${name} ${from}`);
      const ways = lifecycle.transitions.filter((step) => step.from.includes(from)).map((step) => step.to);
      for (const { key: other } of lifecycle.statuses.filter((one) => !ways.includes(one.key))) {
        const answer = await attempt(other, { reason: 'Because it has to', resolutionCode: 'failed' });
        expect([other, answer.status, (answer.body as { code: string }).code]).toEqual([
          other,
          409,
          'transition_refused',
        ]);
      }
      const answer = await attempt(to, more);
      expect([from, to, answer.status, answer.status === 201 ? '' : answer.text]).toEqual([from, to, 201, '']);
      taken.add(`${name} ${from} > ${to}`);
      reached.add(`${name} ${to}`);
    },
    /** Notes a step that followed by itself. */
    follows: async (from: string, to: string) => {
      expect(await at()).toBe(to);
      taken.add(`${name} ${from} > ${to}`);
      reached.add(`${name} ${to}`);
    },
    /** A step that is there and is refused, saying what these guards miss. */
    blocked: async (to: string, guards: (typeof PRACTICE_GUARDS)[number][], more: object = {}) => {
      const from = await at();
      const answer = await attempt(to, more);
      expect(answer).toMatchObject({ status: 409, body: { code: 'transition_refused' } });
      for (const guard of guards) {
        expect((answer.body as { detail: string }).detail).toContain(SAYS[guard] ?? 'no such guard');
        refused.add(`${name} ${from} > ${to} ${guard}`);
      }
    },
  };
}

const FREEZE = {
  ...{ kind: 'freeze', name: 'Year end', timeZone: 'UTC', fromAt: inHours(20), untilAt: inHours(30) },
};
/** While something stands against every window of tomorrow. */
async function frozen(work: () => Promise<void>) {
  const { id } = (await olga.call('POST', '/change-periods', FREEZE)).body as { id: string };
  await work();
  await olga.call('DELETE', `/change-periods/${id}`);
}
/** Lets a change begin outside of its window. */
const letBegin = (key: string) => max.call('POST', `/changes/${key}/overrides`, { reason: 'They wait for it' });
const why = { reason: 'Because it has to' };
const windowNow = { plannedStart: inHours(24), plannedEnd: inHours(25) };

test('a normal change reaches every status, and each step asks for what it needs', async () => {
  const key = await raise({ ...planned, plans: {}, answers: {}, plannedStart: null, plannedEnd: null });
  const way = along('change', key);
  await way.step('cancelled', why);
  await way.step('draft', why);
  await way.step('assess');
  await way.step('draft', why);
  await way.step('assess');
  await way.blocked('authorise', ['plans_written', 'risk_assessed', 'window_set']);
  const task = { key: 'a', title: 'Patch', teamId: null, staffId: null, after: [], startMinutes: 0, minutes: 30 };
  await tom.call('PUT', `/changes/${key}/tasks`, { version: (await change(key)).version, tasks: [task] });
  await edit(key, { plans: PLANS, answers: CALM, ...windowNow });
  await frozen(() => way.blocked('authorise', ['no_collision']));
  await way.step('authorise');
  await way.blocked('scheduled', ['authorised']);
  await way.step('assess', why);
  await way.step('authorise');
  await way.step('draft', why);
  await way.step('assess');
  await way.step('authorise');
  await way.step('rejected', why);
  await way.step('draft', why);
  await way.step('assess');
  await way.step('cancelled', why);
  await way.step('draft', why);
  await way.step('assess');
  await way.step('authorise');
  await way.step('cancelled', why);
  await way.step('draft', why);
  await way.step('assess');
  await way.step('authorise');
  await vote(max, key);
  await way.follows('authorise', 'scheduled');
  await way.step('authorise', why);
  await way.blocked('scheduled', ['authorised']);
  // Authorised, but not let on: it stays until nothing stands against it.
  await frozen(async () => {
    await vote(mia, key);
    expect((await change(key)).authorisedAt).not.toBeNull();
    await way.blocked('scheduled', ['no_collision']);
  });
  await way.step('scheduled');
  await way.step('assess', why);
  await way.step('authorise');
  await vote(max, key);
  await way.follows('authorise', 'scheduled');
  await frozen(() => way.blocked('implement', ['no_collision', 'in_window']));
  await letBegin(key);
  await way.step('implement');
  await way.step('scheduled', why);
  // It was let begin once, and was put off.
  await way.blocked('implement', ['in_window']);
  await letBegin(key);
  await way.step('implement');
  await way.blocked('review', ['work_finished'], { resolutionCode: 'successful' });
  await way.step('review', { resolutionCode: 'backed_out' });
  await frozen(() => way.blocked('implement', ['no_collision'], why));
  await way.step('implement', why);
  const [first] = (await change(key)).tasks;
  expect((await tom.call('POST', `/changes/${key}/tasks/${first?.id}`, { state: 'done' })).status).toBe(200);
  await way.step('review', { resolutionCode: 'successful' });
  await way.blocked('closed', ['review_written']);
  await tom.call('POST', `/changes/${key}/review`, { version: (await change(key)).version, text: 'Well' });
  await way.step('closed');
  await way.step('review', why);
  await way.step('closed');

  const other = await raise(planned);
  const also = along('change', other);
  await also.step('assess');
  await also.step('authorise');
  await vote(max, other);
  await also.follows('authorise', 'scheduled');
  await also.step('cancelled', why);
  // A window that is over is none any more.
  const late = await raise({ ...planned, plannedStart: inHours(-2), plannedEnd: inHours(-1) });
  await along('change', late).step('assess');
  const { detail } = (await tom.call('POST', `/tickets/${late}/transitions`, { to: 'authorise' })).body as {
    detail: string;
  };
  expect(detail).toContain('Its window is over');
});

test('a standard change reaches every status as long as its template is in good standing', async () => {
  const { id } = (
    await max.call('POST', '/change-models', {
      ...{
        type: 'standard',
        name: 'Patch',
        description: '',
        lifecycle: 'change.standard',
        requiredPlans: ['implementation'],
      },
      ...{
        questions: [],
        tasks: [{ key: 'a', title: 'Run', teamId: null, staffId: null, after: [], startMinutes: null, minutes: null }],
      },
      template: {
        title: 'Patch',
        description: '',
        reason: '',
        plans: { implementation: 'Run' },
        answers: {},
        outage: false,
        minutes: 60,
      },
    })
  ).body as ChangeModelView;
  const model = async () =>
    ((await olga.call('GET', '/change-models')).body as { items: ChangeModelView[] }).items.find(
      (one) => one.id === id,
    );
  const set = async (step: string, who = mia) =>
    who.call('POST', `/change-models/${id}/${step}`, {
      version: (await model())?.version,
      reason: 'for the time being',
    });
  await set('approve');
  const key = await raise({ modelId: id });
  const way = along('change.standard', key);
  await way.step('cancelled', why);
  await way.step('draft', why);
  await way.blocked('scheduled', ['window_set']);
  await edit(key, windowNow);
  await frozen(() => way.blocked('scheduled', ['no_collision']));
  await set('suspend');
  await way.blocked('scheduled', ['template_in_force']);
  await set('approve');
  await way.step('scheduled');
  await way.step('draft', why);
  await way.step('scheduled');
  await set('suspend');
  await way.blocked('implement', ['template_in_force']);
  await set('approve');
  await frozen(() => way.blocked('implement', ['no_collision', 'in_window']));
  await letBegin(key);
  await way.step('implement');
  await way.step('scheduled', why);
  await letBegin(key);
  await way.step('implement');
  await way.blocked('closed', ['work_finished'], { resolutionCode: 'successful' });
  await way.step('closed', { resolutionCode: 'failed' });
  expect((await model())?.state).toBe('suspended');
  await set('approve');
  const other = await raise({ modelId: id, plannedStart: windowNow.plannedStart });
  await along('change.standard', other).step('scheduled');
  await along('change.standard', other).step('cancelled', why);
});

test('an emergency reaches every status, and none of them without what it owes', async () => {
  const modelId = desk.modelOf('emergency');
  const key = await raise({ modelId });
  const way = along('change.emergency', key);
  await way.step('cancelled', why);
  await way.step('draft', why);
  await way.blocked('expedite', ['plans_written']);
  await edit(key, { plans: PLANS });
  await way.step('expedite');
  await way.step('draft', why);
  await way.step('expedite');
  await way.step('rejected', why);
  await way.step('draft', why);
  await way.step('expedite');
  await way.step('cancelled', why);
  await way.step('draft', why);
  const task = { key: 'a', title: 'Patch', teamId: null, staffId: null, after: [], startMinutes: null, minutes: null };
  await tom.call('PUT', `/changes/${key}/tasks`, { version: (await change(key)).version, tasks: [task] });
  await way.step('expedite');
  await way.blocked('implement', ['authorised']);
  await vote(max, key);
  await way.step('implement');
  await way.blocked('retrospective', ['risk_assessed', 'work_finished'], { resolutionCode: 'successful' });
  await edit(key, { answers: CALM });
  await way.step('retrospective', { resolutionCode: 'failed' });
  await way.blocked('review', ['decided_afterwards']);
  await vote(mia, key);
  await way.follows('retrospective', 'review');
  await way.blocked('closed', ['review_written']);
  await tom.call('POST', `/changes/${key}/review`, { version: (await change(key)).version, text: 'Well' });
  await way.step('closed');
  await way.step('review', why);
});

/** Guards that two steps share with the one before and that nothing can take away between them. */
const ASKED_BEFORE: readonly string[] = [
  'change authorise > scheduled window_set',
  'change scheduled > implement authorised',
  'change review > implement authorised',
  'change.standard draft > scheduled plans_written',
  'change.standard draft > scheduled risk_assessed',
  'change review > implement in_window',
];

afterAll(() => {
  const changes = lifecycles.filter(({ kind }) => kind === 'change');
  const steps = changes.flatMap(({ key, lifecycle }) =>
    lifecycle.transitions.flatMap((step) => step.from.map((from) => ({ name: `${key} ${from} > ${step.to}`, step }))),
  );
  const guards = steps.flatMap(({ name, step }) =>
    (step.guards ?? [])
      .filter((one) => (PRACTICE_GUARDS as readonly string[]).includes(one))
      .map((guard) => `${name} ${guard}`),
  );
  const statuses = changes.flatMap(({ key, lifecycle }) => lifecycle.statuses.map((one) => `${key} ${one.key}`));
  expect(statuses.filter((one) => !reached.has(one))).toEqual([]);
  expect(steps.map(({ name }) => name).filter((one) => !taken.has(one))).toEqual([]);
  expect(guards.filter((one) => !refused.has(one) && !ASKED_BEFORE.includes(one))).toEqual([]);
});
