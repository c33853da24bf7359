import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { createClient } from '#server/business/client/index.ts';
import type { ChangeModelView } from '#shared/change.ts';
import { asking, CALM, inHours, openChanges, PLANS } from '#tests/change-desk.ts';
import { fetchPdf } from '#tests/pdf.ts';
import { hire } from '#tests/people.ts';

const desk = await openChanges();
const { olga, max, mia, tom, raise, go, begin, edit, change, status, vote, votesOf, plan } = desk;

const asked = async (more: object = {}) => {
  const key = await raise({ ...plan(), ...more });
  await go(key, 'assess');
  expect(await go(key, 'authorise')).toMatchObject({ status: 201 });
  return key;
};

test('where no rule says anything, whoever has the authority is asked, and it is scheduled once one approves', async () => {
  const key = await asked();
  expect(await status(key)).toBe('authorise');
  expect((await votesOf(max, key))[0]).toMatchObject({ subject: { title: 'Patch srv-1' } });
  expect(await votesOf(tom, key)).toEqual([]);
  expect((await vote(max, key)).status).toBe(200);
  expect(await status(key)).toBe('scheduled');
  expect(await change(key)).toMatchObject({
    authorisedWhy: 'approved by Change authority',
    approvals: [{ state: 'approved' }],
  });
});

test('a rejection ends it with what was said', async () => {
  const key = await asked();
  await vote(mia, key, { vote: 'reject', comment: 'Not in December' });
  expect(await status(key)).toBe('rejected');
  expect((await change(key)).authorisedAt).toBeNull();
});

test('every rule that fits adds its steps, and what needs no approval is authorised at once', async () => {
  const calm = await desk.rule('Low risk', {
    condition: 'change.risk == 1',
    stage: 'before',
    outcome: { does: 'authorise' },
  });
  const key = await raise(plan());
  await go(key, 'assess');
  await go(key, 'authorise');
  expect(await status(key)).toBe('scheduled');
  expect((await change(key)).authorisedWhy).toBe('no approval is needed by “Low risk”');
  const boss = await desk.rule(
    'Owner',
    asking([{ kind: 'staff', id: olga.id }], { name: 'Owner' }, 'change.items > 0'),
  );
  const lead = await desk.rule(
    'Lead',
    asking([{ kind: 'staff', id: max.id }], { name: 'Lead' }, 'client.code == "ACME"'),
  );
  const both = await asked();
  expect((await change(both)).approvals[0]?.steps.map(({ name }) => name)).toEqual(['Owner', 'Lead']);
  await vote(olga, both);
  expect(await status(both)).toBe('authorise');
  await vote(max, both);
  expect(await status(both)).toBe('scheduled');
  for (const id of [calm, boss, lead]) await desk.drop(id);
});

test('nobody decides about their own change, through no door', async () => {
  // Who raised it and wrote it.
  const own = await raise(plan(), max);
  await go(own, 'assess');
  await go(own, 'authorise');
  expect([await votesOf(max, own), (await votesOf(mia, own)).length]).toEqual([[], 1]);
  expect((await vote(max, own)).status).toBe(404);
  // Who has it, by a team that is asked; and who has a task of it.
  const { id: team } = (
    await olga.call('POST', '/teams', {
      name: `Board ${newId()}`,
      members: [max, mia, olga].map(({ id }) => ({ staffId: id, lead: false })),
    })
  ).body as { id: string };
  const rule = await desk.rule('Board', asking([{ kind: 'team', id: team }]));
  const given = await raise(plan());
  await olga.call('POST', `/tickets/${given}/assign`, { assigneeId: max.id });
  const task = { key: 'a', title: 'Patch', teamId: null, staffId: mia.id, after: [], startMinutes: 0, minutes: 30 };
  const { version } = await change(given);
  expect((await tom.call('PUT', `/changes/${given}/tasks`, { version, tasks: [task] })).status).toBe(200);
  await go(given, 'assess');
  await go(given, 'authorise');
  expect([await votesOf(max, given), await votesOf(mia, given), (await votesOf(olga, given)).length]).toEqual([
    [],
    [],
    1,
  ]);
  // Who gets it once they are asked decides no more; who has decided does not get it.
  const late = await asked();
  const [voteOfMax] = await votesOf(max, late);
  await olga.call('POST', `/tickets/${late}/assign`, { assigneeId: max.id });
  expect((await max.call('POST', `/approvals/votes/${voteOfMax?.id}`, { vote: 'approve' })).status).toBe(403);
  expect((await vote(mia, late)).status).toBe(200);
  expect((await olga.call('POST', `/tickets/${late}/assign`, { assigneeId: mia.id })).body).toMatchObject({
    status: 409,
    detail: expect.stringContaining('Mia Manager has decided'),
  });
  // Nor does somebody who decided begin it as their own.
  const free = await asked();
  await vote(mia, free);
  expect(await begin(free, mia)).toMatchObject({ status: 409 });
  await desk.drop(rule);
});

