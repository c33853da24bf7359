import { expect, test } from 'vitest';
import type { ChangeModelView } from '#shared/change.ts';
import { CALM, inHours, openChanges, PLANS } from '#tests/change-desk.ts';
import { fetchPdf } from '#tests/pdf.ts';

/** A change begins in its window, or because somebody with the authority lets it. */
const { desk, olga, max, mia, tom, acme, raise, go, rule, change, vote, modelOf } = await openChanges();
await rule('Nobody', { condition: '', stage: 'before', outcome: { does: 'authorise' } });

const scheduled = async (plannedStart: string, plannedEnd: string) => {
  const key = await raise({ plans: PLANS, answers: CALM, plannedStart, plannedEnd });
  await go(key, 'assess');
  await go(key, 'authorise');
  expect((await change(key)).status).toBe('scheduled');
  return key;
};
const override = (key: string, reason: string, who = max) => who.call('POST', `/changes/${key}/overrides`, { reason });
const freezeNow = async () => {
  const period = { kind: 'freeze', name: 'Fair', timeZone: 'UTC', fromAt: inHours(-1), untilAt: inHours(0.1) };
  return ((await olga.call('POST', '/change-periods', period)).body as { id: string }).id;
};

test('outside of its window it says when that is and whose clocks are meant, and begins by a recorded override', async () => {
  const year = new Date().getUTCFullYear() + 2;
  const key = await scheduled(`${year}-03-02T22:00:00.000Z`, `${year}-03-03T00:30:00.000Z`);
  const refused = await go(key, 'implement');
  expect(refused.status).toBe(409);
  expect(refused.detail).toMatch(
    /^Its window has not begun: it is planned for \w{3}, 2 Mar \d{4}, 22:00 to \w{3}, 3 Mar \d{4}, 00:30 \(UTC\)\.$/,
  );
  expect((await change(key)).missing).toContainEqual({ guard: 'in_window', message: refused.detail });
  expect((await override(key, 'They wait', tom)).status).toBe(403);
  expect((await override(key, '')).status).toBe(400);
  expect((await override(key, 'The shop is shut today')).status).toBe(201);
  expect((await go(key, 'implement')).status).toBe(201);
  expect((await change(key)).overrides).toMatchObject([
    {
      kind: 'outside_window',
      against: refused.detail,
      reason: 'The shop is shut today',
      by: 'Max Manager',
      over: false,
    },
  ]);
  const { words } = await fetchPdf(desk, tom, `/changes/${key}/evidence-pack`);
  expect(words).toContain('Its window has not begun');
  expect(words).toContain('The shop is shut today');
});

test('a few minutes early is no other time, and once it is over it says so', async () => {
  const soon = await scheduled(inHours(0.2), inHours(2));
  expect((await go(soon, 'implement')).status).toBe(201);
  const later = await scheduled(inHours(0.3), inHours(2));
  expect((await go(later, 'implement')).detail).toContain('has not begun');
  const missed = await scheduled(inHours(1), inHours(2));
  await desk.run(async (ctx) => {
    const window = { planned_start: inHours(-2), planned_end: inHours(-1) };
    await ctx.tx
      .updateTable('changes')
      .set(window)
      .where('ticket_id', '=', (await change(missed)).ticketId)
      .execute();
  });
  expect((await go(missed, 'implement')).detail).toContain('Its window is over: it was planned for');
});

test('a freeze that is on now holds it back though its window keeps clear of it, and no emergency', async () => {
  const key = await scheduled(inHours(0.15), inHours(2));
  const id = await freezeNow();
  expect(await go(key, 'implement')).toEqual({ status: 409, detail: 'The freeze “Fair” is on.' });
  const plans = { implementation: 'Now', backout: 'Back' };
  const urgent = await raise({
    modelId: modelOf('emergency'),
    plans,
    ...{ plannedStart: inHours(9), plannedEnd: inHours(10) },
  });
  await go(urgent, 'expedite');
  await vote(max, urgent);
  expect((await go(urgent, 'implement')).status).toBe(201);
  await override(key, 'The freeze ends in minutes');
  expect((await change(key)).overrides).toMatchObject([{ kind: 'freeze', against: 'The freeze “Fair” is on.' }]);
  expect((await go(key, 'implement')).status).toBe(201);
  await olga.call('DELETE', `/change-periods/${id}`);
});

test('a standard change is held to its window as well', async () => {
  const template = { title: 'Patch', description: '', reason: '', plans: { implementation: 'Run' }, answers: {} };
  const terms = { description: '', lifecycle: 'change.standard', requiredPlans: [], questions: [], tasks: [] };
  const { id } = (
    await max.call('POST', '/change-models', {
      ...{ type: 'standard', name: 'Patch', ...terms, template: { ...template, outage: false, minutes: 30 } },
    })
  ).body as ChangeModelView;
  await mia.call('POST', `/change-models/${id}/approve`, { version: 1 });
  const key = await raise({ clientId: acme, modelId: id, plannedStart: inHours(5) });
  expect((await go(key, 'scheduled')).status).toBe(201);
  expect((await go(key, 'implement')).detail).toContain('Its window has not begun');
});

test('a reason is a few words, of an override and of a step back alike, and a clash is not called a change by somebody', async () => {
  const key = await raise({ plans: PLANS, answers: CALM, plannedStart: inHours(800), plannedEnd: inHours(801) });
  for (const reason of ['not yet', '12345678 9', '        x        ']) {
    const refused = await override(key, reason);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      errors: [{ path: 'reason', message: 'Say why in a few words: at least 8 characters, with a letter among them.' }],
    });
  }
  expect((await go(key, 'cancelled', { reason: 'x' })).status).toBe(409);
  const held = await override(key, 'It cannot wait');
  expect(held.body).toMatchObject({ status: 409, code: 'conflict', title: 'This cannot be done as things stand' });
  const stale = await tom.call('PATCH', `/changes/${key}`, { version: 99, reason: 'It is late' });
  expect(stale.body).toMatchObject({ status: 409, code: 'stale', title: 'Somebody changed this in the meantime' });
  expect(await go(key, 'cancelled', { reason: 'It is not needed' })).toMatchObject({ status: 201 });
});
