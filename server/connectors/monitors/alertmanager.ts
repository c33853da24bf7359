import { looseListOf, type Provider, ProviderFault } from '../core/index.ts';
import { objectIn } from './json.ts';
import { LABEL_FIELDS, readLabelled } from './labelled.ts';
import { WEBHOOK_ONLY } from './webhook-only.ts';

/** Alerts that one call may bring: each needs some memory, however few bytes it has. */
const MOST_ALERTS = 20_000;
const MOST_BYTES = 16_777_216;
/** A number from outside; larger ones are none. */
const MOST_LEFT_OFF = 1_000_000;

/** Prometheus Alertmanager, webhook version 4. A group may hold what fires and what is over; each alert says of itself. */
export const alertmanagerProvider: Provider = {
  key: 'alertmanager',
  name: 'Prometheus Alertmanager',
  kind: 'monitor',
  abilities: WEBHOOK_ONLY,
  fields: LABEL_FIELDS,
  mostBytes: MOST_BYTES,
  receive(body, _headers, values, at) {
    const group = objectIn(body, 'Let Alertmanager send it with webhook_configs.');
    if (!Array.isArray(group.alerts))
      throw new ProviderFault('malformed', 'The body has no list "alerts", as Alertmanager’s version 4 has.');
    if (group.alerts.length > MOST_ALERTS)
      throw new ProviderFault(
        'malformed',
        `It brings more than ${MOST_ALERTS.toLocaleString('en')} alerts at once: let group_by make smaller groups.`,
      );
    const alerts = looseListOf(group.alerts).map((alert) => readLabelled(alert, values, at));
    const leftOff = Math.min(Math.max(Math.trunc(Number(group.truncatedAlerts)) || 0, 0), MOST_LEFT_OFF);
    return { alerts: alerts.filter((alert) => alert !== null), look: [], leftOff };
  },
};