test('an edit of what was authorised voids it, and the change goes back; what is only told does not', async () => {
  for (const more of [
    { plans: { backout: 'Restore' } },
    { plannedStart: inHours(30), plannedEnd: inHours(31) },
    { itemIds: [] },
    { answers: { people: 'many' } },
    { outage: true },
    { cost: { minor: 100, currency: 'AUD' } },
  ]) {
    const key = await asked();
    await vote(max, key);
    expect((await edit(key, more)).status).toBe(200);
    expect([await status(key), (await change(key)).authorisedAt, (await change(key)).approvals[0]?.state]).toEqual([
      ...['assess', null, 'voided'],
    ]);
  }
  const key = await asked();
  const [open] = await votesOf(max, key);
  await edit(key, { reason: 'Another' });
  expect((await max.call('POST', `/approvals/votes/${open?.id}`, { vote: 'approve' })).status).toBe(409);
  const told = await asked();
  await vote(max, told);
  expect((await edit(told, { plans: PLANS, answers: CALM })).status).toBe(200);
  expect(await status(told)).toBe('scheduled');
  await begin(told);
  expect((await edit(told, { plans: { test: 'Later' } })).status).toBe(409);
});

test('a rule that cannot be answered asks where it would ask, and authorises nothing', async () => {
  const broken = await desk.rule('Broken', {
    condition: 'change.cost > 5.0',
    stage: 'before',
    outcome: { does: 'authorise' },
  });
  const key = await asked();
  expect([await status(key), (await votesOf(max, key)).length]).toEqual(['authorise', 1]);
  const [rule] = ((await olga.call('GET', '/change-rules')).body as { items: { fault: object | null }[] }).items;
  expect(rule?.fault).not.toBeNull();
  await desk.drop(broken);
});

test('what risks much does not go on by a rule of whoever has a part in it', async () => {
  const answers = { ...CALM, experience: 'never', backout: 'no', testing: 'no', interruption: 'longer' };
  const raised = async (who: typeof max) => {
    const key = await raise({ ...plan(), answers }, who);
    expect((await change(key)).risk?.level).toBeGreaterThanOrEqual(3);
    for (const to of ['assess', 'authorise']) await go(key, to, {}, who);
    return status(key);
  };
  const terms = { condition: '', stage: 'before', outcome: { does: 'authorise' } };
  const { id } = (await max.call('POST', '/change-rules', { name: 'Of Max', terms })).body as { id: string };
  await max.call('POST', `/change-rules/${id}/publish`, { version: 1 });
  expect([await raised(max), await raised(mia)]).toEqual(['authorise', 'scheduled']);
  const mild = await raise(plan(), max);
  for (const to of ['assess', 'authorise']) await go(mild, to, {}, max);
  expect(await status(mild)).toBe('scheduled');
  await desk.drop(id);
});

test('a step in which nobody can be asked says so, and is asked once more when somebody can', async () => {
  const rule = await desk.rule('Their director', asking([{ kind: 'role', role: 'director' }]));
  const key = await raise(plan());
  for (const to of ['assess', 'authorise']) await go(key, to);
  const [approval] = (await change(key)).approvals;
  expect(approval?.steps).toMatchObject([{ stuck: true, voters: [] }]);
  expect((await tom.call('POST', `/changes/${key}/approval`)).status).toBe(200);
  await desk.drop(rule);
  expect((await tom.call('POST', `/changes/${key}/approval`)).status).toBe(200);
  expect((await change(key)).approvals.find(({ state }) => state === 'pending')?.steps).toMatchObject([
    { stuck: false },
  ]);
});

