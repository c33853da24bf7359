import { expect, test } from 'vitest';
import { sendDueMail } from '#server/channels/mail-out/index.ts';
import type { LinkView } from '#shared/approval.ts';
import type { MeetingView } from '#shared/cab.ts';
import { asking, inHours, openChanges } from '#tests/change-desk.ts';
import { openSink } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { visit } from '#tests/visitor.ts';

/** Who is not in a meeting votes by a link that came by mail: once, in their own name, and only while they may. */
const stage = await openChanges({ roles: ['web'], baseUrl: 'https://desk.example' });
const { desk, olga, max, mia, tom, plan, raise, go, status } = stage;
const vera = await hire(desk, { name: 'Vera Voter', role: 'manager' });
const { id: teamId } = (
  await olga.call('POST', '/teams', {
    name: 'Change board',
    members: [max, mia, vera].map(({ id }) => ({ staffId: id, lead: false })),
  })
).body as { id: string };
await stage.rule('Board', asking([{ kind: 'team', id: teamId }], { quorum: 2, veto: false }));
const { id: board } = (
  await olga.call('POST', '/cab-boards', {
    ...{ name: 'Board', teamId, quorum: 1, timeZone: 'UTC', minutes: 15, itemMinutes: 5, place: '', recurrence: null },
  })
).body as { id: string };
const { id: meeting } = (await max.call('POST', `/cab-boards/${board}/meetings`, { startsAt: inHours(1) })).body as {
  id: string;
};
await max.call('POST', `/cab-meetings/${meeting}/begin`);
await max.call('PUT', `/cab-meetings/${meeting}/presence`, { staffId: max.id, present: true });
const sink = await openSink();
const stranger = visit(desk);
const DEAD = { status: 404, body: { detail: expect.stringContaining('does not work any more') } };

const asked = async (title: string, who = tom) => {
  const key = await raise({ ...plan(), title }, who);
  await go(key, 'assess');
  expect(await go(key, 'authorise')).toMatchObject({ status: 201 });
  return key;
};
const entry = async (key: string) => {
  const { agenda } = (await max.call('GET', `/cab-meetings/${meeting}`)).body as MeetingView;
  const found = agenda.find(({ change }) => change.key === key);
  if (!found) throw new Error(`${key} is not on the agenda`);
  return found;
};
const ask = async (key: string, who = max) =>
  who.call('POST', `/cab-meetings/${meeting}/agenda/${(await entry(key)).change.id}/ask-absent`);
/** The links that were sent since, by the id of whom they were sent to. */
async function links(): Promise<Record<string, string>> {
  sink.mails.length = 0;
  await sendDueMail(desk.services);
  const people = await desk.run((ctx) => ctx.tx.selectFrom('staff').select(['id', 'email']).execute());
  const found = sink.mails.flatMap(({ to, raw }) => {
    const token = /decide#token=([\w-]+)/.exec(raw.replace(/=\r\n/g, '').replaceAll('=3D', '='))?.[1];
    const id = people.find(({ email }) => email === to[0])?.id;
    return token && id ? [[id, token] as const] : [];
  });
  expect(new Set(found.map(([id]) => id)).size).toBe(found.length);
  return Object.fromEntries(found);
}
const look = (token: string | undefined) => stranger.call('POST', '/approval-links/look', { token });
const vote = (token: string | undefined, given: object = { vote: 'approve' }) =>
  stranger.call('POST', '/approval-links/vote', { token, ...given });

test('nobody is asked by mail before mail is set up', async () => {
  const key = await asked('Too early');
  expect(await ask(key)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('sends no mail') },
  });
  const sending = {
    ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '' },
    ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example', version: 0 },
  };
  expect((await olga.call('PUT', '/mail/sending', sending)).status).toBe(200);
});

