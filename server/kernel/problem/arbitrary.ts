import fc from 'fast-check';
import type { Day, Incident, Item, RepeatedAlert, Verdict } from './types.ts';

export const TODAY: Day = 20_000;

/** Incidents of two clients over a quarter, in so few kinds that many belong together. */
export const incidents: fc.Arbitrary<Incident[]> = fc
  .array(
    fc.record({
      clientId: fc.constantFrom('acme', 'birch'),
      day: fc.integer({ min: TODAY - 80, max: TODAY + 3 }),
      categoryId: fc.constantFrom('mail', 'print', null),
      serviceId: fc.constantFrom('exchange', null),
      itemId: fc.constantFrom('srv', 'printer', null, null),
      person: fc.constantFrom('ann', 'bob', null),
      words: fc.subarray(['mail', 'slow', 'printer', 'jam', 'down']),
      minutes: fc.nat({ max: 60 }),
      inProblem: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 90 },
  )
  .map((all) => all.map((one, index) => ({ ...one, id: String(index).padStart(3, '0') })));

export const alerts: fc.Arbitrary<RepeatedAlert[]> = fc
  .array(
    fc.record({
      clientId: fc.constantFrom('acme', 'birch'),
      itemId: fc.constantFrom('srv', null),
      title: fc.constant('Disk is full'),
      days: fc.array(fc.integer({ min: TODAY - 40, max: TODAY }), { maxLength: 12 }),
    }),
    { maxLength: 4 },
  )
  .map((all) => all.map((one, index) => ({ ...one, id: `alert-${index}` })));

export const items: fc.Arbitrary<Item[]> = fc
  .array(
    fc.record({
      clientId: fc.constantFrom('acme', 'birch'),
      words: fc.subarray(['fortinet', 'fortigate', 'windows', 'server']),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((one, index) => ({ ...one, id: `item-${index}` })));

/** A decision about something that may be there, or not. */
export const verdicts: fc.Arbitrary<Verdict[]> = fc.array(
  fc.record({
    clientId: fc.constantFrom('acme', 'birch'),
    axis: fc.constantFrom('item', 'about', 'words', 'trend', 'alert', 'advisory'),
    group: fc.constantFrom('item srv', 'item printer', 'about mail exchange', 'about print -', 'words jam printer'),
    words: fc.constantFrom([], ['jam', 'printer']),
    said: fc.constantFrom('accepted', 'rejected'),
    day: fc.integer({ min: TODAY - 30, max: TODAY }),
    counted: fc.nat({ max: 9 }),
    endedOn: fc.option(fc.integer({ min: TODAY - 20, max: TODAY })),
  }),
  { maxLength: 8 },
) as fc.Arbitrary<Verdict[]>;
