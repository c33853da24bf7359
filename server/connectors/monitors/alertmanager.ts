import { looseListOf, type Provider, ProviderFault } from '../core/index.ts';
import { objectIn } from './json.ts';
import { LABEL_FIELDS, readLabelled } from './labelled.ts';
import { WEBHOOK_ONLY } from './webhook-only.ts';

/** Prometheus Alertmanager, webhook version 4. A group may hold what fires and what is over; each alert says of itself. */
export const alertmanagerProvider: Provider = {
  key: 'alertmanager',
  name: 'Prometheus Alertmanager',
  kind: 'monitor',
  abilities: WEBHOOK_ONLY,
  fields: LABEL_FIELDS,
  receive(body, _headers, values, at) {
    const group = objectIn(body, 'Let Alertmanager send it with webhook_configs.');
    if (!Array.isArray(group.alerts))
      throw new ProviderFault('malformed', 'The body has no list "alerts", as Alertmanager’s version 4 has.');
    const alerts = looseListOf(group.alerts).map((alert) => readLabelled(alert, values, at));
    return { alerts: alerts.filter((alert) => alert !== null), look: [] };
  },
};
