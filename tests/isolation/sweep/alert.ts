import { newId } from '#kernel/ids.ts';
import { type AlertReading, takeAlerts } from '#server/practices/monitoring/index.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import type { planted } from './canary.ts';
import { must } from './world.ts';

const TERMS = { condition: 'alert.severity == 5', outcome: { does: 'inbox' } };

/** An alert of a client that lasts, with what a source says of it, heard just now. Returns its id. */
async function hear(desk: Desk, client: string, name: string, words: (what: string) => string): Promise<string> {
  const externalId = `${words('external')} ${newId()}`;
  const reading: AlertReading = {
    ...{ externalId, occurrence: words('occurrence'), state: 'raised', severity: 5, kind: 'informational' },
    ...{ condition: words('condition'), title: words('alert'), text: words('alert text') },
    ...{
      device: { hostname: `${words('host')} ${newId()}` },
      site: words('place'),
      startedAt: new Date().toISOString(),
    },
    ...{ endedAt: null, url: `https://watch.example/${encodeURIComponent(words('alert url'))}` },
    acknowledgedBy: words('acknowledger'),
  };
  const clientOf = () => ({ clientId: client, siteId: null });
  await takeAlerts(desk.services, { id: newId(), name, clientOf, siteName: () => words('place name') }, [reading]);
  const { alert_id } = await desk.run(({ tx }) =>
    tx
      .selectFrom('alert_occurrences')
      .select('alert_id')
      .where('external_id', '=', externalId)
      .executeTakeFirstOrThrow(),
  );
  return alert_id ?? '';
}

/** An alert with what was decided about it, and a rule of the client. */
export async function plantAlert(
  desk: Desk,
  owner: Person,
  client: string,
  say: typeof planted,
): Promise<{ alert: string; alertRule: string }> {
  const words = (what: string) => say(what, 'desk');
  const alert = await hear(desk, client, words('watcher'), words);
  const terms = { ...TERMS, condition: `alert.title == "${words('told')}"` };
  const { id: alertRule } = await must(owner, 'POST', '/alert-rules', { clientId: client, name: words('rule'), terms });
  await must(owner, 'POST', `/alert-rules/${alertRule}/publish`, { version: 1 });
  await must(owner, 'PATCH', `/alert-rules/${alertRule}`, { version: 2, terms });
  await desk.run(async ({ tx, now }) => {
    const decision = JSON.stringify({ by: 'rule', does: 'inbox', name: words('rule') });
    await tx
      .updateTable('alerts')
      .set({ decision, decide_at: null, acknowledged_by: words('acknowledger here') })
      .where('id', '=', alert)
      .execute();
    const fault = JSON.stringify({ at: now, error: words('fault') });
    await tx.updateTable('alert_rules').set({ fault }).where('id', '=', alertRule).execute();
  });
  return { alert, alertRule };
}

/** An alert of one's own that nobody has decided about. */
export const freshAlert = (desk: Desk, client: string, words: (what: string) => string): Promise<string> =>
  hear(desk, client, 'Watcher', words);

/** A rule of one's own client, brought to where the operation can do something with it. */
export async function freshRule(me: Pick<Person, 'call'>, client: string, name: string): Promise<string> {
  const { id } = await must(me, 'POST', '/alert-rules', { clientId: client, name: `home ${newId()}`, terms: TERMS });
  if (name.endsWith('/withdraw')) await must(me, 'POST', `/alert-rules/${id}/publish`, { version: 1 });
  return id;
}
