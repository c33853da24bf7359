import { oneLine } from '#platform/text/index.ts';
import { plainAddress } from './addresses.ts';
import type { MailAddress, ReadMail } from './mail.ts';

/** An instant as an invitation names it: wall time, and the name of the zone as text, also one of Windows'. */
export type CalendarTime = { at: string; zone: string | null };

/** An invitation, its change, its cancellation or an answer to it. It is shown and never accepted. */
export type MailCalendar = {
  method: string;
  summary: string;
  start: CalendarTime | null;
  end: CalendarTime | null;
  place: string | null;
  organizer: MailAddress | null;
  /** How it repeats, in words; occurrences are never counted out. */
  repeats: string | null;
  /** All of it in a few lines of plain text. */
  text: string;
};

type Property = { name: string; parameters: ReadonlyMap<string, string>; value: string };

const WORDS: Record<string, string> = {
  REQUEST: 'Invitation',
  CANCEL: 'Cancelled',
  REPLY: 'Answer to an invitation',
  COUNTER: 'Proposal of another time',
  PUBLISH: 'Event',
};
const ANSWERS: Record<string, string> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'accepted provisionally',
};
const FREQUENCIES: Record<string, string> = {
  SECONDLY: 'second',
  MINUTELY: 'minute',
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};

const MOST_LINES = 5_000;

/** The properties of the first event, and the method of the whole. */
function propertiesIn(text: string): { method: string; event: Property[]; events: number } {
  const lines = text.replace(/\n[ \t]/g, '').split('\n', MOST_LINES);
  const event: Property[] = [];
  const within: string[] = [];
  let method = '';
  let events = 0;
  for (const line of lines) {
    const match =
      /^([A-Za-z0-9-]{1,60})((?:;[A-Za-z0-9-]{1,60}=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/.exec(
        line.slice(0, 10_000),
      );
    if (!match) continue;
    const name = (match[1] ?? '').toUpperCase();
    const value = (match[3] ?? '').trim();
    if (name === 'BEGIN') {
      within.push(value.toUpperCase());
      if (value.toUpperCase() === 'VEVENT') events += 1;
    } else if (name === 'END') within.pop();
    else if (name === 'METHOD' && within.length <= 1) method = value.toUpperCase();
    else if (within.at(-1) === 'VEVENT' && events === 1 && event.length < 500) {
      const parameters = new Map<string, string>();
      for (const [, key = '', quoted, plain] of (match[2] ?? '').matchAll(/;([A-Za-z0-9-]+)=(?:"([^"]*)"|([^;]*))/g))
        parameters.set(key.toUpperCase(), quoted ?? plain ?? '');
      event.push({ name, parameters, value });
    }
  }
  return { method, event, events };
}

const textOf = (property: Property | undefined): string =>
  oneLine((property?.value ?? '').replace(/\\n/gi, ' ').replace(/\\([,;\\])/g, '$1')).slice(0, 500);

function timeOf(property: Property | undefined): CalendarTime | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(property?.value ?? '');
  if (!match) return null;
  const [, year, month, day, hour, minute, , utc] = match;
  const zone = utc ? 'UTC' : oneLine(property?.parameters.get('TZID') ?? '').slice(0, 100) || null;
  return { at: `${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:${minute}`}`, zone };
}

function mailboxOf(property: Property | undefined): MailAddress | null {
  const address = plainAddress((property?.value ?? '').replace(/^mailto:/i, ''));
  return address === null ? null : { name: oneLine(property?.parameters.get('CN') ?? '').slice(0, 300), address };
}

function repetitionOf(rule: string | undefined): string | null {
  if (rule === undefined) return null;
  const parts = new Map(
    rule
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=', 2) as [string, string]),
  );
  const unit = FREQUENCIES[parts.get('FREQ') ?? ''];
  if (unit === undefined) return 'It repeats.';
  const interval = /^\d{1,4}$/.test(parts.get('INTERVAL') ?? '') ? Number(parts.get('INTERVAL')) : 1;
  const every = interval > 1 ? `every ${interval} ${unit}s` : `every ${unit}`;
  const until = /^(\d{4})(\d{2})(\d{2})/.exec(parts.get('UNTIL') ?? '');
  const count = /^\d{1,6}$/.test(parts.get('COUNT') ?? '') ? `, ${parts.get('COUNT')} times` : '';
  return `It repeats ${every}${until ? ` until ${until[1]}-${until[2]}-${until[3]}` : count || ', without an end'}.`;
}

const inWords = (time: CalendarTime): string =>
  `${time.at.replace('T', ' ')}${time.zone === null ? '' : ` (${time.zone})`}`;

/** What the invitation in a mail says; null when there is none that can be read. */
export function calendarOf(mail: ReadMail): MailCalendar | null {
  const part = mail.machineParts.find(({ type }) => type === 'text/calendar' || type === 'application/ics');
  if (!part) return null;
  const { method: said, event } = propertiesIn(part.text);
  if (event.length === 0) return null;
  const get = (name: string) => event.find((property) => property.name === name);
  const method = (said || part.parameters.get('method') || 'PUBLISH').toUpperCase().slice(0, 20);
  const summary = textOf(get('SUMMARY'));
  const start = timeOf(get('DTSTART'));
  const end = timeOf(get('DTEND'));
  const place = textOf(get('LOCATION')) || null;
  const organizer = mailboxOf(get('ORGANIZER'));
  const repeats = repetitionOf(get('RRULE')?.value);
  const answer = method === 'REPLY' ? get('ATTENDEE') : undefined;
  const who = mailboxOf(answer);
  const answered = ANSWERS[answer?.parameters.get('PARTSTAT')?.toUpperCase() ?? ''];
  const text = [
    `${WORDS[method] ?? 'Event'}: ${summary || 'without a title'}`,
    start === null ? null : `${inWords(start)}${end === null ? '' : ` to ${inWords(end)}`}`,
    place === null ? null : `Place: ${place}`,
    organizer === null ? null : `Organizer: ${`${organizer.name} <${organizer.address}>`.trim()}`,
    who && answered ? `${who.name || who.address} has ${answered}.` : null,
    repeats,
  ]
    .filter((line) => line !== null)
    .join('\n');
  return { method, summary, start, end, place, organizer, repeats, text };
}
