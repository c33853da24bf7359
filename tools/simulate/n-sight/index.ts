import type { Ask, Reply, SimulatedVendor, Tools } from '../vendor.ts';
import { checkId, failingMarkup } from './failing.ts';
import { elements, type Markup, resultOf } from './markup.ts';
import { clientId, DASHBOARD_ZONE, type Kind, openCount, siteId } from './numbers.ts';
import { clientMarkup, deviceMarkup, siteMarkup, softwareMarkup } from './records.ts';

const KEY = 'made-up-api-key-of-the-simulator';
const XML = { 'content-type': 'text/xml; charset=ISO-8859-1' };

/** The data extraction API of N-sight; see the reference of integrations, section 2.5. It pushes nothing. */
export const nSight: SimulatedVendor = { key: 'n-sight', name: 'N-able N-sight', basePath: '', open };

const paramsOf = ({ body, query }: Ask): URLSearchParams =>
  new URLSearchParams(body.length > 0 ? body.toString() : query);

function open({ world }: Tools) {
  const counted = openCount(world);
  const created = () => new Date(world.now()).toISOString().replace(/\.\d+Z/, '+00:00');
  const say = (status: 'OK' | 'FAIL', inside: readonly Markup[]): Reply => ({
    status: 200,
    body: resultOf(status, created(), inside),
    headers: XML,
  });
  const items = (inside: readonly Markup[]) => say('OK', [['items', inside]]);
  /** Failures come with the status of a success. */
  const fail = (code: number, message: string) => say('FAIL', [['error', elements({ errorcode: code, message })]]);

  const devices = (params: URLSearchParams, kind: Kind): Reply => {
    const site = world.sites.find((one) => siteId(one) === Number(params.get('siteid')));
    if (!site) return fail(3, 'The siteid must be a valid id');
    const own = counted.of(kind).filter(({ device }) => device.site === site);
    return items(own.map(({ id, device }) => deviceMarkup(id, device, kind, world)));
  };
  const clear = (params: URLSearchParams): Reply => {
    const alert = world.alerts.find((one) => String(checkId(one)) === params.get('checkid'));
    if (!alert || alert.resolvedAt !== null) return fail(3, 'Only checks in the failing state can be cleared');
    if (!params.get('private_note') || !params.get('public_note')) return fail(3, 'Both notes are required');
    if (!['untilpasses', 'untilnextrun'].includes(params.get('clear_type') ?? '')) return fail(3, 'Unknown clear_type');
    if (params.get('clear_type') === 'untilnextrun') world.resolve(alert, 'API');
    else alert.acknowledgedBy = 'API';
    return say('OK', []);
  };

  const answerTo = (service: string | null, params: URLSearchParams): Reply => {
    switch (service) {
      case 'list_clients':
        return items(world.sites.map((site) => clientMarkup(site, world.devices)));
      case 'list_sites': {
        const own = world.sites.filter((site) => clientId(site) === Number(params.get('clientid')));
        return own.length > 0 ? items(own.map(siteMarkup)) : fail(3, 'The clientid must be a valid id');
      }
      case 'list_servers':
        return devices(params, 'server');
      case 'list_workstations':
        return devices(params, 'workstation');
      case 'list_failing_checks':
        return items(failingMarkup(world, counted, Number(params.get('clientid')) || null));
      case 'list_all_software': {
        const device = world.device(Number(params.get('assetid')) - 700_000);
        return device ? items(softwareMarkup(device)) : fail(3, 'The assetid must be a valid asset id');
      }
      case 'clear_check':
        return clear(params);
      default:
        return fail(2, 'Unknown service');
    }
  };

  return {
    credentials: [
      { key: 'apiKey', label: 'API key', value: KEY },
      { key: 'zone', label: 'Time zone of the dashboard', value: DASHBOARD_ZONE },
    ],
    refusal: (status: number): Reply => ({ status, body: '<html><h1>Service unavailable</h1></html>' }),
    about: (ask: Ask) => {
      const params = paramsOf(ask);
      params.delete('apikey');
      return params.toString();
    },
    answer(ask: Ask): Reply {
      if (ask.path !== '/api/' && ask.path !== '/api') return { status: 404, body: '<html><h1>Not found</h1></html>' };
      if (ask.method === 'POST' && !ask.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
        return fail(1, 'Send a form');
      const params = paramsOf(ask);
      if (params.get('apikey') !== KEY) return fail(4, 'Login failed, or the key has no access');
      return answerTo(params.get('service'), params);
    },
  };
}
