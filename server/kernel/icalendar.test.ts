import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { runs } from '#tests/runs.ts';
import { type CalendarEvent, writeCalendar } from './icalendar.ts';

const event: CalendarEvent = {
  ...{ uid: 'change-1@fettle', sequence: 3, changedAt: '2026-11-29T22:00:00.000Z' },
  ...{ from: '2026-12-05T09:00:00.000Z', to: '2026-12-05T10:30:00.000Z', summary: 'Patch, then restart; “mx1”' },
};
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as object[]);

test('a feed is what another program reads as the same', () => {
  const full = { description: 'One\r\ntwo\\n', location: 'Room 4', url: 'https://desk.example/tickets/A-1' };
  const calendar = read(writeCalendar({ name: 'Acme; changes', method: 'PUBLISH', events: [{ ...event, ...full }] }));
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Acme\\; changes');
  const [found] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(found).toMatchObject({ uid: event.uid, sequence: 3, summary: event.summary, location: 'Room 4' });
  expect(found?.description).toBe('One\ntwo\\n');
  expect(found?.startDate.toJSDate().toISOString()).toBe(event.from);
  expect(found?.endDate.toJSDate().toISOString()).toBe(event.to);
  expect(found?.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
});

test('an event of no length has a beginning alone, since an end has to be later', () => {
  const calendar = read(writeCalendar({ name: '', method: 'PUBLISH', events: [{ ...event, to: event.from }] }));
  const found = calendar.getFirstSubcomponent('vevent');
  expect(found?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-12-05T09:00:00Z');
  expect(found?.getFirstProperty('dtend')).toBeNull();
});

test('an invitation names who invites whom, and is taken back under the same name', () => {
  const people = {
    organizer: { name: 'Desk "A"', email: 'desk@harbour.example' },
    attendees: [{ name: 'Ann, the; owner', email: 'ann@harbour.example' }],
  };
  const invited = read(writeCalendar({ name: '', method: 'REQUEST', events: [{ ...event, ...people }] }));
  const [asked] = invited.getAllSubcomponents('vevent');
  expect(asked?.getFirstProperty('organizer')?.getParameter('cn')).toBe("Desk 'A'");
  expect(asked?.getFirstProperty('attendee')?.getParameter('cn')).toBe('Ann, the; owner');
  expect(asked?.getFirstPropertyValue('attendee')).toBe('mailto:ann@harbour.example');
  const gone = { ...event, ...people, sequence: 4, status: 'CANCELLED' as const };
  const back = read(writeCalendar({ name: '', method: 'CANCEL', events: [gone] }));
  expect(back.getFirstSubcomponent('vevent')?.getFirstPropertyValue('status')).toBe('CANCELLED');
});

test('whatever a title holds, lines stay short, no character is cut, and nothing becomes a line of its own', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('x\r\nEND:VEVENT\r\nATTENDEE:mailto:a@b.example', '日本語の長い題名'.repeat(30), '"\\;,:\n\t'),
  );
  fc.assert(
    fc.property(words, words, (summary, name) => {
      const person = { name, email: 'a@b.example' };
      const text = writeCalendar({
        ...{ name: 'x', method: 'REQUEST' },
        events: [{ ...event, summary, organizer: person, attendees: [person] }],
      });
      const lines = text.split('\r\n');
      for (const line of lines) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
        expect(line).not.toContain('\ufffd'.repeat(2));
      }
      const found = read(text).getAllSubcomponents('vevent');
      expect(found).toHaveLength(1);
      expect(found[0]?.getAllProperties('attendee')).toHaveLength(1);
      const plain = summary.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
      if (plain.isWellFormed()) expect(new ICAL.Event(found[0]).summary ?? '').toBe(plain);
    }),
    { numRuns: runs(500) },
  );
});