test('whoever is not there reads what is decided and votes, without signing in; nobody is asked twice', async () => {
  const key = await asked('Patch at night');
  expect((await ask(key, tom)).status).toBe(403);
  const answer = await ask(key);
  expect(answer).toMatchObject({ status: 200 });
  expect(await ask(key)).toMatchObject({ status: 409 });
  expect((await entry(key)).voters.map(({ staff, askedByMail }) => [staff.name, askedByMail !== null])).toEqual([
    ['Max Manager', false],
    ['Mia Manager', true],
    ['Vera Voter', true],
  ]);
  const sent = await links();
  expect(Object.keys(sent).toSorted()).toEqual([mia.id, vera.id].toSorted());
  const [mias, veras] = [sent[mia.id], sent[vera.id]];

  const seen = (await look(mias)).body as LinkView;
  expect(seen).toMatchObject({
    voter: 'Mia Manager',
    portal: '',
    language: 'en',
    vote: { subject: { title: 'Patch at night' } },
  });
  const said = new Map(seen.vote.subject.lines.map(({ label, value }) => [label, value]));
  expect([...said.keys()]).toEqual(expect.arrayContaining(['Risk', 'Begins', 'Ends', 'Touches']));
  expect([...said.values()]).toEqual(expect.arrayContaining(['Do it', 'Look at it', 'Take it back']));
  // Looking decides nothing; rejecting asks why.
  expect((await vote(mias, { vote: 'reject' })).status).toBe(422);
  expect((await vote(mias)).body).toEqual({ state: 'pending', step: 'open' });
  expect(await vote(mias)).toMatchObject(DEAD);
  expect(await look(mias)).toMatchObject(DEAD);
  // A link casts its own vote and no other.
  expect(await status(key)).toBe('authorise');
  expect((await vote(veras)).body).toEqual({ state: 'approved', step: 'approved' });
  expect(await status(key)).toBe('scheduled');
  expect(await entry(key)).toMatchObject({ outcome: 'approved' });
  const timeline = await olga.call('GET', `/tickets/${key}/timeline`);
  expect(timeline.text).toContain('reminded Mia Manager, Vera Voter by mail');
});

test('both presses of the button at once are one vote', async () => {
  const key = await asked('Pressed twice');
  await ask(key);
  const token = (await links())[vera.id];
  const answers = await Promise.all([vote(token), vote(token)]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await entry(key)).voters.filter((one) => one.vote === 'approve')).toHaveLength(1);
});

test('a link that was made up, is too old, or is of somebody who has gone decides nothing', async () => {
  const key = await asked('Guessed at');
  await ask(key);
  const sent = await links();
  const [mias = '', veras = ''] = [sent[mia.id], sent[vera.id]];
  for (const forged of ['x'.repeat(43), mias.split('').toReversed().join(''), mias.toUpperCase(), `${mias} `])
    expect(await vote(forged)).toMatchObject(DEAD);
  expect((await vote('short')).status).toBe(400);

  // Whoever may not decide any more, today.
  const person = async (body: object) => {
    const { items } = (await olga.call('GET', '/staff')).body as { items: { id: string; version: number }[] };
    const version = items.find(({ id }) => id === vera.id)?.version;
    expect((await olga.call('PATCH', `/staff/${vera.id}`, { version, ...body })).status).toBe(204);
  };
  await person({ roleKeys: ['readonly'] });
  expect(await vote(veras)).toMatchObject(DEAD);
  await person({ roleKeys: ['manager'] });
  expect((await look(veras)).status).toBe(200);
  await person({ allClients: false, clientIds: [] });
  expect(await vote(veras)).toMatchObject(DEAD);
  await person({ allClients: true });
  await person({ active: false });
  expect([await look(veras), await vote(veras)]).toMatchObject([DEAD, DEAD]);
  // Not should they come back either.
  await person({ active: true });
  expect(await vote(veras)).toMatchObject(DEAD);

  await desk.run((ctx) =>
    ctx.tx.updateTable('approval_links').set({ expires_at: ctx.now }).where('staff_id', '=', mia.id).execute(),
  );
  expect([await look(mias), await vote(mias)]).toMatchObject([DEAD, DEAD]);
  expect((await entry(key)).voters.every((one) => one.vote === null)).toBe(true);
});

test('nobody decides by it about their own change, and an edited change is asked about anew', async () => {
  const key = await asked('Handed over');
  await ask(key);
  const sent = await links();
  const [mias, veras] = [sent[mia.id], sent[vera.id]];
  // Mia gets it to do: her link counts no more.
  const { version } = (await olga.call('GET', `/tickets/${key}`)).body as { version: number };
  expect((await olga.call('POST', `/tickets/${key}/assign`, { version, assigneeId: mia.id })).status).toBe(201);
  expect(await look(mias)).toMatchObject(DEAD);
  expect((await vote(mias)).status).toBe(403);
  expect((await look(veras)).status).toBe(200);
  await stage.edit(key, { plans: { backout: 'Another way back' } });
  expect(await look(veras)).toMatchObject(DEAD);
  expect((await vote(veras)).status).toBe(409);
  expect(await status(key)).not.toBe('scheduled');
  const own = await asked('Max’s own', max);
  expect((await entry(own)).voters.map(({ staff }) => staff.name)).toEqual(['Mia Manager', 'Vera Voter']);
});
