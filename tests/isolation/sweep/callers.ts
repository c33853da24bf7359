import { ALL_PERMISSIONS } from '#shared/permissions.ts';
import type { Desk } from '#tests/desk.ts';
import { type Visitor, welcome } from '#tests/visitor.ts';
import { plantBulk } from './bulk.ts';
import { planted } from './canary.ts';
import { asPerson, cookieOf, enterPortal } from './firm.ts';
import type { Request } from './requests.ts';
import type { Scene } from './scene.ts';
import { must } from './world.ts';

export type Answer = { status: number; headers: Readonly<Record<string, unknown>>; text: string };

/** Somebody who asks: how they show who they are. */
export type Caller = { name: string; headers: Record<string, string> };

let asked = 0;

/** Sends a request as somebody. Each comes from an address of its own, so that no throttle stands in the way. */
export async function ask(desk: Desk, caller: Caller, request: Request): Promise<Answer> {
  asked += 1;
  const answer = await desk.app.inject({
    method: request.method,
    url: `/api/v1${request.url}`,
    remoteAddress: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`,
    headers: { 'sec-fetch-site': 'same-origin', ...caller.headers },
    ...(request.body ? { payload: request.body } : {}),
  });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body };
}

async function keyOf(browser: Visitor, name: string, clientIds?: readonly string[]): Promise<Caller & { id: string }> {
  const made = await must<{ id: string; key: string }>(asPerson(browser), 'POST', '/api-keys', {
    name,
    permissions: ALL_PERMISSIONS,
    ...(clientIds ? { clientIds } : {}),
  });
  return { name, id: made.id, headers: { authorization: `Bearer ${made.key}` } };
}

/** Somebody who worked for the foreign client until now, with all that is left of it on their side. */
async function formerTechnician(scene: Scene, reach: readonly string[]): Promise<Visitor> {
  const { desk, provider, foreign } = scene;
  const { id, email, browser } = await welcome(desk, { role: 'owner', clientIds: [...reach, foreign.client] });
  const me = asPerson(browser);
  const at = `/tickets/${foreign.ticket.id}`;
  await must(me, 'POST', `${at}/watchers`, { kind: 'staff', id });
  await must(me, 'POST', `${at}/read`);
  await must(me, 'POST', `${at}/presence`, { state: 'viewing' });
  await must(me, 'POST', '/views', { name: planted('view of mine', 'desk'), filter: { clientId: [foreign.client] } });
  await plantBulk(desk, me, foreign, planted);
  await must(provider.tom, 'POST', `${at}/messages`, {
    visibility: 'internal',
    body: `<p><span data-type="mention" data-id="${id}">@you</span> ${planted('called', 'desk')}</p>`,
  });
  await must(provider.owner, 'POST', `/tickets/${foreign.child.id}/assign`, { assigneeId: id });
  await must(provider.owner, 'PATCH', `/staff/${id}`, { version: 1, clientIds: [...reach, foreign.client] });
  await must(provider.owner, 'PATCH', `/staff/${id}`, { version: 2, clientIds: reach });
  await browser.signIn(email);
  return browser;
}

/** Those who may call, each limited to the home client, as widely within it as can be. */
export async function livingCallers(scene: Scene) {
  const { desk, provider, home, annex } = scene;
  const reach = [home.client, annex.client];
  const limited = await formerTechnician(scene, reach);
  const unlimited = await welcome(desk);
  return {
    technician: { name: 'a technician limited to another client', headers: cookieOf(limited) },
    key: await keyOf(unlimited.browser, 'a key limited to another client', reach),
    contact: {
      name: 'a contact who looks after another client',
      headers: cookieOf(await enterPortal(desk, provider.owner, home.boss)),
    },
  } satisfies Record<string, Caller>;
}

/** Those who may call no more, and nobody. Each saw everything while they could. */
export async function deadCallers({ desk, provider, foreign }: Scene): Promise<Caller[]> {
  const [leaver, ender, narrowed] = [await welcome(desk), await welcome(desk), await welcome(desk)];
  const revoked = await keyOf(leaver.browser, 'a revoked key');
  const ofLeaver = await keyOf(leaver.browser, 'a key of somebody who has left');
  const expired = await keyOf(narrowed.browser, 'an expired key');
  const ended = { name: 'an ended session', headers: cookieOf(ender.browser) };
  const idle = { name: 'a session left alone too long', headers: cookieOf(narrowed.browser) };
  const { id: leaving } = await must(provider.owner, 'POST', '/contacts', {
    clientId: foreign.client,
    name: planted('leaver', 'other'),
    sees: 'all',
  });
  const portal = await enterPortal(desk, provider.owner, leaving);
  const gone = { name: 'a contact who has left', headers: cookieOf(portal) };
  await must(asPerson(ender.browser), 'DELETE', '/sessions/current');
  await desk.run(async (ctx) => {
    const long = new Date(Date.parse(ctx.now) - 3 * 86_400_000).toISOString();
    await ctx.tx.updateTable('api_keys').set({ expires_at: long }).where('id', '=', expired.id).execute();
    await ctx.tx.updateTable('sessions').set({ last_seen_at: long }).where('staff_id', '=', narrowed.id).execute();
    await ctx.tx.updateTable('contacts').set({ active: false }).where('id', '=', leaving).execute();
  });
  // The last two are done by the API, after which the program remembers nobody from before.
  await must(asPerson(leaver.browser), 'DELETE', `/api-keys/${revoked.id}`);
  await must(provider.owner, 'PATCH', `/staff/${leaver.id}`, { version: 1, active: false });
  return [
    { name: 'nobody', headers: {} },
    { name: 'a made-up key', headers: { authorization: 'Bearer fettle_made-up-by-somebody' } },
    { name: 'a made-up cookie', headers: { cookie: 'fettle_session=made-up' } },
    revoked,
    ofLeaver,
    expired,
    ended,
    idle,
    gone,
  ];
}
