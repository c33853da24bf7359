import { type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { readConnector } from '#server/connectors/core/index.ts';
import { loadClasses } from '#server/practices/configuration/index.ts';
import type { ApproveScript } from '#shared/script.ts';
import type { ScriptRow } from './rows.ts';

const LOCK = 'select * from connector_scripts where id = $1 for update';

/**
 * Says whether a script may be run from tickets, on items of which class, with which values fixed, and whether a second person has to
 * agree. Under the program's scope, in the name of whoever manages connectors. Returns whose script it is.
 */
export async function approveScript(ctx: Ctx, id: string, input: ApproveScript): Promise<string> {
  const [script] = await ctx.hot<ScriptRow>('script_lock', LOCK, [id]);
  if (!script) throw notFound('script');
  if (script.version !== input.version) throw staleVersion('script', script.version);
  const after = {
    approved: input.approved,
    second_person: input.secondPerson ?? script.second_person,
    class_key: input.classKey ?? script.class_key,
    fixed: input.fixed ?? script.fixed,
  };
  const faults = await faultsOf(ctx, script, after);
  if (faults.length > 0) throw invalid(faults);
  await ctx.tx
    .updateTable('connector_scripts')
    .set({
      ...after,
      fixed: JSON.stringify(after.fixed),
      ...{ decided_by: ctx.actor.name, decided_at: ctx.now, withdrawn_why: '', version: script.version + 1 },
    })
    .where('id', '=', id)
    .execute();
  const { name } = await readConnector(ctx, script.connector_id);
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'connector',
    subjectId: script.connector_id,
    type: after.approved ? 'connector.script_approved' : 'connector.script_withdrawn',
    data: { name, script: script.name, ...after },
  });
  return script.connector_id;
}

async function faultsOf(
  ctx: Ctx,
  script: ScriptRow,
  after: Pick<ScriptRow, 'approved' | 'class_key' | 'fixed'>,
): Promise<FieldError[]> {
  const faults: FieldError[] = [];
  if (after.approved && script.gone_at)
    faults.push({ path: 'approved', message: 'its system does not list it any more' });
  if (!(await loadClasses(ctx)).has(after.class_key))
    faults.push({ path: 'classKey', message: 'is not a class of items' });
  const known = new Set(script.parameters.map(({ name }) => name));
  for (const name of Object.keys(after.fixed))
    if (!known.has(name)) faults.push({ path: `fixed.${name}`, message: 'is not a parameter of this script' });
  return faults;
}
