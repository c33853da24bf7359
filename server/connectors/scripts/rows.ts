import type { Selectable } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { Tables } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { ScriptParameter } from '#shared/script.ts';
import type { ScriptRunState } from '#shared/script-words.ts';

export type ScriptRow = Omit<Selectable<Tables['connector_scripts']>, 'parameters' | 'fixed'> & {
  parameters: ScriptParameter[];
  fixed: Record<string, string>;
};
export type RunRow = Omit<Selectable<Tables['script_runs']>, 'parameters' | 'state'> & {
  parameters: Record<string, string>;
  state: ScriptRunState;
};

const LOCK_RUN = 'select * from script_runs where id = $1 for update';

/** The run, locked: who decides about it takes turns. Not found where the caller may not see it. */
export async function lockRun(ctx: Ctx, id: string): Promise<RunRow> {
  const [run] = await ctx.hot<RunRow>('script_run_lock', LOCK_RUN, [id]);
  if (!run) throw notFound('run');
  return run;
}

/** Writes how a run goes on. */
export async function setRun(
  ctx: Ctx,
  { client_id, id }: Pick<RunRow, 'client_id' | 'id'>,
  set: Partial<Omit<RunRow, 'client_id' | 'id' | 'parameters'>>,
): Promise<void> {
  await ctx.tx.updateTable('script_runs').set(set).where('client_id', '=', client_id).where('id', '=', id).execute();
}

/** What a run is in a line of its ticket: "Clear temporary files on ACME-PC-12". */
export const runWords = ({ script_name }: Pick<RunRow, 'script_name'>, item: string): string =>
  `${script_name} on ${item}`;

/** A line about a run in its ticket's timeline. */
export async function tellTicket(
  ctx: Ctx,
  run: Pick<RunRow, 'client_id' | 'id' | 'ticket_id'>,
  verb: 'asked' | 'agreed' | 'refused' | 'cancelled' | 'begun',
  data: { text: string; reason?: string },
): Promise<void> {
  if (run.ticket_id === null) return;
  await appendEvent(ctx, {
    clientId: run.client_id,
    subjectType: 'ticket',
    subjectId: run.ticket_id,
    type: `ticket.script_${verb}`,
    data: { ...data, runId: run.id },
  });
}

const NAME = 'select name from configuration_items where client_id = $1 and id = $2';

export async function itemName(ctx: Ctx, { client_id, item_id }: Pick<RunRow, 'client_id' | 'item_id'>) {
  const [item] = await ctx.hot<{ name: string }>('script_item_name', NAME, [client_id, item_id]);
  return item?.name ?? 'a device';
}
