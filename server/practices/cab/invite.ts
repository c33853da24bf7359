import { sql } from 'kysely';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { queueInvitation, senderOf } from '#server/channels/mail-out/index.ts';
import { instantIn } from '#shared/when-words.ts';

const CLERK = systemIdentity('Change board');
const MOST = 50;

type Person = { id: string; name: string; email: string };
type Meeting = {
  id: string;
  name: string;
  starts_at: string;
  minutes: number;
  place: string;
  state: string;
  sequence: number;
  updated_at: string;
  time_zone: string;
  members: Person[];
  told: (Person & { sequence: number; withdrawn: boolean })[];
};

const ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('people are invited to boards', 0))";

/** Meetings ahead, with the people of the board now and what each was told. */
const AHEAD = sql<Meeting>`
  select m.id, b.name, m.starts_at, m.minutes, m.place, m.state, m.sequence, m.updated_at, b.time_zone,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'email', s.email) order by s.name, s.id)
      from team_members t join staff s on s.id = t.staff_id where t.team_id = b.team_id and s.active and s.email <> ''), '[]') as members,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'email', s.email, 'sequence', i.sequence, 'withdrawn', i.withdrawn))
      from cab_invitations i join staff s on s.id = i.staff_id where i.meeting_id = m.id), '[]') as told
  from cab_meetings m join cab_boards b on b.id = m.board_id`;

/**
 * Invites whoever is on a board to its meetings ahead: to new ones, to those that were moved, and whoever joined it; and takes back what was
 * called off, and the invitations of whoever has left it. What was told is kept with the mail that tells it, so nobody hears of it twice.
 */
export const inviteBoards = (services: Services): Promise<number> =>
  withContext(services, CLERK, async (ctx) => {
    const organizer = await senderOf(ctx);
    if (!organizer) return 0;
    // What another told meanwhile is seen by the statement after.
    await ctx.hot('cab_invite_turn', ONE_AT_A_TIME, []);
    const { rows } = await sql<Meeting>`${AHEAD} where m.starts_at > ${ctx.now} and m.state in ('planned', 'cancelled')
      order by m.starts_at limit ${MOST}`.execute(ctx.tx);
    let told = 0;
    for (const meeting of rows) told += await inviteTo(ctx, organizer, meeting);
    return told;
  });

async function inviteTo(ctx: Ctx, organizer: { name: string; email: string }, meeting: Meeting): Promise<number> {
  const { members, told, sequence } = meeting;
  const isOff = meeting.state === 'cancelled';
  const held = new Map(told.map((one) => [one.id, one]));
  const wanted = isOff ? [] : members;
  const invited = wanted.filter(({ id }) => {
    const before = held.get(id);
    return !before || before.withdrawn || before.sequence < sequence;
  });
  const left = told.filter(({ id, withdrawn }) => !withdrawn && !wanted.some((one) => one.id === id));
  await tell(ctx, organizer, meeting, 'REQUEST', invited);
  await tell(ctx, organizer, meeting, 'CANCEL', left);
  return invited.length + left.length;
}

/** Why an invitation is taken back. */
const takenBack = ({ state, name }: Meeting): string =>
  state === 'cancelled' ? `${name} is called off` : `You are not on this board any more; ${name} meets without you`;

async function tell(
  ctx: Ctx,
  organizer: { name: string; email: string },
  meeting: Meeting,
  method: 'REQUEST' | 'CANCEL',
  people: readonly Person[],
): Promise<void> {
  if (people.length === 0) return;
  const { id, name, minutes, place, sequence, time_zone: zone, members } = meeting;
  const from = new Date(meeting.starts_at).toISOString();
  const url = `${ctx.services.baseUrl}/changes/cab/${id}`;
  const when = `${instantIn('en', from, zone)} (${zone}), ${minutes} minutes`;
  const lines = [
    method === 'REQUEST' ? `${name}: ${when}` : `${takenBack(meeting)}: ${when}`,
    ...(place === '' ? [] : [`Place: ${place}`]),
    ...(method === 'REQUEST' ? [`Agenda: ${url}`] : []),
  ];
  await queueInvitation(
    ctx,
    organizer,
    people.map((one) => one.id),
    {
      ...{ method, text: lines.join('\n\n') },
      event: {
        ...{ uid: `cab-${id}@fettle`, sequence, changedAt: ctx.now, from, summary: name, location: place, url },
        to: new Date(Date.parse(from) + minutes * 60_000).toISOString(),
        description: lines.join('\n'),
        status: method === 'REQUEST' ? 'CONFIRMED' : 'CANCELLED',
        attendees: method === 'REQUEST' ? members : people,
      },
    },
  );
  await sql`insert into cab_invitations (meeting_id, staff_id, sequence, withdrawn, told_at)
    select ${id}, unnest(${people.map((one) => one.id)}::uuid[]), ${sequence}, ${method === 'CANCEL'}, ${ctx.now}
    on conflict (meeting_id, staff_id) do update set sequence = excluded.sequence, withdrawn = excluded.withdrawn, told_at = excluded.told_at`.execute(
    ctx.tx,
  );
}
