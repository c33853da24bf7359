export { alertmanagerProvider } from './alertmanager.ts';
export { grafanaProvider } from './grafana.ts';
export { icingaProvider } from './icinga.ts';
export { uptimeKumaProvider } from './uptime-kuma.ts';
export { webhookProvider } from './webhook.ts';
export { zabbixProvider } from './zabbix.ts';
