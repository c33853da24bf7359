import { titleWords } from '#kernel/alike.ts';
import { COMMON } from '#kernel/common-words.ts';
import { dayAt } from '#kernel/day.ts';
import { foldedWords } from '#kernel/fold.ts';
import { newId } from '#kernel/ids.ts';
import {
  BARS,
  dayNumber,
  detectProblems,
  detectShared,
  evidenceWords,
  type Incident,
  type Proposal,
  proposalTitle,
  type RepeatedAlert,
  type Verdict,
} from '#kernel/problem.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { providerOf } from '#server/business/client/index.ts';
import { factsOfAdvisories } from './advisory-facts.ts';
import { itemsWarnedOf } from './items-warned-of.ts';
import { namesFor } from './names.ts';

export const LOOK_JOB = 'problem.look';
const LOOKER = systemIdentity('Problems');
const DAY_MS = 86_400_000;
/** What the baseline of a trend needs, and the days that are held against it. */
const DAYS = BARS.baselineWeeks.most * 7 + BARS.windowDays;
const ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('problems are looked for', 0))";

/** Looks for problems at all clients now, and keeps what is proposed. */
export function lookForProblems(services: Services): Promise<void> {
  return withContext(services, LOOKER, async (ctx) => {
    await ctx.hot('problem_look_turn', ONE_AT_A_TIME, []);
    const began = performance.now();
    const seen = await seenNow(ctx);
    const today = dayNumber(dayAt(ctx.now, 'UTC'));
    const provider = await providerOf(ctx);
    const shared = provider === null ? [] : detectShared(seen, today, provider);
    const proposals = [...detectProblems(seen, today), ...shared];
    await keep(ctx, proposals);
    await ctx.hot('problem_looked', LOOKED, [
      ctx.now,
      seen.incidents.length,
      proposals.length,
      Math.round(performance.now() - began),
    ]);
  });
}

const LOOKED = `
insert into problem_looks (one, looked_at, incidents, proposals, took_ms) values (true, $1, $2, $3, $4)
on conflict (one) do update set looked_at = excluded.looked_at, incidents = excluded.incidents, proposals = excluded.proposals,
  took_ms = excluded.took_ms`;

/** Once a day, whoever comes first. */
export function lookDaily(services: Services): Promise<void> {
  return withContext(services, LOOKER, async (ctx) => {
    const [last] = await ctx.hot<{ looked_at: string }>('problem_last_look', 'select looked_at from problem_looks', []);
    if (last && Date.parse(ctx.now) - Date.parse(last.looked_at) < DAY_MS) return;
    await ctx.services.jobs.enqueue(ctx, LOOK_JOB, {});
  });
}

export const lookJob = (services: Services): JobDefinition<Record<string, never>> => ({
  name: LOOK_JOB,
  run: () => lookForProblems(services),
});

type Row = Omit<Incident, 'day' | 'words'> & { day: string; title: string };
const INCIDENTS = `
select t.client_id as "clientId", t.id, to_char(t.created_at at time zone c.time_zone, 'YYYY-MM-DD') as day, t.title,
  t.category_id as "categoryId", t.service_id as "serviceId", t.requester_id as person,
  (select i.item_id from ticket_items i where i.client_id = t.client_id and i.ticket_id = t.id order by i.created_at, i.item_id limit 1) as "itemId",
  coalesce((select sum(e.minutes) from time_entries e where e.client_id = t.client_id and e.ticket_id = t.id), 0)::int as minutes,
  exists (select from ticket_span_links l join ticket_spans s on s.client_id = l.client_id and s.whole_id = l.whole_id
    where l.client_id = t.client_id and l.ticket_id = t.id and l.how = 'problem' and s.status_category in ('new', 'open', 'waiting')) as "inProblem"
from tickets t join clients c on c.id = t.client_id
where t.kind = 'incident' and t.created_at >= $1 and t.merged_into_id is null and t.status_category <> 'cancelled'`;
const ALERTS = `
select a.client_id as "clientId", a.id, a.item_id as "itemId", a.title,
  array_agg(to_char(o.started_at at time zone c.time_zone, 'YYYY-MM-DD')) as days
from alerts a join alert_occurrences o on o.client_id = a.client_id and o.alert_id = a.id and o.raised
join clients c on c.id = a.client_id
where o.started_at >= $1 and a.client_known and a.count >= $2 group by a.client_id, a.id, a.item_id, a.title`;
const ADVISORIES = 'select id, title, words from problem_advisories where withdrawn_at is null';
const VERDICTS = `
select p.client_id as "clientId", p.axis, p.group_key as "group", p.words, p.state as said, to_char(p.decided_at, 'YYYY-MM-DD') as day, p.counted,
  case when p.state = 'rejected' then null
    when s.status_category is null or s.status_category in ('new', 'open', 'waiting') then null
    else to_char(s.updated_at, 'YYYY-MM-DD') end as "endedOn"
from problem_proposals p left join ticket_spans s on s.client_id = p.client_id and s.whole_id = p.problem_id
where p.state in ('accepted', 'rejected')`;

