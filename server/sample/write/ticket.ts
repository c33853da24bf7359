import type { Ctx } from '#platform/context/index.ts';
import { runChecklist } from '#server/desk/library/index.ts';
import {
  assignTicket,
  closeForSilence,
  createTicket,
  escalateTicket,
  findTicket,
  markRead,
  mergeTickets,
  postMessage,
  setWatcher,
  tickChecklistItem,
  transitionTicket,
  updateTicket,
} from '#server/desk/ticket/index.ts';
import { sweepHistory } from '#server/practices/service-level/index.ts';
import type { CreateTicket, TransitionTicket } from '#shared/ticket.ts';
import type { Act, Bundle, NumberedBundle, Opening } from '../plan/story.ts';
import { randomOf } from '../random.ts';
import { as, asOwner } from './identities.ts';
import type { References } from './references.ts';

/** Before the end: what nobody has said anything about for so long, whoever set the installation up has seen. */
const FRESH_MS = 2 * 3_600_000;

/** What monitoring calls an alert of its own. */
function alertNumber(bundle: Bundle, { source }: Opening): { externalRef?: string } {
  if (source !== 'monitoring') return {};
  return { externalRef: `RMM-${randomOf(`${bundle.name} alert`).between(4_100_000, 4_999_999)}` };
}

/** Lets everything of a bundle happen, each act through its command, at its time and in the name of whoever did it. */
export async function writeBundle(ctx: Ctx, bundle: NumberedBundle, refs: References, endsAt: string): Promise<void> {
  const ids: string[] = [];
  const client_id = refs.client(bundle.client);
  for (const act of bundle.acts) {
    const at = as(ctx, act.who, act.at, refs);
    if (act.do === 'create') {
      const number = bundle.numbers[act.ticket];
      const made = await createTicket(
        at,
        { ...fieldsOf(act.opening, client_id, bundle.client, refs), ...alertNumber(bundle, act.opening) },
        number === undefined ? {} : { number },
      );
      ids[act.ticket] = made.id;
      continue;
    }
    const id = ids[act.ticket];
    if (id === undefined) throw new Error(`${bundle.name} does something to a ticket before it is there`);
    await sweepHistory(ctx, { client_id, id }, act.at);
    await perform(at, id, act, ids, refs);
  }
  for (const id of ids) await sweepHistory(ctx, { client_id, id }, endsAt);
  if (Date.parse(bundle.acts.at(-1)?.at ?? '') < Date.parse(endsAt) - FRESH_MS)
    await markRead(
      asOwner(ctx, endsAt, refs),
      ids.map((id) => ({ client_id, id })),
    );
}

function fieldsOf(opening: Opening, clientId: string, code: string, refs: References): CreateTicket {
  const { requester, category, service, team, assignee, tags, custom, ...plain } = opening;
  return {
    ...plain,
    clientId,
    source: plain.source as NonNullable<CreateTicket['source']>,
    requesterId: requester === null ? null : refs.contact(code, requester).id,
    categoryId: refs.category(category),
    serviceId: refs.service(service),
    teamId: team ? refs.team(team) : null,
    assigneeId: assignee ? refs.staff(assignee) : null,
    tags: [...tags],
    custom: { ...custom },
  };
}

async function perform(ctx: Ctx, id: string, act: Act, ids: readonly string[], refs: References): Promise<void> {
  switch (act.do) {
    case 'create':
      return;
    case 'assign':
      await assignTicket(ctx, id, {
        teamId: refs.team(act.team),
        assigneeId: act.person ? refs.staff(act.person) : null,
        ...(act.reason ? { reason: act.reason } : {}),
      });
      return;
    case 'handOver':
      await escalateTicket(ctx, id, { direction: 'functional', teamId: refs.team(act.team), reason: act.reason });
      return;
    case 'escalate':
      await escalateTicket(ctx, id, { direction: 'hierarchical', reason: act.reason });
      return;
    case 'say':
      await postMessage(ctx, id, {
        visibility: act.visibility,
        body: act.body,
        ...(act.minutes ? { minutes: act.minutes } : {}),
        ...(act.step ? { transition: act.step as TransitionTicket } : {}),
      });
      return;
    case 'move':
      await transitionTicket(ctx, id, act.step as TransitionTicket);
      return;
    case 'change': {
      const { under, tags, ...fields } = act.fields;
      const { version } = await findTicket(ctx, id);
      await updateTicket(ctx, id, {
        version,
        ...fields,
        ...(tags ? { tags: [...tags] } : {}),
        ...(under === undefined ? {} : { parentId: ids[under] ?? null }),
      });
      return;
    }
    case 'merge':
      await mergeTickets(ctx, id, ids[act.into] ?? '');
      return;
    case 'checklist':
      await addNamedChecklist(ctx, id, act.name);
      return;
    case 'tick':
      await tick(ctx, id, act.lines);
      return;
    case 'watch':
      await setWatcher(ctx, id, { kind: 'staff', id: refs.staff(act.person) }, true);
      return;
    case 'silence':
      await closeForSilence(ctx, id);
      return;
  }
}

async function addNamedChecklist(ctx: Ctx, id: string, name: string): Promise<void> {
  const row = await ctx.tx.selectFrom('checklist_templates').select('id').where('name', '=', name).executeTakeFirst();
  if (row) await runChecklist(ctx, id, row.id);
}

/** Ticks the first lines that are open. */
async function tick(ctx: Ctx, id: string, lines: number): Promise<void> {
  const open = await ctx.tx
    .selectFrom('checklist_items')
    .select('id')
    .where('ticket_id', '=', id)
    .where('done_at', 'is', null)
    .orderBy('position')
    .limit(lines)
    .execute();
  for (const item of open) await tickChecklistItem(ctx, id, item.id, true);
}
