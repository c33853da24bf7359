import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { newDataKey } from '#platform/secrets/index.ts';
import type { Desk } from '#tests/desk.ts';

/** A connection to another system, with a line of everything that belongs to one. */
export async function plantConnector(desk: Desk): Promise<{ id: string; call: string; script: string }> {
  const [id, call, script] = [newId(), newId(), newId()];
  await desk.run(async ({ tx, now }) => {
    await tx
      .insertInto('connectors')
      .values({ id, provider: 'gone', name: 'Old RMM', state: 'paused', created_at: now, updated_at: now })
      .execute();
    const of = { connector_id: id };
    const nothing = Buffer.alloc(0);
    await plantBooks(desk, tx, now);
    await tx
      .insertInto('connector_keys')
      .values({ ...of, key_id: 'none', wrapped_key: nothing })
      .execute();
    await tx
      .insertInto('connector_credentials')
      .values({ ...of, field: 'token', sealed: nothing, set_at: now })
      .execute();
    await tx
      .insertInto('connector_tasks')
      .values({ ...of, task: 'devices', next_at: now })
      .execute();
    await tx
      .insertInto('connector_sites')
      .values({ ...of, external_id: '1', name: 'One', seen_at: now })
      .execute();
    await tx
      .insertInto('connector_devices')
      .values({ ...of, external_id: '1' })
      .execute();
    await tx
      .insertInto('connector_runs')
      .values({ ...of, id: newId(), kind: 'full', started_at: now })
      .execute();
    await tx
      .insertInto('connector_scripts')
      .values({ ...of, id: script, external_id: '1', name: 'Clear files', description: '', parameters: '[]' })
      .execute();
    await tx
      .insertInto('connector_calls')
      .values({ ...of, id: call, received_at: now, address: '192.0.2.1', size: 0, state: 'done', next_at: now })
      .execute();
  });
  return { id, call, script };
}

/** A connection to accounting that is paused, and what a tax is called there. */
async function plantBooks({ services }: Desk, tx: Ctx['tx'], now: string): Promise<void> {
  const [id, nothing] = [newId(), Buffer.alloc(0)];
  const { keyId, wrapped } = newDataKey(services.credentialKeys[0], `accounting ${id}`);
  await tx
    .insertInto('accounting_links')
    .values({
      ...{ id, authorize_url: '', token_url: '', api_url: 'https://books.example', oauth_client_id: 'old' },
      ...{ key_id: keyId, wrapped_key: wrapped, client_secret: nothing, state: 'paused', tenant_id: 'gone' },
      ...{ send_from: '2026-01-01', next_at: now, created_at: now, updated_at: now },
    })
    .execute();
  await tx.insertInto('accounting_codes').values({ what: 'tax', key: 'GST 10', code: 'OUTPUT', name: '' }).execute();
}