test('a draft is tried on what was, and says whom it would ask besides', async () => {
  const before = (
    await olga.call('POST', '/change-rules/simulate', {
      terms: asking([{ kind: 'staff', id: olga.id }], { name: 'Two', quorum: 1 }),
    })
  ).body as { judged: number; fits: number; extraSteps: number; examples: { after: string[] }[] };
  expect(before.judged).toBeGreaterThan(5);
  expect(before.fits).toBe(before.judged);
  expect(before.examples[0]?.after).toEqual(['Two']);
  const both = (
    await olga.call('POST', '/change-rules/simulate', {
      terms: { condition: '', stage: 'before', outcome: { does: 'authorise' } },
    })
  ).body as { extraSteps: number; easier: number; judged: number };
  expect(both).toMatchObject({ easier: both.judged, extraSteps: -both.judged });
  expect((await tom.call('POST', '/change-rules/simulate', { terms: null })).status).toBe(403);
});

test('an emergency begins by expedited authority, is decided about afterwards and looked at in any case', async () => {
  const key = await raise({ modelId: desk.modelOf('emergency'), plans: { implementation: 'Now', backout: 'Back' } });
  expect((await change(key)).type).toBe('emergency');
  await go(key, 'expedite');
  expect((await go(key, 'implement')).detail).toContain('Nobody with expedited authority');
  await vote(max, key);
  expect(await status(key)).toBe('expedite');
  expect((await go(key, 'implement')).status).toBe(201);
  // What was done is written down while it is done.
  expect((await edit(key, { answers: CALM })).status).toBe(200);
  expect((await go(key, 'retrospective', { resolutionCode: 'successful' })).status).toBe(201);
  expect((await go(key, 'review')).detail).toContain('has not been decided about afterwards');
  await vote(mia, key);
  expect(await change(key)).toMatchObject({ status: 'review', afterwards: 'approved', outcome: 'successful' });
  expect((await go(key, 'closed')).detail).toContain('Write its review first');
  const { version, review } = await change(key);
  expect(Date.parse(review.dueAt ?? '') - Date.now()).toBeGreaterThan(4.9 * 86_400_000);
  expect((await tom.call('POST', `/changes/${key}/review`, { version, text: 'Well done' })).status).toBe(200);
  const { headers, words } = await fetchPdf(desk.desk, tom, `/changes/${key}/evidence-pack`);
  expect(headers).toMatchObject({ 'content-type': 'application/pdf' });
  for (const said of [
    ...[key, 'Acme', 'emergency, by', 'Implementation plan', 'Now', 'Back-out plan', 'Risk: ', 'Approval'],
    ...['Max Manager: approve', 'Successful', 'Well done', 'No incident is known', 'What happened'],
  ])
    expect(words).toContain(said);
  expect((await go(key, 'closed')).status).toBe(201);
});

test('what nobody approves afterwards is looked at all the same', async () => {
  const key = await raise({
    modelId: desk.modelOf('emergency'),
    plans: { implementation: 'x', backout: 'y' },
    answers: CALM,
  });
  await go(key, 'expedite');
  await vote(max, key);
  await begin(key);
  await go(key, 'retrospective', { resolutionCode: 'failed' });
  await vote(mia, key, { vote: 'reject', comment: 'It could have waited' });
  expect(await change(key)).toMatchObject({ status: 'review', afterwards: 'rejected', outcome: 'failed' });
});

const TEMPLATE = {
  ...{ type: 'standard', description: '', lifecycle: 'change.standard', requiredPlans: ['implementation'] },
  ...{
    questions: [],
    tasks: [{ key: 'a', title: 'Patch', teamId: null, staffId: null, after: [], startMinutes: 0, minutes: 15 }],
  },
  template: {
    title: 'Patch',
    description: '',
    reason: '',
    plans: { implementation: 'Run it' },
    answers: {},
    outage: false,
    minutes: 60,
  },
};

