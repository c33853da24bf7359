import { type Services, withContext } from '#platform/context/index.ts';
import { type AlertReading, reconcileAlerts } from '#server/practices/monitoring/index.ts';
import { CONNECTING, type ConnectorRow } from '../rows.ts';
import { endTask, type Held } from './lease.ts';
import { openConnector } from './open.ts';
import { readOwners, sourceOf } from './owners.ts';
import type { Run } from './run.ts';

/** Compares the alerts that are open at a system with those that are open here. Throws what the session throws, and `LeaseLost`. */
export async function syncAlerts(
  services: Services,
  connector: ConnectorRow,
  held: Held,
  run: Run,
  signal: AbortSignal,
): Promise<void> {
  const owners = await withContext(services, CONNECTING, (ctx) => readOwners(ctx, connector.id));
  const end = () =>
    withContext(services, CONNECTING, (ctx) => endTask(ctx, held, { began: run.began, cursor: null, full: false }));
  if (!owners.any) {
    run.notes.add('no site belongs to a client yet, so no alert was read');
    return end();
  }
  const { session } = await openConnector(services, connector, signal, (what) => run.notes.add(what));
  const alerts: AlertReading[] = [];
  const passedOver: string[] = [];
  for await (const batch of session.openAlerts())
    for (const alert of batch)
      if (owners.isIgnored(alert.site)) passedOver.push(alert.externalId);
      else alerts.push(alert);
  signal.throwIfAborted();
  run.count('alerts', alerts.length);
  const source = sourceOf(connector, owners);
  await reconcileAlerts(services, source, alerts, { asOf: run.began, passedOver });
  await end();
}
