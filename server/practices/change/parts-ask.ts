import { type AffectedClient, ruleAboutParts, type Stage } from '#kernel/change.ts';
import { wallTime } from '#kernel/wall-time.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { startApproval } from '#server/practices/approval/index.ts';
import type { ApprovalSubject } from '#shared/approval.ts';
import { aroundOf, askOwn, authorised, costOf, nameOfAsker, whoseRules } from './ask.ts';
import { excludedFrom } from './excluded.ts';
import type { PartRow } from './parts-rows.ts';
import { lockChange, writeChange } from './rows.ts';
import { noteRuleFaults, rulesFor } from './rules-in-force.ts';
import { type Around, valuesOf } from './values.ts';

type Part = PartRow & Pick<Around, 'code' | 'client' | 'group' | 'importance'> & { title: string; time_zone: string };
const PARTS = `
select p.*, s.title, k.code, k.name as client, g.name as "group", k.importance, k.time_zone from change_parts p
join ticket_spans s on s.client_id = p.client_id and s.whole_id = p.change_id
join clients k on k.id = p.client_id left join client_groups g on g.id = k.group_id
where p.change_id = $1 and p.ended_at is null and p.client_id <> $2 order by p.since, p.client_id`;
const OF_CLIENTS = 'select client_id, id from contacts where id = any ($1::uuid[])';

/**
 * Asks about a change of the provider: its own people about the whole, and people of each client that it affects about their part, by
 * the rules that fit there. Whoever calls sees every client.
 */
export async function askParts(ctx: Ctx, ticket: TicketRecord, stage: Stage): Promise<void> {
  const change = await lockChange(ctx, ticket);
  const around = await aroundOf(ctx, ticket);
  const parts = await ctx.hot<Part>('change_parts_asked', PARTS, [ticket.id, ticket.client_id]);
  const askers = await excludedFrom(ctx, ticket, change);
  const rules = await rulesFor(ctx, change.risk_level, askers);
  const people = await contactsNamed(ctx, rules);
  const affected = parts.map(
    ({ client_id, code, client, group, importance }): AffectedClient => ({
      clientId: client_id,
      values: valuesOf(change, { ...around, code, client, group, importance }),
      contactIds: people.get(client_id) ?? new Set(),
    }),
  );
  const ruling = ruleAboutParts(rules, stage, valuesOf(change, around), affected, costOf(change));
  await noteRuleFaults(ctx, ruling.faults);
  const requester = await nameOfAsker(ctx, ticket);
  let waits = false;
  for (const { clientId, by, joined } of ruling.parts) {
    const part = parts.find(({ client_id }) => client_id === clientId);
    if (!part) continue;
    const asked = await startApproval(ctx, {
      ticket: { client_id: clientId, id: ticket.id, part: true },
      // What it costs the provider is nothing that its clients read.
      joined: {
        ...joined,
        needs: joined.needs.map((need) => ({
          ...need,
          why: need.step.above === null ? need.why : 'asked by its cost',
        })),
      },
      why: whoseRules(by),
      subject: subjectOf(ticket, part, requester),
      forWhom: null,
      askers,
    });
    waits ||= asked === 'pending';
  }
  const consent = waits ? 'asked' : ruling.parts.length > 0 ? 'given' : null;
  const written = await writeChange(ctx, change, { consent });
  const why = await askOwn(ctx, ticket, written, around, { decision: ruling.own, why: 'asked', askers });
  if (why !== null && !waits) await authorised(ctx, ticket, stage, why);
}

/** Of the contacts whom rules name, who is whose. */
async function contactsNamed(ctx: Ctx, rules: Awaited<ReturnType<typeof rulesFor>>) {
  const ids = rules.flatMap(({ terms: { outcome } }) =>
    outcome.does === 'ask'
      ? outcome.approval.steps.flatMap(({ approvers }) =>
          approvers.flatMap((one) => (one.kind === 'contact' ? [one.id] : [])),
        )
      : [],
  );
  const found = new Map<string, Set<string>>();
  if (ids.length === 0) return found;
  for (const { client_id, id } of await ctx.hot<{ client_id: string; id: string }>(
    'change_contacts_named',
    OF_CLIENTS,
    [ids],
  ))
    found.set(client_id, (found.get(client_id) ?? new Set()).add(id));
  return found;
}

/** What people of a client decide about: what of theirs is touched, when by their clocks, and what it means for them. Nothing of others. */
function subjectOf(ticket: TicketRecord, part: Part, requester: string): ApprovalSubject {
  const { items, services } = part.touches;
  const when = (at: string | null) =>
    at === null ? 'not said' : `${wallTime(at, part.time_zone).replace('T', ' ')} (${part.time_zone})`;
  return {
    ...{ ticketKey: ticket.key, title: part.title, cost: null, reason: part.means, forWhom: null, expectedOn: null },
    requester,
    lines: [
      { label: 'Begins', value: when(part.from_at) },
      { label: 'Ends', value: when(part.until_at) },
      ...(items.length > 0 ? [{ label: 'Touches', value: items.join(', ') }] : []),
      ...(services.length > 0 ? [{ label: 'Services', value: services.join(', ') }] : []),
      { label: 'People are without it', value: part.outage ? 'yes' : 'no' },
    ],
  };
}
