import { expect, test } from 'vitest';
import type { TicketView } from '#shared/ticket.ts';
import { listenTo } from '../stream.ts';
import { livingCallers } from './sweep/callers.ts';
import { CANARY, foundIn } from './sweep/canary.ts';
import { cookieOf, enterPortal } from './sweep/firm.ts';
import { foreignToAll } from './sweep/pov.ts';
import { openScene } from './sweep/scene.ts';
import { must } from './sweep/world.ts';

/** What the live stream tells, and how long. */
const scene = await openScene();
const { desk, provider, home, foreign, admin } = scene;
const { owner, tom } = provider;
const callers = Object.values(await livingCallers(scene));

test('whatever happens at another client, nobody limited to theirs hears of it', async () => {
  const streams = await Promise.all(callers.map(({ headers }) => listenTo(desk, headers)));
  const at = `/tickets/${foreign.ticket.id}`;
  const { client } = foreign;
  await must(owner, 'POST', '/tickets', {
    kind: 'incident',
    clientId: client,
    title: CANARY,
    requesterId: foreign.asker,
  });
  await must(owner, 'POST', `${at}/messages`, { visibility: 'public', body: CANARY, minutes: 3, assigneeId: tom.id });
  await must(tom, 'POST', `${at}/presence`, { state: 'typing' });
  await must(tom, 'POST', `${at}/transitions`, { to: 'in_progress' });
  await must(owner, 'POST', `${at}/checklist`, { text: CANARY });
  await must(owner, 'PATCH', `/contacts/${foreign.colleague}`, { version: 1, notes: CANARY });
  await must(owner, 'POST', '/tickets/bulk', { ids: [foreign.child.id], addTags: [CANARY] });
  // A ticket that goes away: at home it is heard that it went, and nothing of where.
  const leaving = await must<TicketView>(owner, 'POST', '/tickets', {
    kind: 'task',
    clientId: home.client,
    title: 'Leaving',
  });
  await must(owner, 'POST', `/tickets/${leaving.id}/move`, { clientId: client, reason: CANARY });
  await must(owner, 'POST', `/tickets/${leaving.id}/messages`, { visibility: 'public', body: CANARY });
  const last = await must<TicketView>(owner, 'POST', '/tickets', {
    kind: 'incident',
    clientId: home.client,
    title: 'Last',
    requesterId: home.asker,
  });
  const forbidden = await foreignToAll(scene);
  const ids = new Set([...forbidden.ids].filter((id) => id !== leaving.id));
  for (const [index, stream] of streams.entries()) {
    // All comes over one connection in the order of its commits, so what was before would have been here by now.
    await stream.hear(({ event, data }) => event === 'ticket' && data.subjectId === last.id);
    const heard = JSON.stringify(stream.told);
    expect([callers[index]?.name, foundIn(heard, { ...forbidden, ids })]).toEqual([callers[index]?.name, []]);
    stream.leave();
  }
});

test.each([
  ['is not a contact any more', 'update fettle.contacts set active = false where id = $1'],
  [
    'is no client any more',
    'update fettle.clients set active = false where id = (select client_id from fettle.contacts where id = $1)',
  ],
  ['is signed out', 'update fettle.sessions set ended_at = now() where contact_id = $1'],
  ['sees less than before', 'update fettle.contacts set sees = null where id = $1'],
])('the stream of somebody who %s ends by itself', async (_, sql) => {
  const { id } = await must(owner, 'POST', '/contacts', {
    clientId: foreign.client,
    name: 'Listener',
    sees: 'all',
  });
  const stream = await listenTo(desk, cookieOf(await enterPortal(desk, owner, id)));
  expect(stream.status).toBe(200);
  await admin.query(sql, [id]);
  await stream.ended;
  await admin.query('update fettle.clients set active = true');
});

test('what happened at a client before its ticket moved stays there', async () => {
  const ticket = await must<TicketView>(owner, 'POST', '/tickets', {
    kind: 'task',
    clientId: foreign.client,
    title: 'Wrong one',
  });
  await must(owner, 'PATCH', `/tickets/${ticket.id}`, { version: 1, title: `${CANARY} told here` });
  await must(owner, 'PATCH', `/tickets/${ticket.id}`, { version: 2, title: 'Goes home' });
  await must(owner, 'POST', `/tickets/${ticket.id}/move`, { clientId: home.client, reason: CANARY });
  const [technician] = callers;
  for (const part of ['', '/timeline', '/related', '/sla']) {
    const answer = await desk.app.inject({
      url: `/api/v1/tickets/${ticket.id}${part}`,
      headers: technician?.headers ?? {},
    });
    expect(answer.statusCode).toBe(200);
    expect([part, foundIn(answer.body, { words: [CANARY, 'birch'], ids: new Set([foreign.client]) })]).toEqual([
      part,
      [],
    ]);
  }
  const { rows } = await admin.query(
    'select count(*)::int as n from fettle.events where subject_id = $1 and client_id = $2',
    [ticket.id, foreign.client],
  );
  expect(rows[0]?.n).toBeGreaterThan(2);
});