async function seenNow(ctx: Ctx) {
  const since = new Date(Date.parse(ctx.now) - DAYS * DAY_MS).toISOString();
  const [incidents, alerts, advisories, verdicts] = await Promise.all([
    ctx.hot<Row>('problem_incidents', INCIDENTS, [since]),
    ctx.hot<Omit<RepeatedAlert, 'days'> & { days: string[] }>('problem_alerts', ALERTS, [since, BARS.alert.count]),
    ctx.hot<{ id: string; title: string; words: string[] }>('problem_advisories', ADVISORIES, []),
    ctx.hot<Omit<Verdict, 'day' | 'endedOn'> & { day: string; endedOn: string | null }>(
      'problem_verdicts',
      VERDICTS,
      [],
    ),
  ]);
  const warned = advisories.map((one) => ({ ...one, words: one.words.flatMap(foldedWords) }));
  return {
    incidents: incidents.map(
      ({ title, day, ...rest }): Incident => ({ ...rest, day: dayNumber(day), words: telling(title) }),
    ),
    alerts: alerts.map(({ days, ...rest }): RepeatedAlert => ({ ...rest, days: days.map(dayNumber) })),
    advisories: warned,
    items: await itemsWarnedOf(ctx, warned),
    verdicts: verdicts.map(
      ({ day, endedOn, ...rest }): Verdict => ({
        ...rest,
        day: dayNumber(day),
        endedOn: endedOn === null ? null : dayNumber(endedOn),
      }),
    ),
  };
}

const telling = (title: string): string[] => [...titleWords(title)].filter((word) => !COMMON.has(word));

const KEEP = `
insert into problem_proposals (client_id, id, axis, group_key, words, title, evidence, weeks, incident_ids, item_ids, category_id, service_id,
  counted, needed, people, minutes, rises, strength, client_ids, state, first_at, seen_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 'open', $20, $20)
on conflict (client_id, group_key) where state in ('open', 'snoozed') do update set words = excluded.words, title = excluded.title,
  evidence = excluded.evidence, weeks = excluded.weeks, incident_ids = excluded.incident_ids, item_ids = excluded.item_ids,
  counted = excluded.counted, needed = excluded.needed, people = excluded.people, minutes = excluded.minutes, rises = excluded.rises,
  strength = excluded.strength, client_ids = excluded.client_ids, seen_at = excluded.seen_at,
  state = case when problem_proposals.snoozed_until > excluded.seen_at::date then 'snoozed' else 'open' end`;
const FADE = "update problem_proposals set state = 'faded' where state in ('open', 'snoozed') and seen_at < $1";

/** Keeps what is proposed, as it is now; what has not enough any more fades. */
async function keep(ctx: Ctx, proposals: readonly Proposal[]): Promise<void> {
  const names = await namesFor(ctx, proposals);
  const factsOf = await factsOfAdvisories(ctx, proposals);
  for (const one of proposals) {
    const { clientId, axis, group, subject, counted, bar, people, minutes, rise, strength, clientIds } = one;
    await ctx.hot('problem_proposal_keep', KEEP, [
      ...[clientId, newId(), axis, group, subject.words, proposalTitle(one, names).slice(0, 200)],
      ...[
        [...evidenceWords(one, BARS), ...factsOf(subject.advisoryId)],
        one.weeks,
        one.incidents,
        one.items,
        subject.categoryId,
        subject.serviceId,
      ],
      ...[counted, bar.needed, people, minutes, rise !== null, Math.round(strength * 100), clientIds, ctx.now],
    ]);
  }
  await ctx.hot('problem_proposals_fade', FADE, [ctx.now]);
}
