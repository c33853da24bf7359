import { offerProvider, type Provider } from './core/index.ts';
import {
  alertmanagerProvider,
  grafanaProvider,
  icingaProvider,
  uptimeKumaProvider,
  webhookProvider,
  zabbixProvider,
} from './monitors/index.ts';

/** Every kind of system that Fettle connects to: one line each. */
const PROVIDERS: readonly Provider[] = [
  alertmanagerProvider,
  grafanaProvider,
  zabbixProvider,
  icingaProvider,
  uptimeKumaProvider,
  webhookProvider,
];

for (const provider of PROVIDERS) offerProvider(provider);
