import type { Device, Heard, Severity } from '#kernel/alert.ts';
import { alertKey } from '#kernel/alert.ts';
import { visible } from '#kernel/visible.ts';
import { oneLine } from '#platform/text/index.ts';
import { ALERT_KINDS } from '#shared/estate-words.ts';
import type { AlertReading } from './reading.ts';

/** A reading as it is kept, and by what its alert is known. */
export type CleanReading = {
  readonly heard: Heard;
  readonly device: Device;
  readonly site: string | null;
  readonly key: string;
};

const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
/** A source's clock may be ahead of ours. */
const AHEAD_MS = 86_400_000;

/** A reading made fit to be kept: texts are text, within their lengths; instants are some; words that nobody knows become the middle. */
export function cleanReading(reading: AlertReading, now: string): CleanReading {
  const condition = line(reading.condition, 300);
  const device = deviceOf(reading.device);
  const site = line(reading.site ?? '', 300) || null;
  const key = alertKey(Object.keys(device).length > 0 ? device : null, site, condition);
  const startedAt = instant(reading.startedAt, now) ?? now;
  const heard: Heard = {
    externalId: line(reading.externalId, 300) || key.slice(0, 300),
    occurrence: line(reading.occurrence, 300),
    state: reading.state,
    severity: (Number.isInteger(reading.severity) ? Math.min(5, Math.max(1, reading.severity)) : 3) as Severity,
    kind: ALERT_KINDS.includes(reading.kind) ? reading.kind : 'exception',
    condition,
    title: line(reading.title, 300) || condition || 'Alert',
    text: clean(reading.text).slice(0, 10_000),
    url: webAddress(reading.url),
    acknowledgedBy: line(reading.acknowledgedBy ?? '', 200) || null,
    startedAt,
    endedAt: reading.state === 'resolved' ? instant(reading.endedAt, now) : null,
    saidAt: instant(reading.saidAt ?? null, now),
  };
  return { heard, device, site, key };
}

function deviceOf(device: AlertReading['device']): Device {
  const [externalId, hostname, ip] = [device?.externalId, device?.hostname, device?.ip].map((one) =>
    line(one ?? '', 255),
  );
  return { ...(externalId ? { externalId } : {}), ...(hostname ? { hostname } : {}), ...(ip ? { ip } : {}) };
}

const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '').trim();

/** One line without marks that control a terminal, turn the direction of what follows, or are not seen. */
const line = (text: string, most: number): string =>
  visible(oneLine(clean(text)))
    .trim()
    .slice(0, most)
    .toWellFormed();

/** Null for what is no instant of our time, such as the year 1 of a source that has none to tell. */
function instant(text: string | null, now: string): string | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  if (Number.isNaN(at) || at < EARLIEST) return null;
  return at > Date.parse(now) + AHEAD_MS ? now : new Date(at).toISOString();
}

function webAddress(text: string | null): string | null {
  const url = text !== null && text.length <= 2_000 ? URL.parse(text) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}