test('a template is approved by a second person, and one that fails suspends it', async () => {
  const made = (await max.call('POST', '/change-models', { ...TEMPLATE, name: 'Monthly patch' }))
    .body as ChangeModelView;
  expect((await tom.call('POST', '/changes', { clientId: desk.acme, title: 'x', modelId: made.id })).status).toBe(422);
  const approve = (who: typeof max, version: number, reason?: string) =>
    who.call('POST', `/change-models/${made.id}/approve`, { version, ...(reason === undefined ? {} : { reason }) });
  expect((await approve(max, 1)).status).toBe(403);
  expect((await approve(mia, 1)).body).toMatchObject({ state: 'in_force', approvedBy: 'Mia Manager' });
  const key = await raise({ modelId: made.id, plannedStart: inHours(2) });
  expect(await change(key)).toMatchObject({
    ...{ type: 'standard', plans: { implementation: 'Run it' }, tasks: [{ title: 'Patch', minutes: 15 }] },
  });
  expect((await edit(key, { plans: { test: 'x' } })).status).toBe(422);
  await go(key, 'scheduled');
  await begin(key);
  expect((await go(key, 'closed', { resolutionCode: 'successful' })).detail).toContain('Finish its tasks first');
  expect((await go(key, 'closed', { resolutionCode: 'backed_out' })).status).toBe(201);
  const { items } = (await olga.call('GET', '/change-models')).body as { items: ChangeModelView[] };
  const model = items.find(({ id }) => id === made.id);
  expect(model).toMatchObject({ state: 'suspended', stateWhy: `${key} was backed out.` });
  // Which change it was says of which client.
  const narrow = await hire(desk.desk, { name: 'Of none of these', role: 'technician', clientIds: [] });
  const { items: theirs } = (await narrow.call('GET', '/change-models')).body as { items: ChangeModelView[] };
  expect(theirs.find(({ id }) => id === made.id)?.stateWhy).toBe('One of its changes was backed out.');
  // Who sees its client does, though not all of them; and what refuses a new one says no more than that either.
  const near = await hire(desk.desk, { name: 'Of its client', role: 'technician', clientIds: [desk.acme] });
  const { items: here } = (await near.call('GET', '/change-models')).body as { items: ChangeModelView[] };
  expect(here.find(({ id }) => id === made.id)?.stateWhy).toBe(`${key} was backed out.`);
  const other = await desk.desk.run((ctx) => createClient(ctx, { name: 'Elder', code: 'ELDER', timeZone: 'UTC' }));
  const far = await hire(desk.desk, { name: 'Of another', role: 'manager', clientIds: [other] });
  const anew = await far.call('POST', '/changes', { clientId: other, title: 'x', modelId: made.id });
  expect([anew.status, anew.text]).toEqual([422, expect.stringContaining('One of its changes was backed out.')]);
  expect((await tom.call('POST', '/changes', { clientId: desk.acme, title: 'x', modelId: made.id })).status).toBe(422);
  for (const none of [undefined, 'ok', '12345678']) {
    const asked = await approve(mia, model?.version ?? 0, none);
    expect([asked.status, asked.text]).toEqual([422, expect.stringContaining('Say why in a few words')]);
  }
  const lifted = await approve(mia, model?.version ?? 0, 'The disk was full, which it checks now');
  expect(lifted.body).toMatchObject({ state: 'in_force', stateWhy: '' });
  const { rows } = await desk.desk.run((ctx) =>
    sql<{ reason: string }>`select data ->> 'reason' as reason from events
      where subject_id = ${made.id} and type = 'change_model.approved' order by id desc limit 1`.execute(ctx.tx),
  );
  expect(rows).toEqual([{ reason: 'The disk was full, which it checks now' }]);
});

