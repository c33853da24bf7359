import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { Sender } from './compose.ts';
import { MAIL_TO_CLIENTS } from './settings.ts';

/** Whom mail to a client's people is from; (null) to somebody of several clients, as for clients in general. */
export async function senderTo(ctx: Ctx, sender: Sender, clientId: string | null): Promise<Sender> {
  const { value } = await resolveSetting(ctx, MAIL_TO_CLIENTS, clientId);
  return { fromName: value.fromName || sender.fromName, fromAddress: value.fromAddress || sender.fromAddress };
}
