import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { domainOf } from './compose.ts';
import { MAIL_TO_CLIENTS } from './settings.ts';
import { noteMailIds } from './thread.ts';
import { messageIdFor } from './thread-id.ts';

/** The Message-ID for a mail to a client's people about a ticket, remembered as the ticket's, so that answers find it. */
export async function takeMailId(ctx: Ctx, ticket: { client_id: string; id: string }, mailId: string): Promise<string> {
  const { secret, baseUrl } = ctx.services;
  const { value } = await resolveSetting(ctx, MAIL_TO_CLIENTS, ticket.client_id);
  const [sending] = await ctx.hot<{ from_address: string }>('mail_from', 'select from_address from mail_sending', []);
  const domain = domainOf(value.fromAddress || (sending?.from_address ?? new URL(baseUrl).hostname));
  const messageId = messageIdFor(secret, ticket.id, mailId, domain);
  await noteMailIds(ctx, ticket, [messageId], { sent: true });
  return messageId;
}
