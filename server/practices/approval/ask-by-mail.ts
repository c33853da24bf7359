import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { isSending, queueStaffLink } from '#server/channels/mail-out/index.ts';
import { instantIn } from '#shared/when-words.ts';
import { linkFor } from './link-for.ts';
import { askedLines } from './mail-words.ts';
import { barredFrom } from './once.ts';
import { lockWithTicket, type OfTicket, openOf, stepsOf, tell, votersOf } from './rows.ts';

const PEOPLE = `
select s.id, s.time_zone from staff s where s.id = any ($1::uuid[]) and s.active and s.email <> ''
  and not exists (select from approval_links l join approval_voters v on v.client_id = l.client_id and v.id = l.voter_id
    where v.client_id = $2 and v.approval_id = $3 and l.staff_id = s.id and l.used_at is null and l.expires_at > $4)`;

/**
 * Asks people of the provider for their vote by a mail with a link of their own, by which they decide without signing in. Whoever holds such
 * a link already is not written to again, nor is whoever may not decide. Answers how many were written to.
 * @param staffIds of those asked in the approval; whoever is not counts for nothing
 */
export async function askByMail(ctx: Ctx, ticket: OfTicket, staffIds: readonly string[]): Promise<number> {
  if (!(await isSending(ctx)))
    throw new Fault('conflict', 'Fettle sends no mail yet, so nobody can be asked by it. Set it up in the settings.');
  const id = await openOf(ctx, ticket);
  const approval = id === null ? null : await lockWithTicket(ctx, ticket.client_id, id);
  if (approval?.state !== 'pending') throw new Fault('conflict', 'It waits for nobody’s vote.');
  const open = (await stepsOf(ctx, approval)).filter(({ state }) => state === 'open');
  const all = await votersOf(ctx, approval);
  const voters = all.filter(
    (voter) =>
      voter.vote === null &&
      voter.staff_id !== null &&
      staffIds.includes(voter.staff_id) &&
      !approval.excluded.includes(voter.staff_id) &&
      open.some(({ position }) => position === voter.position) &&
      barredFrom(voter, all, voter.staff_id) === null,
  );
  const ids = voters.map(({ staff_id }) => staff_id);
  type Person = { id: string; time_zone: string };
  const people = await ctx.hot<Person>('approval_mail_people', PEOPLE, [ids, approval.client_id, approval.id, ctx.now]);
  const asked = voters.flatMap((voter) =>
    people.filter(({ id }) => id === voter.staff_id).map((to) => ({ voter, to })),
  );
  const { ticketKey, title } = approval.subject;
  for (const { voter, to } of asked)
    await queueStaffLink(ctx, ticket, to.id, {
      kind: 'approval',
      subject: `[${ticketKey}] Your vote is asked for: ${title}`,
      lines: [
        ...askedLines(approval, { language: 'en', timeZone: to.time_zone, say: (text) => text }),
        `The link works once, until ${instantIn('en', approval.expires_at, to.time_zone)} (${to.time_zone}), and decides in your name: pass it on to nobody.`,
      ],
      link: await linkFor(ctx, approval, voter, { staffId: to.id }),
    });
  const names = asked.map(({ voter }) => voter.name);
  if (names.length > 0)
    await tell(ctx, ticket, 'approval_reminded', {
      approvalId: approval.id,
      text: `${names.join(', ')} by mail`,
    });
  return names.length;
}
