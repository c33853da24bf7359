import { sql } from 'kysely';
import { Fault, forbidden, invalid } from '#kernel/errors.ts';
import { activeTime, type Session } from '#kernel/time.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { ConfirmDraft, TimeDraft } from '#shared/time.ts';
import { begunIn, boundsOf, daysOf } from './days.ts';
import { addTime } from './entries.ts';
import { zoneOf } from './rows.ts';
import { DRAFTS } from './settings.ts';
import { ON_TICKET } from './sheet.ts';

/** What is shorter than this on a ticket in a day is looking about, not work. */
const LEAST_MINUTES = 2;
const MINUTE_MS = 60_000;
/** What a note of a call counts as. */
const CALLED = 'called';
type Found = Pick<TimeDraft, 'ticket' | 'client'> & {
  seen: { from: string; until: string }[] | null;
  acts: { at: string; type: string; call: number | null }[] | null;
  recorded: number;
  settled: number;
};
type Draft = TimeDraft & { total: number; clientId: string };

/** What somebody seems to have worked on a day in their own zone and has not recorded, the longest first. */
export async function draftsOn(ctx: Ctx, day: string): Promise<TimeDraft[]> {
  return (await findDrafts(ctx, day)).map(({ total: _total, clientId: _client, ...draft }) => draft);
}

/** Records a draft as it is proposed or with other minutes or words, and settles what was done until now. Returns the id of the entry. */
export async function confirmDraft(ctx: Ctx, { ticketId, day, ...input }: ConfirmDraft): Promise<string> {
  const draft = await draftOf(ctx, ticketId, day);
  const [only, ...others] = draft.sessions;
  const minutes = input.minutes ?? draft.minutes;
  const until = draft.sessions.at(-1)?.until ?? ctx.now;
  await settle(ctx, draft);
  return addTime(
    ctx,
    { client_id: draft.clientId, id: draft.ticket.id },
    {
      ...{ minutes, note: input.note ?? draft.did },
      ...(input.billable === undefined ? {} : { billable: input.billable }),
      ...(input.workTypeId ? { workTypeId: input.workTypeId } : {}),
      ...(only && others.length === 0 && draft.recorded === 0 && minutes === draft.minutes
        ? { startedAt: only.from }
        : { workedAt: until }),
    },
    'draft',
  );
}

/** Says that a draft was no work to record: only what is done from now on makes another. */
export async function refuseDraft(ctx: Ctx, { ticketId, day }: { ticketId: string; day: string }): Promise<void> {
  await settle(ctx, await draftOf(ctx, ticketId, day));
}

async function draftOf(ctx: Ctx, ticketId: string, day: string): Promise<Draft> {
  const draft = (await findDrafts(ctx, day)).find(({ ticket }) => ticket.id === ticketId.toLowerCase());
  if (!draft) throw new Fault('conflict', 'There is no draft of that ticket on that day any more.');
  return draft;
}

async function settle(ctx: Ctx, { clientId, ticket, day, total }: Draft): Promise<void> {
  await ctx.tx
    .insertInto('time_settled')
    .values({ client_id: clientId, ticket_id: ticket.id, staff_id: ctx.scope.principalId ?? '', day, minutes: total })
    .onConflict((on) => on.columns(['client_id', 'ticket_id', 'staff_id', 'day']).doUpdateSet({ minutes: total }))
    .execute();
}

