import pg from 'pg';
import { afterAll } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { type Desk, openDesk } from '#tests/desk.ts';
import { planted } from './canary.ts';
import { foundFirm } from './firm.ts';
import { type Private, privateThings } from './private.ts';
import { type Firm, must, type Provider, setUpProvider } from './world.ts';

/** A desk with a client that callers may see, one that they may not, and somebody else's private things. */
export type Scene = {
  desk: Desk;
  /** Sees everything, whatever the policies say. */
  admin: pg.Client;
  provider: Provider;
  home: Firm;
  /** A second client within reach, with nothing but a contact. */
  annex: { client: string; contact: string };
  foreign: Firm;
  /** A key of the home client under which a ticket of the foreign one once stood. */
  movedKey: string;
  private: Private;
};

/** Words of one's own: the same texts, without the canary. */
export const plain = (what: string) => `home ${what}`;

export async function openScene(): Promise<Scene> {
  const desk = await openDesk();
  const admin = new pg.Client({ connectionString: desk.adminUrl });
  await admin.connect();
  afterAll(() => admin.end());
  const provider = await setUpProvider(desk);
  const home = await foundFirm({ desk, provider, say: plain }, 'HOME');
  const annex = await addAnnex(provider);
  const foreign = await foundFirm({ desk, provider, say: planted }, 'BIRCH');
  const movedKey = await moveBetween(provider, home, foreign);
  await addRest(desk, provider, foreign);
  return {
    desk,
    admin,
    provider,
    home,
    annex,
    foreign,
    movedKey,
    private: await privateThings(desk, planted, foreign),
  };
}

async function addAnnex({ owner }: Provider): Promise<Scene['annex']> {
  const client = (await must(owner, 'POST', '/clients', { name: plain('annex'), code: 'ANNEX', timeZone: 'UTC' })).id;
  return { client, contact: (await must(owner, 'POST', '/contacts', { clientId: client, name: plain('annex') })).id };
}

/** One ticket came from the home client, one went on to a third. Returns the key that the first had. */
async function moveBetween({ owner }: Provider, home: Firm, foreign: Firm): Promise<string> {
  const log = (clientId: string, title: string, description = '') =>
    must<{ id: string; key: string }>(owner, 'POST', '/tickets', { kind: 'incident', clientId, title, description });
  const third = await must(owner, 'POST', '/clients', {
    name: planted('third client'),
    code: 'CEDAR',
    timeZone: 'UTC',
  });
  const came = await log(home.client, 'Logged for the wrong client');
  const move = (id: string, clientId: string) =>
    must(owner, 'POST', `/tickets/${id}/move`, { clientId, reason: planted('move reason', 'desk') });
  await move(came.id, foreign.client);
  await must(owner, 'PATCH', `/tickets/${came.id}`, { version: 2, title: planted('came from elsewhere', 'desk') });
  const goes = planted('goes elsewhere', 'desk');
  await move((await log(foreign.client, goes, goes)).id, third.id);
  return came.key;
}

/** What no request of ours leaves behind: an import, an offer, hours of one's own, a recurring ticket that failed, a browser. */
async function addRest(desk: Desk, provider: Provider, foreign: Firm): Promise<void> {
  const { owner, tom } = provider;
  await must(owner, 'PUT', '/settings/sla.hours', {
    level: 'client',
    id: foreign.client,
    value: {
      alwaysOpen: false,
      hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' })),
      closedDays: [{ date: '2026-12-24', name: planted('closed day', 'desk') }],
      publicHolidays: false,
    },
  });
  await must(owner, 'POST', '/tickets', {
    kind: 'incident',
    clientId: foreign.client,
    title: planted('clocked', 'desk'),
  });
  // Shared with everybody who sees what they name, and with nobody else.
  await must(owner, 'POST', '/views', {
    name: planted('shared view', 'desk'),
    shared: true,
    filter: { clientId: [foreign.client], requesterId: [foreign.colleague], parentId: foreign.ticket.id },
  });
  for (const step of [
    { watch: { kind: 'contact', id: foreign.colleague } },
    { link: { kind: 'related', to: foreign.ticket.key } },
    { link: { kind: 'related', to: foreign.ticket.id } },
    { transition: { to: 'duplicate', duplicateOfId: foreign.ticket.id } },
  ])
    await must(owner, 'POST', '/macros', { name: planted('shared macro', 'desk'), shared: true, steps: [step] });
  await must(tom, 'POST', '/tickets/next', {});
  await desk.run(async (ctx) => {
    const place = { client_id: foreign.client };
    await ctx.tx
      .insertInto('imported_tickets')
      .values({
        ...place,
        source: planted('source', 'desk'),
        ref: planted('ref', 'desk'),
        ticket_id: foreign.ticket.id,
        digest: newId(),
        entries: 1,
        kept: JSON.stringify({ words: planted('kept', 'desk') }),
        imported_at: ctx.now,
      })
      .execute();
    await ctx.tx
      .insertInto('sla_justifications')
      .values({
        ...place,
        ticket_id: foreign.ticket.id,
        target: 'resolution',
        text: planted('justification', 'desk'),
        by_name: planted('who justified', 'desk'),
        at: ctx.now,
      })
      .execute();
    await ctx.tx
      .insertInto('ratings')
      .values({
        ...place,
        ticket_id: foreign.ticket.id,
        contact_id: foreign.colleague,
        asked_at: ctx.now,
        until: new Date(Date.parse(ctx.now) + 86_400_000).toISOString(),
        score: 'bad',
        comment: planted('rating', 'other'),
        rated_at: ctx.now,
      })
      .execute();
    await ctx.tx
      .insertInto('service_states')
      .values({
        ...place,
        id: newId(),
        service_id: provider.service,
        state: 'degraded',
        note: planted('how it is'),
        from_at: ctx.now,
        by_name: planted('who said so', 'desk'),
      })
      .execute();
    await ctx.tx
      .updateTable('approval_voters')
      .set({ comment: planted('vote comment', 'other'), voted_for_by: planted('voted for', 'other') })
      .where('client_id', '=', foreign.client)
      .execute();
    await ctx.tx
      .updateTable('approvals')
      .set({ ended_why: planted('ended', 'other'), ended_words: planted('ended words', 'other') })
      .where('client_id', '=', foreign.client)
      .execute();
    await ctx.tx
      .updateTable('fulfilment_tasks')
      .set({ note: planted('task note', 'desk'), done_by: planted('done by', 'desk') })
      .where('client_id', '=', foreign.client)
      .execute();
    await ctx.tx
      .updateTable('recurring_tickets')
      .set({ last_error: planted('last error', 'desk') })
      .where('client_id', '=', foreign.client)
      .execute();
    await ctx.tx
      .updateTable('sla_policies')
      .set({ fault: JSON.stringify({ error: planted('fault', 'desk') }) })
      .where('client_id', '=', foreign.client)
      .execute();
    await ctx.tx
      .updateTable('ticket_clocks')
      .set({ held: planted('held', 'desk') })
      .where('client_id', '=', foreign.client)
      .execute();
    await ctx.tx
      .updateTable('sessions')
      .set({ user_agent: planted('browser', 'desk'), address: planted('address', 'desk') })
      .where('client_id', '=', foreign.client)
      .execute();
  });
}
