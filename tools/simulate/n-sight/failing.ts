import type { SimulatedAlert, SimulatedDevice, SimulatedSite } from '../estate/types.ts';
import type { World } from '../world.ts';
import { zoned } from '../zoned.ts';
import { elements, type Markup } from './markup.ts';
import { type Counted, clientId, DASHBOARD_ZONE, type Kind, kindOf, siteId } from './numbers.ts';

export const checkId = (alert: SimulatedAlert): number => 7_780_000 + alert.number;

/** What fails now, by client, site and device; `client` for those of one client alone. */
export function failingMarkup(world: World, counted: Counted, client: number | null): Markup[] {
  const open = Map.groupBy(
    world.alerts.filter(({ resolvedAt, device }) => resolvedAt === null && kindOf(device) !== null),
    ({ device }) => device,
  );
  const devicesOf = (site: SimulatedSite, kind: Kind): Markup[] =>
    [...open]
      .filter(([device]) => device.site === site && kindOf(device) === kind)
      .map(([device, alerts]) => [kind, deviceInside(device, alerts, counted)]);
  return world.sites
    .filter((site) => client === null || clientId(site) === client)
    .map((site): Markup => {
      const kinds: Markup[] = [
        ['servers', devicesOf(site, 'server')],
        ['workstations', devicesOf(site, 'workstation')],
      ];
      const inside: Markup = ['site', [...elements({ siteid: siteId(site), name: site.town }), ...kinds]];
      return ['client', [...elements({ clientid: clientId(site), name: site.name }), inside]];
    });
}

function deviceInside(device: SimulatedDevice, alerts: readonly SimulatedAlert[], counted: Counted): Markup[] {
  const offline = alerts.find(({ trouble }) => trouble === 'offline');
  const checks = alerts.filter(({ trouble }) => trouble !== 'offline').map(checkMarkup);
  return [
    ...elements({ id: counted.id(device), name: device.hostname }),
    ...(offline ? [['offline', elements({ description: offline.message, ...since(offline) })] as Markup] : []),
    ...(checks.length > 0 ? [['failed_checks', checks] as Markup] : []),
  ];
}

const checkMarkup = (alert: SimulatedAlert): Markup => [
  'check',
  elements({
    ...{ checkid: checkId(alert), check_type: alert.trouble === 'patch' ? 1023 : 1003 },
    ...{ description: `${alert.trouble} ${alert.part}`.trim(), ...since(alert), formatted_output: alert.message },
  }),
];

const since = ({ raisedAt }: SimulatedAlert) => {
  const [startdate = '', starttime = ''] = zoned(raisedAt, DASHBOARD_ZONE).split('T');
  return { startdate, starttime };
};
