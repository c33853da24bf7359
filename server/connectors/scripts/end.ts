import type { Ctx } from '#platform/context/index.ts';
import type { ScriptRun } from '#server/connectors/core/index.ts';
import { findTicket, postMessage, type TicketRecord } from '#server/desk/ticket/index.ts';
import { escapeHtml, textToHtml } from '#shared/html.ts';
import type { ScriptRunState } from '#shared/script-words.ts';
import { itemName, type RunRow, runWords, setRun } from './rows.ts';

/** So many characters of what a run printed are kept; and so many of them stand in the ticket, its end, where errors are told. */
const MOST_KEPT = 200_000;
const MOST_NOTED = 10_000;

type End = Extract<ScriptRunState, 'succeeded' | 'failed' | 'expired' | 'unknown'>;
const HOW: Readonly<Record<End, string>> = {
  succeeded: 'ended well',
  failed: 'failed',
  expired: 'was never run',
  unknown: 'may have begun; look at its system before it is asked for again',
};

/** Ends a run, and puts what it printed into its ticket as an internal note of the system that ran it. */
export async function endRun(
  ctx: Ctx,
  run: RunRow,
  state: End,
  { output = '', errors = '', fault = '' }: Partial<Pick<ScriptRun, 'output' | 'errors'>> & { fault?: string },
): Promise<void> {
  const kept = [output, errors].map((text) =>
    text.replaceAll('\0', '').toWellFormed().slice(0, MOST_KEPT).toWellFormed(),
  );
  const [out = '', err = ''] = kept;
  const cut = output.length > MOST_KEPT || errors.length > MOST_KEPT;
  await setRun(ctx, run, { state, output: out, errors: err, cut, fault, ended_at: ctx.now, next_at: null });
  if (run.ticket_id === null) return;
  const what = `${runWords(run, await itemName(ctx, run))} ${HOW[state]}`;
  const asked = `Asked for by ${run.asked_by_name}${run.decided_by_name ? `, agreed by ${run.decided_by_name}` : ''}.`;
  const body = [
    paragraph(`${what}. ${asked}${fault ? ` ${fault}` : ''}`),
    printed(out, 'It printed:'),
    printed(err, 'It printed as errors:'),
    out === '' && err === '' && state === 'succeeded' ? paragraph('It printed nothing.') : '',
  ].join('');
  const says = { ...ctx, actor: { ...ctx.actor, name: run.connector_name } };
  await postMessage(says, (await ticketToTell(ctx, run.ticket_id)).id, { visibility: 'internal', body });
}

const paragraph = (text: string) => `<p>${textToHtml(text)}</p>`;

function printed(text: string, title: string): string {
  if (text.trim() === '') return '';
  const shown = text.length > MOST_NOTED ? `[…]\n${text.slice(-MOST_NOTED).toWellFormed()}` : text;
  return `${paragraph(title)}<pre>${escapeHtml(shown)}</pre>`;
}

/** The ticket, or where it goes on since it was merged. */
async function ticketToTell(ctx: Ctx, id: string): Promise<TicketRecord> {
  const ticket = await findTicket(ctx, id);
  return ticket.merged_into_id ? ticketToTell(ctx, ticket.merged_into_id) : ticket;
}
