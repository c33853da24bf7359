import type { Ctx } from '#platform/context/index.ts';
import { queueLinks } from '#server/channels/mail-out/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { linkFor } from './link-for.ts';
import { askedLines, untilWhen, whyAsked } from './mail-words.ts';
import { barredFrom } from './once.ts';
import { type Approval, type StepRow, tell, ticketOf, type VoterRow, votersOf } from './rows.ts';

type Asked = Pick<VoterRow, 'id' | 'contact_id' | 'staff_id' | 'why' | 'name'>;

const DELEGATES = `
select d.to_contact_id as id from approval_delegations d join contacts r on r.client_id = d.client_id and r.id = d.to_contact_id
where d.client_id = $1 and d.contact_id = $2 and d.ended_at is null and d.from_at <= $3 and d.until_at > $3 and r.active`;

/**
 * Asks people for their vote, or reminds them: staff in the app, people of the client by a mail with a link of their own. With `only`,
 * no one else than this contact.
 */
export async function askPeople(
  ctx: Ctx,
  approval: Approval,
  step: Pick<StepRow, 'name' | 'why'>,
  voters: readonly Asked[],
  why: 'asked' | 'reminded',
  only: string | null = null,
): Promise<void> {
  const { subject } = approval;
  const ticket = ticketOf(approval);
  const staff = voters.flatMap(({ staff_id }) => (staff_id === null ? [] : [staff_id]));
  const reminder = why === 'reminded' ? 'Reminder: ' : '';
  await notify(ctx, ticket, staff, 'approval', `${reminder}your approval is asked for: ${subject.title}`);
  const all = await votersOf(ctx, approval);
  for (const voter of voters) {
    // The place of whoever asked for it themselves counts for nobody, so nobody is asked in it.
    if (voter.contact_id === null || approval.excluded.includes(voter.contact_id)) continue;
    const place = all.find(({ id }) => id === voter.id);
    const standIns = await ctx.hot<{ id: string }>('approval_delegates', DELEGATES, [
      approval.client_id,
      voter.contact_id,
      ctx.now,
    ]);
    const readers = [voter.contact_id, ...standIns.map(({ id }) => id)]
      .filter((id) => only === null || id === only)
      .filter((id) => !approval.excluded.includes(id))
      // Within a step a person counts once, so whoever is asked in it themselves is not asked in another's place.
      .filter((id) => !place || barredFrom(place, all, id) === null);
    const inPlaces = Map.groupBy(new Set(readers), (id) => (id === voter.contact_id ? null : voter.name));
    for (const [inPlaceOf, ids] of inPlaces) {
      const to = [];
      for (const contactId of ids) to.push({ contactId, link: await linkFor(ctx, approval, voter, { contactId }) });
      await queueLinks(ctx, ticket, to, {
        kind: 'approval',
        template: why === 'reminded' ? 'approvalReminder' : 'approval',
        values: (reader) => ({
          'approval.title': reader.say(subject.title, 'item'),
          'approval.step': reader.say(step.name, 'item'),
          'approval.why': whyAsked(voter.why, step.why, reader),
          'approval.until': untilWhen(approval.expires_at, reader),
        }),
        lines: (reader) => askedLines(approval, reader, inPlaceOf),
      });
    }
  }
  if (why === 'reminded')
    await tell(ctx, ticket, 'approval_reminded', { approvalId: approval.id, text: `those asked as ${step.name}` });
}
