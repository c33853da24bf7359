import { connectwiseAutomate } from './connectwise-automate/index.ts';
import { offerProvider, type Provider } from './core/index.ts';
import { dattoRmm } from './datto-rmm/index.ts';
import {
  alertmanagerProvider,
  grafanaProvider,
  icingaProvider,
  uptimeKumaProvider,
  webhookProvider,
  zabbixProvider,
} from './monitors/index.ts';
import { nCentral } from './n-central/index.ts';
import { nSight } from './n-sight/index.ts';
import { ninjaOne } from './ninjaone/index.ts';

/** Every kind of system that Fettle connects to: one line each. */
const PROVIDERS: readonly Provider[] = [
  connectwiseAutomate,
  dattoRmm,
  nCentral,
  nSight,
  ninjaOne,
  alertmanagerProvider,
  grafanaProvider,
  zabbixProvider,
  icingaProvider,
  uptimeKumaProvider,
  webhookProvider,
];

for (const provider of PROVIDERS) offerProvider(provider);
