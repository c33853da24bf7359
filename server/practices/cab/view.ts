import { sql } from 'kysely';
import { withoutCounts } from '#kernel/change.ts';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { AgendaEntry, MeetingView } from '#shared/cab.ts';
import { dueFor } from './due.ts';

type MeetingRow = Omit<MeetingView, 'people' | 'agenda' | 'next'> & { boardId: string; teamId: string };

/** A meeting with who is there, and what is on its agenda in the reader's sight: what is due now, and what was done in it. */
export async function viewMeeting(ctx: Ctx, id: string): Promise<MeetingView> {
  const { rows } = await sql<MeetingRow>`
    select m.id, m.state, m.starts_at as "startsAt", m.minutes, coalesce(m.item_seconds, b.item_minutes * 60) as "itemSeconds",
      m.place, m.begun_at as "begunAt", m.ended_at as "endedAt", m.version,
      b.team_id as "teamId", json_build_object('id', b.id, 'name', b.name, 'quorum', b.quorum, 'itemMinutes', b.item_minutes) as board
    from cab_meetings m join cab_boards b on b.id = m.board_id where m.id = ${id}`.execute(ctx.tx);
  const [meeting] = rows;
  if (!meeting) throw notFound('meeting');
  const { teamId, ...seen } = meeting;
  return {
    ...seen,
    people: await peopleOf(ctx, id, teamId),
    agenda: await agendaOf(ctx, { id, teamId, isOver: meeting.state === 'closed' || meeting.state === 'cancelled' }),
    next: await nextAfter(ctx, meeting.board.id, meeting.startsAt),
  };
}

async function nextAfter(ctx: Ctx, boardId: string, at: string): Promise<MeetingView['next']> {
  const row = await ctx.tx
    .selectFrom('cab_meetings')
    .select(['id', 'starts_at as startsAt', 'state'])
    .where('board_id', '=', boardId)
    .where('starts_at', '>', at)
    .where('state', '<>', 'cancelled')
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst();
  return (row ?? null) as MeetingView['next'];
}

/** The people of the board, and whoever else is there. */
async function peopleOf(ctx: Ctx, id: string, teamId: string): Promise<MeetingView['people']> {
  const { rows } = await sql<MeetingView['people'][number]>`
    select json_build_object('id', s.id, 'name', s.name) as staff, p.staff_id is not null as present
    from staff s left join cab_presence p on p.meeting_id = ${id} and p.staff_id = s.id
    where p.staff_id is not null or (s.active and s.id in (select m.staff_id from team_members m where m.team_id = ${teamId}))
    order by s.name, s.id`.execute(ctx.tx);
  return rows;
}

type Of = { id: string; teamId: string; isOver: boolean };
type EntryRow = Omit<AgendaEntry, 'mayRecord' | 'change'> & {
  change: Omit<AgendaEntry['change'], 'riskWhy'> & { riskWhy: { points: number; why: string }[] };
  excluded: string[];
};

async function agendaOf(ctx: Ctx, { id, teamId, isOver }: Of): Promise<AgendaEntry[]> {
  const due = isOver ? [] : await dueFor(ctx, teamId);
  const { rows } = await sql<EntryRow>`
    with due as (
      select * from unnest(${due.map((one) => one.client_id)}::uuid[], ${due.map((one) => one.change_id)}::uuid[],
        ${due.map((one) => one.why)}::text[]) d (client_id, change_id, why)),
    listed as (
      select client_id, change_id from cab_agenda where meeting_id = ${id} union select client_id, change_id from due)
    select json_build_object('id', t.id, 'key', t.key, 'title', t.title, 'client', json_build_object('id', k.id, 'name', k.name),
        'type', c.type, 'status', t.status, 'risk', c.risk_level, 'outage', c.outage,
        'riskWhy', c.risk_why,
        'plannedStart', to_json(c.planned_start), 'plannedEnd', to_json(c.planned_end)) as change,
      coalesce(a.why, d.why) as why, coalesce(a.seconds, 0) as seconds, a.begun_at as "begunAt",
      coalesce(a.outcome, case when ${!isOver} and coalesce(a.why, d.why) = 'decide' and v.state in ('approved', 'rejected') then v.state end)
        as outcome, coalesce(a.note, '') as note,
      coalesce(v.voters, '[]') as voters, coalesce(v.excluded, '{}') as excluded
    from listed l join changes c on c.client_id = l.client_id and c.ticket_id = l.change_id
    join tickets t on t.client_id = c.client_id and t.id = c.ticket_id join clients k on k.id = c.client_id
    left join cab_agenda a on a.meeting_id = ${id} and a.client_id = l.client_id and a.change_id = l.change_id
    left join due d on d.client_id = l.client_id and d.change_id = l.change_id
    left join lateral (
      select p.excluded, json_agg(json_build_object('voteId', o.id, 'staff', json_build_object('id', s.id, 'name', s.name),
        'vote', o.vote, 'comment', o.comment, 'present', r.staff_id is not null, 'askedByMail', (select to_json(max(y.created_at)) from approval_links y
            where y.client_id = o.client_id and y.voter_id = o.id and y.staff_id = o.staff_id and y.used_at is null and y.expires_at > ${ctx.now})
        ) order by s.name, s.id) as voters, p.state, p.ended_at
      from approvals p join approval_steps e on e.client_id = p.client_id and e.approval_id = p.id
      join approval_voters o on o.client_id = e.client_id and o.approval_id = e.approval_id and o.position = e.position
      join staff s on s.id = o.staff_id
      left join cab_presence r on r.meeting_id = ${id} and r.staff_id = s.id
      where p.client_id = l.client_id and p.ticket_id = l.change_id
        and p.id = (select n.id from approvals n where n.client_id = l.client_id and n.ticket_id = l.change_id order by n.created_at desc, n.id desc limit 1)
        and (p.terms -> 'steps' -> e.position -> 'approvers') @> jsonb_build_array(jsonb_build_object('kind', 'team', 'id', ${teamId}::text))
      group by p.excluded, p.state, p.ended_at) v on true
    order by coalesce(a.why, d.why) <> 'decide', c.risk_level desc nulls first, c.risk_score desc nulls first, c.planned_start, t.id`.execute(
    ctx.tx,
  );
  const me = ctx.scope.principalId;
  return rows.map(({ excluded, ...entry }) => ({
    ...entry,
    change: {
      ...entry.change,
      riskWhy: reasonsFor(ctx, entry.change.riskWhy),
      plannedStart: instant(entry.change.plannedStart),
      plannedEnd: instant(entry.change.plannedEnd),
    },
    voters: entry.voters.map((voter) => ({ ...voter, askedByMail: instant(voter.askedByMail) })),
    mayRecord: me !== null && !excluded.includes(me),
  }));
}

/** How changes went is counted over the whole firm, and told in figures to whoever sees that. */
const reasonsFor = (ctx: Ctx, why: EntryRow['change']['riskWhy']): string[] =>
  (ctx.scope.allClients ? why : withoutCounts(why)).map((one) => one.why);

const instant = (at: string | null) => (at === null ? null : new Date(at).toISOString());
