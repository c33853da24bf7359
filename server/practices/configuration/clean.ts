import { createHash } from 'node:crypto';
import { isDay } from '#kernel/day.ts';
import type { Identifier } from '#kernel/estate/identifiers.ts';
import { isInstant } from '#kernel/instant.ts';
import { visible } from '#kernel/visible.ts';
import { ONE_LINE } from '#shared/http.ts';
import { inOneNotation } from './notation.ts';
import type { DeviceReading, ReadingValue, SoftwareReading } from './reading.ts';

/** What one reading may hold; what is more is cut, since one odd device must not stop the others. */
const MOST = {
  name: 200,
  id: 200,
  text: 2_000,
  attributes: 200,
  identifiers: 100,
  software: 5_000,
  records: 500,
  fields: 60,
};

/** A reading as it is kept: cut to its measure, without characters that hide or turn text, with its digest. */
export type CleanReading = Omit<DeviceReading, 'software' | 'sections' | 'identifiers' | 'attributes' | 'brief'> & {
  readonly identifiers: readonly Identifier[];
  readonly attributes: Readonly<Record<string, ReadingValue>>;
  readonly software: readonly SoftwareReading[] | null;
  readonly sections: Readonly<Record<string, readonly Readonly<Record<string, ReadingValue>>[]>>;
  /** Of all that it says, but for when the device was seen and whether it is on. */
  readonly digest: string;
  /** The digest of the same without software and lists of parts, where the source tells it. */
  readonly briefDigest: string | null;
};

/** Control characters and line separators; what else is not seen, `visible` takes out. */
const UNSEEN = /[\p{Cc}\u2028\u2029]/gu;
const LINE = new RegExp(ONE_LINE, 'u');
const KEY = /^[a-z][A-Za-z0-9_]{0,39}$/;

const cut = (text: string, most: number) => {
  const plain = visible(text.replace(/[\t\n\r]+/g, ' ').replace(UNSEEN, '')).trim();
  return [...plain].length > most ? [...plain].slice(0, most).join('') : plain;
};

/** A name that may stand in a list, or what stands in for it. */
export function cleanName(name: string, instead: string): string {
  const line = cut(name, MOST.name);
  return LINE.test(line) ? line : instead;
}

function cleanValue(value: unknown): ReadingValue {
  if (typeof value === 'string') return cut(value.toWellFormed(), MOST.text);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'boolean' ? value : null;
}

/** Empty texts were not said. `nulls`: that there is none was, and is kept. */
function cleanRecord(
  given: Readonly<Record<string, unknown>>,
  most: number,
  { nulls = false }: { nulls?: boolean } = {},
): Record<string, ReadingValue> {
  const kept = Object.keys(given)
    .filter((key) => KEY.test(key))
    .sort()
    .slice(0, most)
    .map((key) => [key, inOneNotation(key, cleanValue(given[key]))] as const)
    .filter(([key, value]) => value !== '' && (value !== null || (nulls && given[key] === null)));
  return Object.fromEntries(kept);
}

/** Whether a reading lists parts or software as well, which not every reading of a device asks for. */
export const isWhole = (reading: Pick<CleanReading, 'software' | 'sections'>): boolean =>
  reading.software !== null || Object.keys(reading.sections).length > 0;

/** Cuts a reading to its measure. Null where it has no id by which it could be known again. */
export function cleanReading(given: DeviceReading): CleanReading | null {
  const externalId = cut(given.externalId, MOST.id);
  if (externalId === '') return null;
  const clean = cleanContent(given, externalId);
  return {
    ...clean,
    online: given.online ?? null,
    lastSeenAt: isInstant(given.lastSeenAt) ? given.lastSeenAt : null,
    digest: digestOf(clean),
    briefDigest: given.brief && isWhole(clean) ? digestOf(cleanContent(given.brief, externalId)) : null,
  };
}

/** All that a reading says, but for when the device was seen and whether it is on. */
const cleanContent = (given: DeviceReading, externalId: string) => ({
  externalId,
  name: cleanName(given.name, cleanName(externalId, 'Unnamed device')),
  classKey: given.classKey,
  identifiers: given.identifiers
    .slice(0, MOST.identifiers)
    .map(({ kind, value }) => ({ kind, value: cut(value.toWellFormed(), MOST.name) })),
  attributes: cleanRecord(given.attributes, MOST.attributes, { nulls: true }),
  user: given.user === undefined || given.user === null ? null : cut(given.user, MOST.name),
  inMaintenance: given.inMaintenance ?? false,
  openUrl: cleanUrl(given.openUrl),
  remoteUrl: cleanUrl(given.remoteUrl),
  software: given.software ? cleanSoftware(given.software) : null,
  sections: Object.fromEntries(
    Object.entries(given.sections ?? {})
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([section, records]) => [
        section,
        (records ?? []).slice(0, MOST.records).map((record) => cleanRecord(record, MOST.fields)),
      ]),
  ),
});

function digestOf(clean: ReturnType<typeof cleanContent>): string {
  const hash = createHash('sha256').update(JSON.stringify(clean)).digest('base64url');
  return `${isWhole(clean) ? 'whole ' : ''}${hash}`;
}

/** An address that a person may follow: web addresses alone. Vendors hand out schemes of their own for remote control; those stay out. */
function cleanUrl(given: string | null | undefined): string | null {
  if (!given || given.length > 2_000 || !URL.canParse(given)) return null;
  const { protocol, username, password } = new URL(given);
  return (protocol === 'https:' || protocol === 'http:') && !username && !password ? given : null;
}

function cleanSoftware(given: readonly SoftwareReading[]): SoftwareReading[] {
  const listed = new Map<string, SoftwareReading>();
  for (const one of given) {
    const name = cut(one.name, MOST.name);
    if (name === '') continue;
    const version = cut(one.version, MOST.name);
    const installedOn = one.installedOn && isDay(one.installedOn) ? one.installedOn : null;
    listed.set(`${name}\n${version}`, { name, version, publisher: cut(one.publisher, MOST.name), installedOn });
    if (listed.size >= MOST.software) break;
  }
  return [...listed.values()].sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}
