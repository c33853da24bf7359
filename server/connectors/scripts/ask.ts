import { Fault, type FieldError, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { mayDo } from '#platform/identity/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import { findItem } from '#server/practices/configuration/index.ts';
import type { AskForRun } from '#shared/script.ts';
import { SCRIPT_RUN_ENDS } from '#shared/script-words.ts';
import { type Offered, offeredFor } from './offered.ts';
import { runWords, tellTicket } from './rows.ts';

const DECIDERS = `select s.id from staff s where s.active and ${mayDo('script.agree')} order by s.id limit 200`;
/** How long a second person may take: after that, what was asked for is not what the device needs any more. */
const ASKED_MS = 24 * 3_600_000;

/**
 * Asks for a script to be run on a device that the ticket is about. It is begun by the program a moment later, or once a second person
 * has agreed where the script needs one. Throws `invalid` by field, and `conflict` where the same script is on its way on that device.
 * Returns the id of the run.
 */
export async function askForRun(ctx: Ctx, idOrKey: string, input: AskForRun): Promise<string> {
  const ticket = await findTicket(ctx, idOrKey, { lock: true });
  const item = await findItem(ctx, input.itemId);
  if (!(await isAbout(ctx, ticket, item.id)))
    throw invalid([{ path: 'itemId', message: 'is not what this ticket is about; say first that it is' }]);
  const script = (await offeredFor(ctx, item)).find(({ id }) => id === input.scriptId);
  if (!script) throw invalid([{ path: 'scriptId', message: 'is not an approved script for this device' }]);
  const parameters = parametersFor(script, input.parameters ?? {});
  await refuseTwice(ctx, item, script);
  const reason = input.reason?.trim() ?? '';
  const run = {
    ...{ client_id: item.client_id, id: newId(), ticket_id: ticket.id, item_id: item.id },
    ...{ connector_id: script.connector_id, connector_name: script.connector },
    ...{ script_id: script.id, script_name: script.name, device: script.device, external_id: script.external_id },
    parameters: JSON.stringify(parameters),
    reason,
    state: script.second_person ? 'asked' : 'waiting',
    ...{ asked_by: actingStaff(ctx), asked_by_name: ctx.actor.name, asked_at: ctx.now },
    next_at: script.second_person ? new Date(Date.parse(ctx.now) + ASKED_MS).toISOString() : ctx.now,
  };
  await ctx.tx.insertInto('script_runs').values(run).execute();
  const text = runWords(run, item.name);
  await tellTicket(ctx, run, 'asked', { text, ...(reason ? { reason } : {}) });
  if (script.second_person) {
    const deciders = (await ctx.hot<{ id: string }>('script_deciders', DECIDERS, [])).map(({ id }) => id);
    await notify(ctx, ticket, deciders, 'script_asked', `${ctx.actor.name} asks to run ${text} (${ticket.key})`);
  }
  return run.id;
}

async function isAbout(ctx: Ctx, ticket: { client_id: string; id: string }, itemId: string): Promise<boolean> {
  const rows = await ctx.tx
    .selectFrom('ticket_items')
    .select('item_id')
    .where('client_id', '=', ticket.client_id)
    .where('ticket_id', '=', ticket.id)
    .where('item_id', '=', itemId)
    .execute();
  return rows.length > 0;
}

/** The values that are given: those typed, and those fixed by whoever approved the script. */
function parametersFor(
  { parameters, fixed }: Offered,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const faults: FieldError[] = [];
  const asked = new Map(parameters.filter(({ name }) => !Object.hasOwn(fixed, name)).map((one) => [one.name, one]));
  for (const name of Object.keys(given))
    if (!asked.has(name)) faults.push({ path: `parameters.${name}`, message: 'is not asked for by this script' });
  for (const { name, required } of asked.values())
    if (required && !given[name]?.trim()) faults.push({ path: `parameters.${name}`, message: 'is needed' });
  if (faults.length > 0) throw invalid(faults);
  // An empty value of what may be left out is left out, so that the script's own default holds.
  return { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')), ...fixed };
}

/** Pressing twice, or two people at once, are no two runs. The item is locked so that they take turns. */
async function refuseTwice(ctx: Ctx, item: { client_id: string; id: string }, script: Offered): Promise<void> {
  await ctx.hot('script_item_lock', LOCK_ITEM, [item.client_id, item.id]);
  const rows = await ctx.hot<{ asked_by_name: string }>('script_on_its_way', ON_ITS_WAY, [
    ...[item.client_id, script.id, script.device],
    SCRIPT_RUN_ENDS,
  ]);
  if (rows[0])
    throw new Fault(
      'conflict',
      `${rows[0].asked_by_name} asked for this script on this device already; it is not over yet.`,
    );
}

const LOCK_ITEM = 'select 1 from configuration_items where client_id = $1 and id = $2 for no key update';
const ON_ITS_WAY = `
select asked_by_name from script_runs where client_id = $1 and script_id = $2 and device = $3 and not state = any ($4::text[]) limit 1`;
