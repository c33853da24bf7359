/** Calendars as files (RFC 5545): feeds that calendar programs read again and again, and invitations to meetings. */

export type CalendarPerson = { readonly name: string; readonly email: string };

export type CalendarEvent = {
  /** The same for the same event for ever, whatever becomes of it. */
  readonly uid: string;
  /** Counts up with each change of the event: programs keep the highest. */
  readonly sequence: number;
  /** Instants, ISO 8601 in UTC. */
  readonly changedAt: string;
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly status?: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** It takes nobody's time: a freeze, somebody else's window. */
  readonly isFree?: boolean;
  readonly organizer?: CalendarPerson;
  readonly attendees?: readonly CalendarPerson[];
};

export type CalendarFile = {
  readonly name: string;
  /** PUBLISH for a feed, REQUEST to invite, CANCEL to take an invitation back. */
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  readonly events: readonly CalendarEvent[];
};

/** The text of a calendar's file: lines of at most 75 octets, ended by CR LF, all times in UTC. */
export function writeCalendar({ name, method, events }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fettle//Fettle//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(method === 'PUBLISH'
      ? [`X-WR-CALNAME:${text(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT15M', 'X-PUBLISHED-TTL:PT15M']
      : []),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
  const { organizer, attendees = [], description, location, url, status } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${instant(event.changedAt)}`,
    `LAST-MODIFIED:${instant(event.changedAt)}`,
    `DTSTART:${instant(event.from)}`,
    // An end is later than the beginning (RFC 5545, 3.8.2.2); without one the event is a moment.
    ...(instant(event.to) > instant(event.from) ? [`DTEND:${instant(event.to)}`] : []),
    `SUMMARY:${text(event.summary)}`,
    ...(description ? [`DESCRIPTION:${text(description)}`] : []),
    ...(location ? [`LOCATION:${text(location)}`] : []),
    ...(url ? [`URL:${bare(url)}`] : []),
    ...(status ? [`STATUS:${status}`] : []),
    ...(event.isFree ? ['TRANSP:TRANSPARENT'] : []),
    ...(organizer ? [`ORGANIZER;CN=${quoted(organizer.name)}:${mailto(organizer)}`] : []),
    ...attendees.map(
      (person) =>
        `ATTENDEE;CN=${quoted(person.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:${mailto(person)}`,
    ),
    'END:VEVENT',
  ];
}

/** 2026-11-29T22:00:00.000Z as 20261129T220000Z. */
const instant = (iso: string): string => `${new Date(iso).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const text = (value: string): string =>
  value
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');

/** What a parameter may hold within quotes, which are the one thing that it cannot. */
const quoted = (value: string): string => `"${value.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').replaceAll('"', "'")}"`;
const bare = (value: string): string => value.replace(/[\p{Cc}\s]/gu, '');
const mailto = ({ email }: CalendarPerson): string => `mailto:${bare(email)}`;

const MOST_OCTETS = 75;
const octetsOf = (character: string): number => new TextEncoder().encode(character).length;

/** A long line goes on in the next after a blank; no character is cut. */
function folded(line: string): string {
  let [out, octets] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
