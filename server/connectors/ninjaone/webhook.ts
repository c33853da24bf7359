import {
  idOf,
  instantOfSeconds,
  type Loose,
  looseOf,
  ProviderFault,
  type Received,
  textOf,
} from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { wordsOf } from './alert.ts';
import type { Connection } from './connection.ts';

/** What Fettle hears of; every status is listed, since NinjaOne may not know a sign for all. */
const STATUSES = ['TRIGGERED', 'RESET', 'ACKNOWLEDGED'] as const;

const STATES: Readonly<Record<string, AlertReading['state']>> = {
  TRIGGERED: 'raised',
  ACKNOWLEDGED: 'updated',
  RESET: 'resolved',
};

/** Makes NinjaOne call `url`. It has one webhook for each API app: what was set before is replaced. */
export async function subscribeTo(connection: Connection, url: string, secret: string): Promise<void> {
  try {
    await connection.json({
      method: 'PUT',
      path: '/v2/webhook',
      isRepeatable: true,
      json: {
        url,
        activities: { CONDITION: STATUSES },
        expand: ['device', 'organization'],
        headers: [{ name: 'X-Fettle-Secret', value: secret }],
      },
    });
  } catch (error) {
    if (!(error instanceof ProviderFault) || error.kind !== 'forbidden') throw error;
    throw new ProviderFault(
      'forbidden',
      'NinjaOne does not let the app set a webhook: it needs the scope management, an app made by a system administrator, and no other PSA connected to the account.',
    );
  }
}

/**
 * Reads a call of NinjaOne: an activity. Those of conditions are alerts, known by the series that a condition's raise and reset have in
 * common; others say nothing. Throws `malformed` for what is no activity.
 */
export function receive(body: Buffer, _headers: object, _values: object, at: string): Received {
  const activity = looseOf(jsonIn(body));
  if (textOf(activity['activityType']) === null || textOf(activity['statusCode']) === null)
    throw new ProviderFault('malformed', 'The call is no activity of NinjaOne.');
  if (textOf(activity['activityType']) !== 'CONDITION') return { alerts: [], look: [] };
  const reading = alertOf(activity, at);
  return { alerts: reading === null ? [] : [reading], look: [] };
}

/** Null for what changes nothing, and for what belongs to no series. */
function alertOf(activity: Loose, at: string): AlertReading | null {
  const seriesUid = idOf(activity['seriesUid']);
  const status = textOf(activity['statusCode']) ?? '';
  const state = Object.hasOwn(STATES, status) ? STATES[status] : undefined;
  if (seriesUid === null || state === undefined) return null;
  const saidAt = instantOfSeconds(activity['activityTime']) ?? at;
  const words = wordsOf(
    activity,
    () => null,
    () => undefined,
  );
  const user = textOf(looseOf(activity['user'])['name']) ?? textOf(activity['userId']);
  return {
    externalId: seriesUid,
    occurrence: seriesUid,
    state,
    ...words,
    startedAt: saidAt,
    endedAt: state === 'resolved' ? saidAt : null,
    url: null,
    saidAt,
    ...(status === 'ACKNOWLEDGED' ? { acknowledgedBy: user ?? 'NinjaOne' } : {}),
  };
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new ProviderFault('malformed', 'The call is no JSON.');
  }
}