test('after ten clean runs a template is proposed, and a run that was none counts', async () => {
  const calm = await desk.rule('All', { condition: '', stage: 'before', outcome: { does: 'authorise' } });
  const run = async (resolutionCode: string) => {
    const key = await raise({ ...plan(), title: 'Rotate keys' });
    await go(key, 'assess');
    await go(key, 'authorise');
    await begin(key);
    expect((await go(key, 'review', { resolutionCode })).status).toBe(201);
    return key;
  };
  let key = await run('failed');
  for (let n = 0; n < 9; n += 1) key = await run('successful');
  const propose = () => tom.call('POST', `/changes/${key}/template`);
  expect((await propose()).body).toMatchObject({ detail: expect.stringContaining('9 were clean') });
  key = await run('successful');
  const { id } = (await propose()).body as { id: string };
  const { items } = (await olga.call('GET', '/change-models')).body as { items: ChangeModelView[] };
  expect(items.find((one) => one.id === id)).toMatchObject({
    ...{ type: 'standard', state: 'draft', proposedBy: 'Tom Tech', template: { title: 'Rotate keys', minutes: 60 } },
  });
  const twice = await propose();
  expect([twice.status, twice.text]).toEqual([409, expect.stringContaining('“Rotate keys” was proposed')]);
  await desk.drop(calm);
  // How they went feeds the risk of the next.
  const { risk } = await change(await raise({ ...plan(), answers: { ...CALM, backout: 'no' } }));
  const why = risk?.why.map((one) => one.why) ?? [];
  expect(why.at(-2)).toMatch(/^Of the last \d+ changes by “Normal change”, \d+ (was|were) successful\.$/);
  expect(why.at(-1)).toMatch(/^ACME-\d+, which touched srv-1 as well, failed of late\.$/);
});

test('an incident on what it touched is proposed with the evidence, and counts once somebody says so', async () => {
  const calm = await desk.rule('All', { condition: '', stage: 'before', outcome: { does: 'authorise' } });
  const key = await raise({ ...plan(), title: 'Swap the disk' });
  await go(key, 'assess');
  await go(key, 'authorise');
  await begin(key);
  await go(key, 'review', { resolutionCode: 'successful_with_issues' });
  const log = async (title: string, itemId: string | null) => {
    const { key: incident } = (await tom.call('POST', '/tickets', { kind: 'incident', clientId: desk.acme, title }))
      .body as {
      key: string;
    };
    if (itemId) await tom.call('POST', `/tickets/${incident}/items`, { itemId });
    return incident;
  };
  await log('Something else', null);
  const about = await log('srv-1 is slow', desk.server);
  const found = async () =>
    (
      (await tom.call('GET', `/changes/${key}/incidents`)).body as {
        items: { key: string; evidence: string; linked: boolean }[];
      }
    ).items;
  expect(await found()).toEqual([
    expect.objectContaining({
      key: about,
      linked: false,
      evidence: expect.stringMatching(/^about srv-1, which it touched, within an hour after/),
    }),
  ]);
  expect((await tom.call('POST', `/changes/${key}/incidents`, { incident: about })).status).toBe(200);
  expect(await found()).toMatchObject([{ key: about, linked: true }]);
  const day = new Date().toISOString().slice(0, 10);
  const success = (await tom.call('GET', `/changes/success?from=${day}&until=${day}`)).body as {
    all: { causing: number; implemented: number };
    clients: { name: string; withIssues: number }[];
  };
  expect(success).toMatchObject({ all: { causing: 1 }, clients: [{ name: 'Acme', withIssues: 1 }] });
  const evidence = (await tom.call('GET', `/changes/${key}/evidence`)).body as { timeline: { sentence: string }[] };
  expect(evidence).toMatchObject({
    change: { key },
    incidents: [{ key: about }],
    madeBy: expect.stringContaining('Tom Tech'),
  });
  expect(evidence.timeline.map(({ sentence }) => sentence).join('\n')).toContain('no approval is needed by “All”');
  expect((await tom.call('DELETE', `/changes/${key}/incidents/${about}`)).status).toBe(204);
  expect(await found()).toMatchObject([{ linked: false }]);
  await desk.drop(calm);
});

test('who works for some clients only changes neither rules nor models', async () => {
  const narrow = await hire(desk.desk, { name: 'Nora Narrow', role: 'manager', clientIds: [desk.acme] });
  const rule = { name: 'Mine', terms: { condition: '', stage: 'before', outcome: { does: 'authorise' } } };
  expect((await narrow.call('POST', '/change-rules', rule)).status).toBe(403);
  expect((await narrow.call('POST', '/change-models', { ...TEMPLATE, name: 'Mine' })).status).toBe(403);
});
