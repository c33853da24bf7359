import { invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { CreateConnector } from '#shared/connector.ts';
import { makeConnectorKey, putCredentials } from './credentials.ts';
import { hookCredentials } from './hook/proof.ts';
import { judge } from './judge.ts';
import { providerOf } from './offered.ts';

/** Connects a system; reading it begins at once. Under the program's scope. Answers its id. */
export async function createConnector(ctx: Ctx, input: CreateConnector): Promise<string> {
  const provider = providerOf(input.provider);
  const { baseUrl, options, secrets, faults } = await judge(ctx, provider, input, null);
  if (faults.length > 0) throw invalid(faults);
  const id = newId();
  await ctx.tx
    .insertInto('connectors')
    .values({
      id,
      provider: provider.key,
      name: input.name.trim(),
      base_url: baseUrl,
      options: JSON.stringify(options),
      serves_id: input.servesId ?? null,
      ...(input.fullMinutes === undefined ? {} : { full_minutes: input.fullMinutes }),
      ...(input.changesMinutes === undefined ? {} : { changes_minutes: input.changesMinutes }),
      ...(input.alertsMinutes === undefined ? {} : { alerts_minutes: input.alertsMinutes }),
      hook_networks: input.hook?.networks ?? [],
      hook_signature_header: input.hook?.signatureHeader.toLowerCase() ?? '',
      hook_time_header: input.hook?.timeHeader.toLowerCase() ?? '',
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await makeConnectorKey(ctx, id);
  await putCredentials(ctx, id, { ...secrets, ...hookCredentials(input) });
  const tasks = [...(provider.abilities.devices ? ['devices'] : []), ...(provider.abilities.alerts ? ['alerts'] : [])];
  if (provider.open && tasks.length > 0)
    await ctx.tx
      .insertInto('connector_tasks')
      .values(tasks.map((task) => ({ connector_id: id, task, next_at: ctx.now, full_at: ctx.now })))
      .execute();
  await appendEvent(ctx, {
    clientId: null,
    subjectType: 'connector',
    subjectId: id,
    type: 'connector.created',
    data: { name: input.name.trim(), provider: provider.key, baseUrl, options, secrets: Object.keys(secrets) },
  });
  return id;
}