async function findDrafts(ctx: Ctx, day: string): Promise<Draft[]> {
  const staffId = ctx.scope.principalId;
  if (ctx.scope.principal !== 'staff' || !staffId) throw forbidden('Drafts of time are of people who work here.');
  if (!(await resolveSetting(ctx, DRAFTS, null)).value.on) return [];
  const [from, until] = boundsOf(daysOf({ from: day, to: day }), await zoneOf(ctx, staffId));
  if (Date.parse(from) > Date.parse(ctx.now)) throw invalid([{ path: 'day', message: 'has not begun' }]);
  const { rows } = await sql<Found>`
    with seen as (
      select client_id, ticket_id, jsonb_agg(jsonb_build_object('from', from_at, 'until', until_at) order by from_at) as seen
      from time_trails where staff_id = ${staffId} and until_at >= ${from} and from_at < ${until} group by client_id, ticket_id),
    acts as (
      select e.client_id, e.subject_id as ticket_id,
        jsonb_agg(jsonb_build_object('at', e.at, 'type', e.type, 'call', m.call_minutes) order by e.at) as acts
      from events e
      left join messages m on e.type = 'ticket.noted' and m.client_id = e.client_id and m.id = (e.data ->> 'messageId')::uuid
      where e.at >= ${from} and e.at < ${until} and e.actor_id = ${staffId} and e.actor_kind = 'staff'
        and e.subject_type = 'ticket' and e.type not in ('ticket.time_added', 'ticket.time_changed', 'ticket.time_removed',
          'ticket.expense_added', 'ticket.expense_changed', 'ticket.expense_removed')
      group by e.client_id, e.subject_id),
    recorded as (
      select e.client_id, e.ticket_id, sum(e.minutes)::int as minutes from time_entries e
      where ${begunIn(staffId, [from, until])} group by e.client_id, e.ticket_id)
    select ${ON_TICKET}, n.seen, a.acts, coalesce(r.minutes, 0) as recorded, coalesce(d.minutes, 0) as settled
    from seen n full join acts a on a.client_id = n.client_id and a.ticket_id = n.ticket_id
    join tickets t on t.client_id = coalesce(n.client_id, a.client_id) and t.id = coalesce(n.ticket_id, a.ticket_id)
    join clients c on c.id = t.client_id
    left join recorded r on r.client_id = t.client_id and r.ticket_id = t.id
    left join time_settled d on d.client_id = t.client_id and d.ticket_id = t.id and d.staff_id = ${staffId} and d.day = ${day}
    limit 500`.execute(ctx.tx);
  const bounds = { from: Date.parse(from), until: Math.min(Date.parse(until), Date.parse(ctx.now)) };
  return rows
    .map((found) => drafted(found, day, bounds))
    .filter(({ minutes }) => minutes >= LEAST_MINUTES)
    .toSorted((a, b) => b.minutes - a.minutes || a.ticket.key.localeCompare(b.ticket.key));
}

function drafted({ ticket, client, seen, acts, recorded, settled }: Found, day: string, within: Session): Draft {
  const before = (seen ?? []).map(({ from, until }) => ({
    from: Math.max(within.from, Date.parse(from)),
    until: Math.min(within.until, Date.parse(until)),
  }));
  // Of the day on which it was written down, also what of it was before midnight: no other day tells of it.
  const calls = (acts ?? []).flatMap(({ at, call }) =>
    call === null ? [] : [{ from: Date.parse(at) - call * MINUTE_MS, until: Date.parse(at) }],
  );
  const { sessions, minutes } = activeTime({
    seen: [...before, ...calls],
    acts: (acts ?? []).map(({ at }) => Date.parse(at)),
  });
  return {
    ...{ ticket, client, day, recorded, total: minutes, clientId: client.id },
    minutes: Math.max(0, minutes - Math.max(recorded, settled)),
    sessions: sessions.map(({ from, until }) => ({
      from: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
    })),
    did: wordsOf((acts ?? []).map(({ type, call }) => (call === null ? type : CALLED))),
  };
}

/** `Replied twice, wrote a note, changed it`: what was done; of who only looked, nothing. */
function wordsOf(types: readonly string[]): string {
  const count = (type: string) => types.filter((found) => found === type).length;
  const [calls, replies, notes] = [count(CALLED), count('ticket.replied'), count('ticket.noted')];
  const others = types.length - calls - replies - notes;
  const said = [
    ...(calls > 0 ? [calls === 1 ? 'had a call' : `had ${calls} calls`] : []),
    ...(replies > 0 ? [`replied${times(replies)}`] : []),
    ...(notes > 0 ? [`wrote ${notes === 1 ? 'a note' : `${notes} notes`}`] : []),
    ...(others > 0 ? [`changed it${times(others)}`] : []),
  ].join(', ');
  return said && said[0]?.toUpperCase() + said.slice(1);
}

const times = (count: number): string => (count === 1 ? '' : count === 2 ? ' twice' : ` ${count} times`);
