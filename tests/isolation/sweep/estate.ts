import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { createItem, linkItemToTicket, relateItems, takeReadings } from '#server/practices/configuration/index.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import type { planted } from './canary.ts';
import { must } from './world.ts';

export type Estate = {
  device: string;
  certificate: string;
  relation: string;
  scriptRun: string;
  duplicate: string;
  baseline: string;
};

/** Items of a client, known from a machine and by hand, that hang together, look like one, and were kept as they stood. */
export async function plantEstate(
  desk: Desk,
  { client, site, contact, ticket }: { client: string; site: string; contact: string; ticket: string },
  code: string,
  say: typeof planted,
): Promise<Estate> {
  const words = (what: string) => say(what, 'desk');
  return desk.run(async (ctx) => {
    const certificate = await createItem(ctx, {
      clientId: client,
      name: words('certificate'),
      classKey: 'certificate',
      siteId: site,
      contactId: contact,
      assetTag: words('tag'),
      attributes: { subject: words('subject'), validUntil: '2027-03-31' },
    });
    const source = { kind: 'rmm', id: newId(), name: words('source') } as const;
    const read = (externalId: string) => ({
      externalId: words(externalId),
      name: words(externalId),
      classKey: 'server',
      identifiers: [{ kind: 'serial' as const, value: words('serial number') }],
      attributes: { model: words('model') },
      user: words('user'),
      openUrl: `https://rmm.example/${encodeURIComponent(words('open'))}`,
      remoteUrl: `https://rmm.example/${encodeURIComponent(words('remote'))}`,
      software: [
        { name: words('software'), version: words('version'), publisher: words('publisher'), installedOn: null },
      ],
      sections: { disks: [{ name: words('disk') }] },
    });
    await takeReadings(ctx, { clientId: client, siteId: site, source }, [read('device'), read('twin')]);
    const { id: duplicate, kept_id: device } = await ctx.tx
      .selectFrom('ci_duplicates')
      .select(['id', 'kept_id'])
      .where('client_id', '=', client)
      .executeTakeFirstOrThrow();
    await ctx.tx
      .updateTable('ci_duplicates')
      .set({ decided_by: words('decider'), moved: JSON.stringify({ words: words('moved') }) })
      .where('client_id', '=', client)
      .execute();
    const relation = await relateItems(ctx, { fromId: certificate, kind: 'runs_on', toId: device });
    await linkItemToTicket(ctx, ticket, device);
    const scriptRun = await plantRun(ctx, { client, ticket, device }, words);
    const baseline = newId();
    await ctx.tx
      .insertInto('ci_baselines')
      .values({
        client_id: client,
        id: baseline,
        name: words(`baseline ${code}`),
        made_by: words('maker'),
        created_at: ctx.now,
      })
      .execute();
    await ctx.tx
      .insertInto('ci_baseline_items')
      .values({
        client_id: client,
        baseline_id: baseline,
        item_id: device,
        name: words('device'),
        class_key: 'server',
        state: 'deployed',
        attributes: JSON.stringify({ model: words('model') }),
        relations: JSON.stringify([{ kind: words('relation'), to: certificate }]),
      })
      .execute();
    return { device, certificate, relation, scriptRun, duplicate, baseline };
  });
}

/** A run of a script that somebody asked for, and that waits for a second person. */
async function plantRun(
  ctx: Ctx,
  { client, ticket, device }: { client: string; ticket: string; device: string },
  words: (what: string) => string,
): Promise<string> {
  const id = newId();
  await ctx.tx
    .insertInto('script_runs')
    .values({
      ...{ client_id: client, id, ticket_id: ticket, item_id: device, connector_id: newId() },
      ...{
        connector_name: words('rmm'),
        script_name: words('script'),
        device: words('device id'),
        external_id: words('script id'),
      },
      parameters: JSON.stringify({ folder: words('value') }),
      ...{ reason: words('reason'), state: 'asked', asked_by_name: words('asker'), asked_at: ctx.now },
      ...{ output: words('output'), errors: words('errors'), fault: words('fault') },
      ...{ decided_by_name: words('decider'), decision_note: words('note'), vendor_run: words('run') },
    })
    .execute();
  return id;
}

/** The same on a device of one's own. */
export const freshRun = (
  desk: Desk,
  { client, ticket, estate }: { client: string; ticket: { id: string }; estate: Estate },
  words: (what: string) => string,
): Promise<string> => desk.run((ctx) => plantRun(ctx, { client, ticket: ticket.id, device: estate.device }, words));

type Caller = Pick<Person, 'call'>;

/** Something of the estate of one's own, brought to where the operation can do something with it. */
export async function freshEstate(
  me: Caller,
  client: string,
  kind: 'device' | 'relation' | 'duplicate' | 'baseline',
  name: string,
  place: string,
  ticket: () => Promise<string>,
): Promise<string> {
  const add = async () =>
    (await must(me, 'POST', '/items', { clientId: client, name: 'home fresh', classKey: 'server' })).id;
  if (kind === 'baseline') return (await must(me, 'POST', `/clients/${client}/baselines`, { name: 'home fresh' })).id;
  if (kind === 'relation') {
    const ends = { fromId: await add(), toId: await add() };
    return (await must(me, 'POST', '/item-relations', { ...ends, kind: 'uses' })).id;
  }
  if (kind === 'duplicate') return (await must(me, 'POST', `/items/${await add()}/join`, { otherId: await add() })).id;
  const id = await add();
  if (name.startsWith('DELETE /tickets/') && place.startsWith('path.'))
    await must(me, 'POST', `/tickets/${await ticket()}/items`, { itemId: id });
  return id;
}
