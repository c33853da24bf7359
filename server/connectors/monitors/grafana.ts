import { type Loose, looseListOf, looseOf, type Provider, ProviderFault, textOf } from '../core/index.ts';
import { objectIn } from './json.ts';
import { LABEL_FIELDS, readLabelled } from './labelled.ts';
import { WEBHOOK_ONLY } from './webhook-only.ts';

/** Alerts of Grafana about itself: they are nobody's but the provider's, whatever labels they copy. */
const OWN_TROUBLE = new Set(['DatasourceError', 'DatasourceNoData']);

/** Grafana Alerting, contact point "webhook". Its test alert makes nothing. */
export const grafanaProvider: Provider = {
  key: 'grafana',
  name: 'Grafana',
  kind: 'monitor',
  abilities: WEBHOOK_ONLY,
  fields: LABEL_FIELDS,
  receive(body, _headers, values, at) {
    const group = objectIn(body, 'Use a contact point of the kind webhook without a payload template of your own.');
    if (!Array.isArray(group.alerts))
      throw new ProviderFault(
        'malformed',
        'The body has no list "alerts": a payload template of your own replaces it.',
      );
    const alerts = looseListOf(group.alerts)
      .filter((alert) => !isTest(alert))
      .map((alert) => {
        const reading = readLabelled(alert, values, at);
        return reading && OWN_TROUBLE.has(reading.condition) ? { ...reading, site: null } : reading;
      });
    return { alerts: alerts.filter((alert) => alert !== null), look: [] };
  },
};

function isTest({ labels }: Loose): boolean {
  const { alertname, instance } = looseOf(labels);
  return textOf(alertname) === 'TestAlert' && textOf(instance) === 'Grafana';
}
