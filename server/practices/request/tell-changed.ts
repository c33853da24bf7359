import type { Answers } from '#kernel/form.ts';
import type { Ctx } from '#platform/context/index.ts';
import { personIn } from '#platform/identity/index.ts';
import { inWordsOf, type Reader } from '#platform/words/index.ts';
import { queueLinks, recipientsOf } from '#server/channels/mail-out/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { PortalTicket } from '#shared/portal.ts';
import { askedAgain, changedTitle, changeLine, changeWords } from './change-words.ts';
import { changedLines } from './changed-lines.ts';
import { namesIn } from './names.ts';
import { findRequest, type PartRow } from './rows.ts';
import { formSaid } from './said.ts';

/**
 * Tells whoever asked, and who follows, that staff changed what was answered, what it was and what it is.
 * @param approvedAnew whether it has to be approved anew
 */
export async function tellChanged(
  ctx: Ctx,
  ticket: TicketRecord,
  part: PartRow,
  [before, after]: readonly [Answers, Answers],
  approvedAnew: boolean,
): Promise<void> {
  const reached = (await recipientsOf(ctx, ticket)).filter(
    ({ obstacle, contactId }) => obstacle === null && contactId !== ctx.actor.id,
  );
  if (reached.length === 0) return;
  const nameOf = await namesIn(ctx, ticket.client_id, [before, after]);
  await queueLinks(
    ctx,
    ticket,
    reached.map(({ contactId }) => ({ contactId, link: `/portal/tickets/${ticket.key}` })),
    {
      kind: 'request_changed',
      template: 'requestChanged',
      values: () => ({ 'author.name': personIn(ctx.actor.name) }),
      lines: ({ language, say }) => [
        ...changedLines(formSaid(part.terms.form, say), before, after, nameOf).map((line) =>
          changeLine(language, line),
        ),
        ...(approvedAnew ? [askedAgain(language)] : []),
      ],
    },
  );
}

type Told = { id: string; at: string; by: string; part: number; answers: [Answers, Answers] };

const CHANGES = `
select e.id, e.at, e.actor_name as by, (e.data ->> 'part')::int as part, e.data -> 'answers' as answers from events e
where e.client_id = $1 and e.subject_id = $2 and e.type = 'ticket.request_changed' and e.visibility = 'public'
order by e.at, e.id limit 200`;

/** The changes of a request as messages of its conversation, in the reader's words. */
export async function changesTold(
  ctx: Ctx,
  ticket: TicketRecord,
  reader: Reader,
): Promise<PortalTicket['conversation']> {
  const found = ticket.kind === 'request' ? await findRequest(ctx, ticket) : null;
  const told = found ? await ctx.hot<Told>('request_changes', CHANGES, [ticket.client_id, ticket.id]) : [];
  if (!found || told.length === 0) return [];
  const nameOf = await namesIn(
    ctx,
    ticket.client_id,
    told.flatMap(({ answers }) => answers),
  );
  return inWordsOf(ctx, reader, (say) =>
    told.flatMap(({ id, at, by, part: position, answers: [before, after] }) => {
      const part = found.parts.find((one) => one.position === position);
      if (!part) return [];
      const items = changedLines(formSaid(part.terms.form, say), before, after, nameOf).map((line) => {
        const { label, value } = changeWords(reader.language, line);
        return `<li><strong>${textToHtml(label)}</strong>: ${textToHtml(value)}</li>`;
      });
      return [
        {
          id,
          author: { kind: 'desk' as const, name: personIn(by) },
          mine: false,
          body: `<p><strong>${textToHtml(changedTitle(reader.language))}</strong></p><ul>${items.join('')}</ul>`,
          byMail: false,
          quoted: false,
          createdAt: at,
          attachments: [],
        },
      ];
    }),
  );
}
