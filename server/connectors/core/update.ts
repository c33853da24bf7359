import { invalid, staleVersion } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { differences } from '#platform/database/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { UpdateConnector } from '#shared/connector.ts';
import { dropCredentials, putCredentials } from './credentials.ts';
import { hookCredentials } from './hook/proof.ts';
import { judge } from './judge.ts';
import { providerOf } from './offered.ts';
import { readConnector } from './rows.ts';

/** Changes a connector; new credentials switch one on again that was refused. Under the program's scope. */
export async function updateConnector(ctx: Ctx, id: string, input: UpdateConnector): Promise<void> {
  const before = await readConnector(ctx, id, { lock: true });
  if (before.version !== input.version) throw staleVersion('connector', before.version);
  const provider = providerOf(before.provider);
  const set = await ctx.tx.selectFrom('connector_credentials').select('field').where('connector_id', '=', id).execute();
  const fields = set.map(({ field }) => field);
  const was = { baseUrl: before.base_url, options: before.options, secrets: fields };
  const { baseUrl, moved, options, secrets, faults } = await judge(ctx, provider, input, was);
  if (faults.length > 0) throw invalid(faults);
  const isNewAccess = moved || Object.keys(secrets).length > 0;
  const columns = {
    ...(input.name === undefined ? {} : { name: input.name.trim() }),
    base_url: baseUrl,
    ...(input.servesId === undefined ? {} : { serves_id: input.servesId }),
    ...(input.fullMinutes === undefined ? {} : { full_minutes: input.fullMinutes }),
    ...(input.changesMinutes === undefined ? {} : { changes_minutes: input.changesMinutes }),
    ...(input.alertsMinutes === undefined ? {} : { alerts_minutes: input.alertsMinutes }),
    ...(input.hook === undefined
      ? {}
      : {
          hook_networks: input.hook.networks,
          hook_signature_header: input.hook.signatureHeader.toLowerCase(),
          hook_time_header: input.hook.timeHeader.toLowerCase(),
        }),
    ...(isNewAccess && before.state === 'refused' ? { state: 'on' } : {}),
  };
  const changes = { ...differences(before, columns), ...differences(before.options, options) };
  await ctx.tx
    .updateTable('connectors')
    .set({ ...columns, options: JSON.stringify(options), version: before.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
  if (moved)
    await dropCredentials(
      ctx,
      id,
      provider.fields.filter(({ secret }) => secret).map(({ key }) => key),
    );
  const sealed = { ...secrets, ...hookCredentials(input) };
  await putCredentials(ctx, id, sealed);
  await readAnew(ctx, id, { isNewAccess, isOther: moved });
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'connector',
    subjectId: id,
    type: 'connector.changed',
    data: { name: columns.name ?? before.name, changes, secrets: Object.keys(sealed) },
  });
}

/** What is tried at once after a change: everything with new credentials, and from the beginning at another system. */
async function readAnew(
  ctx: Ctx,
  id: string,
  { isNewAccess, isOther }: { isNewAccess: boolean; isOther: boolean },
): Promise<void> {
  if (!isNewAccess) return;
  await ctx.tx
    .updateTable('connector_tasks')
    .set({
      next_at: ctx.now,
      failures: 0,
      fault_kind: null,
      fault: '',
      fault_at: null,
      ...(isOther ? { cursor: null, full_at: ctx.now } : {}),
    })
    .where('connector_id', '=', id)
    .execute();
}
