import fc from 'fast-check';
import type { Heard } from './types.ts';

const MINUTE = 60_000;
const BEGIN = Date.parse('2026-11-02T08:00:00.000Z');
export const at = (minute: number): string => new Date(BEGIN + minute * MINUTE).toISOString();

/**
 * Readings of one alert, as sources send them: every reading of one time names the same start. Some sources name no times, and tell only
 * when it began or ended.
 */
export const readings: fc.Arbitrary<Heard[]> = fc.array(
  fc
    .record({
      id: fc.constantFrom('a', 'b'),
      nth: fc.nat({ max: 4 }),
      named: fc.boolean(),
      state: fc.constantFrom('raised', 'updated', 'resolved'),
      severity: fc.constantFrom(1, 2, 3),
      lasts: fc.option(fc.nat({ max: 30 })),
      said: fc.option(fc.nat({ max: 3 })),
      words: fc.constantFrom('full', 'fuller'),
    })
    .map(({ id, nth, named, state, severity, lasts, said, words }): Heard => {
      // A source either names every time of an id or none.
      const tells = id === 'a' || named;
      const start = nth * 10;
      return {
        externalId: id,
        occurrence: tells ? `no ${nth}` : '',
        state: state as Heard['state'],
        severity: severity as Heard['severity'],
        kind: 'exception',
        condition: 'disk C:',
        title: 'Disk',
        text: words,
        url: null,
        acknowledgedBy: null,
        startedAt: at(start),
        endedAt: state === 'resolved' && lasts !== null ? at(start + lasts) : null,
        saidAt: said === null ? null : at(start + said),
      };
    }),
  { maxLength: 12 },
);
