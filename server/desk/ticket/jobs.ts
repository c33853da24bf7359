import { sql } from 'kysely';
import { Fault } from '#kernel/errors.ts';
import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { JobDefinition } from '#platform/jobs/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { textToHtml } from '#shared/html.ts';
import type { TransitionTicket } from '#shared/ticket.ts';
import { changeTicket } from './change.ts';
import { postMessage } from './command-message.ts';
import { openSteps, transitionTicket } from './command-transition.ts';
import { fillFor } from './fill.ts';
import { findTicket } from './find.ts';
import type { TicketRecord } from './record.ts';
import { resumeStatus } from './resume.ts';
import { CLOSING, CLOSING_NOTICE } from './settings.ts';

const BATCH = 200;
const CLOSER = systemIdentity('Fettle');

/**
 * Closes what was resolved and stayed silent for the client's number of days; each ticket in a transaction of its own. A change is not
 * closed by silence: it is looked at first.
 */
export function closeSilent(services: Services): JobDefinition {
  return {
    name: 'ticket.close',
    cron: '*/10 * * * *',
    async run() {
      const due = await withContext(services, CLOSER, async (ctx) => {
        const clients = await ctx.tx.selectFrom('clients').select('id').where('active', '=', true).execute();
        const found: string[] = [];
        for (const { id } of clients) {
          const { value } = await resolveSetting(ctx, CLOSING, id);
          const before = new Date(Date.parse(ctx.now) - value.closeAfterDays * 86_400_000).toISOString();
          const { rows } = await sql<{
            id: string;
          }>`select id from tickets where client_id = ${id} and status_category = 'resolved' and kind <> 'change' and resolved_at < ${before} order by resolved_at limit ${BATCH}`.execute(
            ctx.tx,
          );
          found.push(...rows.map((row) => row.id));
        }
        return found;
      });
      for (const id of due)
        await withContext(services, CLOSER, (ctx) => closeForSilence(ctx, id)).catch((error: unknown) => {
          // A ticket that its lifecycle does not let go must not keep the others open.
          if (!(error instanceof Fault)) throw error;
          services.log.warn({ ticket: id, why: error.message }, 'closing: a resolved ticket could not be closed');
        });
    },
  };
}

/** Closes a resolved ticket that nobody objected to, in the program's name. */
export async function closeForSilence(ctx: Ctx, id: string): Promise<void> {
  const ticket = await findTicket(ctx, id, { lock: true });
  if (ticket.status_category !== 'resolved' || ticket.kind === 'change') return;
  const step = (await openSteps(ctx, ticket)).find((option) => option.category === 'closed');
  if (step) await closeAndTell(ctx, ticket, { to: step.to, reason: 'nobody objected' });
}

/** Closes the ticket and, where the client's setting has words for it, tells the one who asked. */
async function closeAndTell(ctx: Ctx, ticket: TicketRecord, transition: TransitionTicket): Promise<void> {
  const { value } = await resolveSetting(ctx, CLOSING_NOTICE, ticket.client_id);
  if (!ticket.requester_id || value.text.trim() === '')
    await transitionTicket(ctx, ticket.id, transition, { silent: true });
  else {
    const { html } = await fillFor(ctx, ticket, textToHtml(value.text));
    await postMessage(ctx, ticket.id, { visibility: 'public', body: html, transition });
  }
}

/** Takes tickets off hold whose time has come. */
export function wakeHeld(services: Services): JobDefinition {
  return {
    name: 'ticket.wake',
    cron: '* * * * *',
    async run() {
      const { rows } = await withContext(services, CLOSER, (ctx) =>
        sql<{
          id: string;
        }>`select id from tickets where is_open and hold_until < ${ctx.now} order by hold_until limit ${BATCH}`.execute(
          ctx.tx,
        ),
      );
      for (const { id } of rows)
        await wakeOne(services, id).catch((error: unknown) => {
          if (!(error instanceof Fault)) throw error;
          services.log.warn({ ticket: id, why: error.message }, 'waking: a held ticket could not go on');
        });
    },
  };
}

/** Lets a ticket go on. One that its lifecycle keeps on hold waits on without a time, or it would be tried for ever. */
async function wakeOne(services: Services, id: string): Promise<void> {
  await withContext(services, CLOSER, async (ctx) => {
    const ticket = await findTicket(ctx, id, { lock: true });
    if (!ticket.hold_until || ticket.hold_until > ctx.now) return;
    const to = await resumeStatus(ctx, ticket);
    if (to) await transitionTicket(ctx, id, { to, reason: 'the time it waited for has come' });
    else await changeTicket(ctx, ticket, { hold_until: null }, { type: 'ticket.updated' });
  });
}
