import { childOf, childrenOf, textOf, type XmlElement } from '#platform/xml/index.ts';
import { instantOf, sinceOf } from '#server/connectors/core/index.ts';
import type { AlertReading } from '#server/practices/monitoring/index.ts';
import { deviceId, KINDS, type Kind } from './kinds.ts';

export type FailingReading = {
  /** Where the dashboard's clock stands. */
  readonly zone: string;
  readonly now: number;
  readonly note: (what: string) => void;
};

/** Where a device stands that something is wrong with. */
type Place = { readonly kind: Kind; readonly number: string; readonly name: string; readonly site: string | null };

const LONGEST_CONDITION = 300;
/** A check of a server is worse than one of a workstation; N-sight itself grades none. */
const SEVERITY_OF_CHECK = { server: 2, workstation: 3 } as const;
const SEVERITY_OF_ABSENCE = { offline: { server: 1, workstation: 4 }, overdue: { server: 2, workstation: 4 } } as const;

/** Reads an answer of `list_failing_checks`: what is wrong with which device, by client and site. */
export function failingIn(answer: XmlElement, reading: FailingReading): AlertReading[] {
  const alerts: AlertReading[] = [];
  for (const place of placesIn(answer)) {
    const { device, ...where } = place;
    for (const check of childrenOf(childOf(device, 'failed_checks') ?? device, 'check')) {
      const alert = checkIn(check, where, reading);
      if (alert) alerts.push(alert);
    }
    for (const absence of ['offline', 'overdue'] as const) {
      const said = childOf(device, absence);
      if (said) alerts.push(absenceIn(said, absence, where, reading));
    }
  }
  return alerts;
}

function* placesIn(answer: XmlElement): Generator<Place & { device: XmlElement }> {
  for (const client of childrenOf(childOf(answer, 'items') ?? answer, 'client'))
    for (const site of childrenOf(client, 'site'))
      for (const kind of KINDS)
        for (const device of childrenOf(childOf(site, `${kind}s`) ?? site, kind)) {
          const number = textOf(device, 'id') ?? textOf(device, `${kind}id`);
          if (number === null) continue;
          const name = textOf(device, 'name') ?? `${kind} ${number}`;
          yield { kind, number, name, site: textOf(site, 'siteid'), device };
        }
}

function checkIn(check: XmlElement, place: Place, reading: FailingReading): AlertReading | null {
  const id = textOf(check, 'checkid');
  if (id === null) {
    reading.note('A failing check without an id');
    return null;
  }
  const condition = textOf(check, 'description') ?? `Check ${id}`;
  return {
    externalId: `check-${id}`,
    ...whenOf(check, reading),
    severity: SEVERITY_OF_CHECK[place.kind],
    kind: 'exception',
    condition: condition.slice(0, LONGEST_CONDITION),
    title: `${place.name}: ${condition}`,
    text: textOf(check, 'formatted_output') ?? '',
    ...whatOf(place),
  };
}

function absenceIn(
  said: XmlElement,
  absence: 'offline' | 'overdue',
  place: Place,
  reading: FailingReading,
): AlertReading {
  return {
    externalId: `${deviceId(place.kind, place.number)}-${absence}`,
    ...whenOf(said, reading),
    severity: SEVERITY_OF_ABSENCE[absence][place.kind],
    kind: absence === 'offline' && place.kind === 'server' ? 'exception' : 'warning',
    condition: absence,
    title: `${place.name}: ${absence}`,
    text: textOf(said, 'description') ?? '',
    ...whatOf(place),
  };
}

const whatOf = (place: Place) => ({
  device: { externalId: deviceId(place.kind, place.number), hostname: place.name },
  site: place.site,
  endedAt: null,
  url: null,
});

/** Since when, by the dashboard's clock. */
function whenOf(element: XmlElement, { zone, now, note }: FailingReading) {
  const since = instantOf(`${textOf(element, 'startdate') ?? ''} ${textOf(element, 'starttime') ?? ''}`, zone);
  if (since === null) note('A failing check that does not say since when');
  return { ...sinceOf(since, now), state: 'raised' as const };
}
