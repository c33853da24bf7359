import { Fault } from '#kernel/errors.ts';
import { writeCalendar } from '#kernel/icalendar.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { defineMachineRoute } from '#platform/http/index.ts';
import { staffIdentity, tokenHash } from '#platform/identity/index.ts';
import { eventsOfClient, eventsOfStaff } from './events.ts';

const READER = systemIdentity('Calendar feed');
/** Many people behind one address, each asking every few minutes. */
const OFTEN = { address: 300, caller: 30 };

type Holder = {
  readonly id: string;
  readonly staffId: string | null;
  readonly clientId: string | null;
  readonly name: string;
};

const FIND = `
select s.staff_id as id, s.staff_id as "staffId", null::uuid as "clientId", p.name from staff_calendar_feeds s
join staff p on p.id = s.staff_id and p.active where s.token_hash = $1
union all
select f.id, null, f.client_id, c.name from client_calendar_feeds f join clients c on c.id = f.client_id
where f.token_hash = $1 and f.revoked_at is null`;
/** Once an hour is often enough to know that it is in use. */
const USED = [
  `update staff_calendar_feeds set used_at = $2 where staff_id = $1 and (used_at is null or used_at < $2::timestamptz - interval '1 hour')`,
  `update client_calendar_feeds set used_at = $2 where id = $1 and (used_at is null or used_at < $2::timestamptz - interval '1 hour')`,
];

/** Whose calendar an address is; the same refusal for one that never was and one that was taken back. */
async function holderOf(ctx: Ctx, address: string): Promise<Holder> {
  const token = address.replace(/\.ics$/, '');
  const [holder] = await ctx.hot<Holder>('calendar_feed', FIND, [tokenHash(token)]);
  if (!holder) throw new Fault('not_found', 'This calendar does not exist any more.');
  return holder;
}

async function calendarOf(services: Services, holder: Holder): Promise<string> {
  const { staffId, clientId } = holder;
  const identity = await withContext(services, READER, async (ctx) => {
    for (const [at, text] of USED.entries()) await ctx.hot(`calendar_feed_used_${at}`, text, [holder.id, ctx.now]);
    // What a client's feed may tell of others is in its question.
    return staffId === null ? READER : staffIdentity(ctx, staffId);
  });
  if (!identity) throw new Fault('not_found', 'This calendar does not exist any more.');
  return withContext(services, identity, async (ctx) =>
    writeCalendar({
      ...{ name: holder.name, method: 'PUBLISH' },
      events: staffId === null ? await eventsOfClient(ctx, clientId ?? '') : await eventsOfStaff(ctx, staffId),
    }),
  );
}

/** Where calendar programs read. */
export const feedDoor = defineMachineRoute<Holder>({
  method: 'GET',
  url: '/calendar/:token',
  bodyLimit: 1_024,
  perMinute: OFTEN,
  admit: (services, request) =>
    withContext(services, READER, (ctx) => holderOf(ctx, (request.params as { token: string }).token)),
  answer: async (services, { caller, reply }) =>
    reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .send(await calendarOf(services, caller)),
});
