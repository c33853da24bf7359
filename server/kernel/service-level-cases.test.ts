import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar.ts';
import { ALWAYS_OPEN, weekdays } from './calendar.ts';
import { clockLedger, consumedAt } from './clock.ts';
import { Telling, type Told } from './service-level/tell.ts';

const office: Calendar = {
  ...ALWAYS_OPEN,
  name: 'Office',
  timeZone: 'Europe/London',
  alwaysOpen: false,
  hours: weekdays('09:00', '17:00'),
};
const noon = '2026-03-09T12:00';
/** State and minutes used of a target at noon. */
function atNoon(telling: Telling, target: string): [string, number] | undefined {
  const told = telling.clock(target, noon);
  return told && [told.clock.state, consumedAt(told.clock, `${noon}:00Z`, () => ALWAYS_OPEN) / 60];
}
const ticket = (promise: Told, options = {}) => new Telling(promise, options).created('2026-03-09T08:00');

describe('a pause from Friday 17:00 to Monday 09:00 under office hours', () => {
  it('credits 0 business minutes', () => {
    const told = new Telling({ minutes: { resolution: 240 } }, { calendar: office })
      .created('2026-03-06T16:00')
      .changed('2026-03-06T17:00', { status: 'on_hold', hold: 'client' })
      .changed('2026-03-09T09:00', { status: 'in_progress' })
      .clock('resolution', '2026-03-09T09:00');
    const { intervals } = clockLedger(told?.history ?? [], () => office, '2026-03-09T09:00:00Z');
    expect(intervals.filter(({ kind }) => kind === 'paused').map(({ seconds }) => seconds)).toEqual([0]);
    expect(told?.clock).toMatchObject({ consumedSeconds: 3600, dueAt: '2026-03-09T12:00:00.000Z' });
  });
});

describe('a hold by hand', () => {
  it('lasts until somebody releases it, also where the ticket was over in between', () => {
    const telling = ticket({ minutes: { resolution: 600 } })
      .held('2026-03-09T09:00', 'resolution', 'parts ordered')
      .changed('2026-03-09T10:00', { status: 'resolved' })
      .changed('2026-03-09T11:00', { status: 'in_progress' });
    expect(atNoon(telling, 'resolution')).toEqual(['paused', 60]);
    expect(telling.clock('resolution', noon)).toMatchObject({ held: 'parts ordered', clock: { pauseReason: 'held' } });
  });
});

describe('what a stretch is told to wait for', () => {
  const told = (telling: Telling) => {
    const { intervals } = clockLedger(
      telling.clock('resolution', noon)?.history ?? [],
      () => ALWAYS_OPEN,
      `${noon}:00Z`,
    );
    return intervals.map(({ kind, causes, since }) => [
      kind,
      ...causes.map(({ why, by }) => `${why} (${by})`),
      ...(since ? [`from here: ${since.why}`] : []),
    ]);
  };
  const minutes = { resolution: 600 };

  it('names a hold by hand first and whatever else it waits for, also after the status and the priority change', () => {
    const telling = ticket({ minutes })
      .held('2026-03-09T09:00', 'resolution', 'parts ordered')
      .changed('2026-03-09T09:10', { status: 'in_progress' })
      .changed('2026-03-09T09:20', { status: 'on_hold', hold: 'vendor' })
      .changed('2026-03-09T09:30', { priority: 1, promise: { minutes: { resolution: 300 } } })
      .changed('2026-03-09T09:40', { status: 'in_progress' });
    const hold = 'held: parts ordered (Bea)';
    expect(told(telling)).toEqual([
      ['ran', 'created (Ada)'],
      ['paused', hold],
      ['paused', hold, 'from here: in_progress'],
      ['paused', hold, 'waits for vendor (Ada)', 'from here: on_hold'],
      ['paused', hold, 'waits for vendor (Ada)', 'from here: priority P3 → P1'],
      ['paused', hold, 'from here: in_progress'],
    ]);
  });

  it('names what it waited for already when somebody held it', () => {
    const telling = ticket({ minutes })
      .changed('2026-03-09T09:00', { status: 'on_hold', hold: 'client' })
      .held('2026-03-09T09:30', 'resolution', 'agreed');
    expect(told(telling).at(-1)).toEqual(['paused', 'held: agreed (Bea)', 'waits for client (Ada)']);
  });

  it('stays what it was where only the target changes', () => {
    const telling = ticket({ minutes })
      .changed('2026-03-09T09:00', { status: 'in_progress' })
      .changed('2026-03-09T09:10', { priority: 2, promise: { minutes: { resolution: 400 } } })
      .changed('2026-03-09T09:20', { status: 'on_hold', hold: 'vendor' })
      .changed('2026-03-09T09:30', { priority: 1, promise: { minutes } });
    expect(told(telling).slice(1)).toEqual([
      ['ran', 'in_progress (Ada)'],
      ['ran', 'in_progress (Ada)', 'from here: priority P3 → P2'],
      ['paused', 'waits for vendor (Ada)'],
      ['paused', 'waits for vendor (Ada)', 'from here: priority P2 → P1'],
    ]);
  });

  it('is the condition of a policy where that pauses it', () => {
    const rules = { resolution: { pause: '"vip" in ticket.tags' } };
    const telling = ticket({ minutes, rules }).changed('2026-03-09T09:00', { tags: ['vip'] });
    expect(told(telling).at(-1)).toEqual(['paused', 'a condition of the policy pauses it (new) (Ada)']);
  });
});

describe('what is promised again after it was not', () => {
  it('counts on, with what was used before', () => {
    const promised = { minutes: { resolution: 600, 'ola:a': 600, next_update: 600, vendor: 600, first_response: 600 } };
    const told = ticket(promised)
      .changed('2026-03-09T09:00', { promise: { minutes: {} }, team: 'a' })
      .changed('2026-03-09T10:00', { promise: promised });
    expect(atNoon(told, 'resolution')).toEqual(['running', 180]);
    expect(atNoon(told, 'first_response')).toEqual(['running', 180]);
  });

  it('stays over where its end has come meanwhile', () => {
    const promised = { minutes: { first_response: 600 } };
    const told = ticket(promised)
      .changed('2026-03-09T09:00', { promise: { minutes: {} } })
      .changed('2026-03-09T09:30', { replied: true })
      .changed('2026-03-09T10:00', { promise: promised });
    expect(atNoon(told, 'first_response')).toEqual(['cancelled', 60]);
  });
});

describe("a vendor's clock", () => {
  const told = () =>
    ticket({ minutes: { vendor: 600 } })
      .changed('2026-03-09T09:00', { status: 'on_hold', hold: 'vendor' })
      .changed('2026-03-09T10:00', { status: 'in_progress' });

  it('has the target that holds when its next round begins', () => {
    const again = told().changed('2026-03-09T11:00', {
      status: 'on_hold',
      hold: 'vendor',
      promise: { minutes: { vendor: 30 } },
    });
    expect(atNoon(again, 'vendor')).toEqual(['breached', 60]);
    expect(again.clock('vendor', noon)?.clock).toMatchObject({ dueAt: '2026-03-09T11:30:00.000Z' });
  });

  it('goes on where its end is undone', () => {
    const back = told().changed('2026-03-09T11:00', { status: 'on_hold', hold: 'vendor', undone: true });
    expect(atNoon(back, 'vendor')).toEqual(['running', 120]);
  });

  it('goes on in the next wait where a rule of its own begins its rounds', () => {
    const rules = { vendor: { reset: '"vip" in ticket.tags' } };
    const again = ticket({ minutes: { vendor: 600 }, rules })
      .changed('2026-03-09T09:00', { status: 'on_hold', hold: 'vendor' })
      .changed('2026-03-09T10:00', { status: 'in_progress' })
      .changed('2026-03-09T11:00', { status: 'on_hold', hold: 'vendor' });
    expect(atNoon(again, 'vendor')).toEqual(['running', 120]);
  });

  it('waits at once where its own rule says so when the next round begins', () => {
    const rules = { vendor: { pause: '"vip" in ticket.tags' } };
    const again = ticket({ minutes: { vendor: 600 }, rules })
      .changed('2026-03-09T09:00', { status: 'on_hold', hold: 'vendor' })
      .changed('2026-03-09T10:00', { status: 'in_progress', tags: ['vip'] })
      .changed('2026-03-09T11:00', { status: 'on_hold', hold: 'vendor' });
    expect(atNoon(again, 'vendor')).toEqual(['paused', 0]);
  });

  it('only waits while another has the ticket, where a rule of its own ends it', () => {
    const rules = { vendor: { stop: '"vip" in ticket.tags' } };
    const back = ticket({ minutes: { vendor: 600 }, rules })
      .changed('2026-03-09T09:00', { status: 'on_hold', hold: 'vendor' })
      .changed('2026-03-09T10:00', { status: 'in_progress' });
    expect(atNoon(back, 'vendor')).toEqual(['paused', 60]);
  });
});

describe('a rule of its own', () => {
  it('that ends a clock does so too where it holds already when it is published', () => {
    const told = ticket({ minutes: { resolution: 600 } })
      .changed('2026-03-09T09:00', { tags: ['vip'] })
      .changed('2026-03-09T10:00', {
        promise: { minutes: { resolution: 600 }, rules: { resolution: { stop: '"vip" in ticket.tags' } } },
      });
    expect(atNoon(told, 'resolution')).toEqual(['met', 120]);
  });

  it('that never came true does not keep a reopened ticket from counting', () => {
    const rules = { resolution: { stop: '"vip" in ticket.tags' } };
    const told = ticket({ minutes: { resolution: 600 }, rules })
      .changed('2026-03-09T09:00', { status: 'resolved', note: 'Mended.' })
      .changed('2026-03-09T10:00', { status: 'reopened' });
    expect(atNoon(told, 'resolution')).toEqual(['running', 180]);
  });

  it('that cancels a clock still does when the ticket is reopened', () => {
    const rules = { resolution: { cancel: '"vip" in ticket.tags' } };
    const told = ticket({ minutes: { resolution: 600 }, rules })
      .changed('2026-03-09T09:00', { tags: ['vip'] })
      .changed('2026-03-09T10:00', { status: 'resolved', note: 'Mended.' })
      .changed('2026-03-09T11:00', { status: 'reopened' });
    expect(atNoon(told, 'resolution')).toEqual(['cancelled', 60]);
  });

  it('does not begin a first response that was given', () => {
    const rules = { first_response: { start: 'ticket.status == "in_progress"' } };
    const told = ticket({ minutes: { first_response: 60 }, rules })
      .changed('2026-03-09T09:00', { replied: true })
      .changed('2026-03-09T10:00', { status: 'in_progress' });
    expect(atNoon(told, 'first_response')).toBeUndefined();
  });
});

describe('a first response', () => {
  it('that was missed is still owed when the ticket was resolved without a word and is reopened', () => {
    const told = ticket({ minutes: { first_response: 30 } })
      .changed('2026-03-09T09:00', { status: 'resolved' })
      .changed('2026-03-09T11:00', { status: 'reopened' });
    expect(atNoon(told, 'first_response')).toEqual(['breached', 120]);
  });

  it('nobody asked for is not owed to anybody once somebody works on the ticket', () => {
    const restored = ticket({ minutes: { first_response: 30 } }, { asked: false })
      .changed('2026-03-09T08:10', { status: 'cancelled' })
      .changed('2026-03-09T09:00', { status: 'in_progress' });
    expect(atNoon(restored, 'first_response')).toEqual(['cancelled', 10]);
    const undone = ticket({ minutes: { first_response: 30 } }, { asked: false })
      .changed('2026-03-09T08:10', { status: 'in_progress' })
      .changed('2026-03-09T08:20', { status: 'resolved' })
      .changed('2026-03-09T08:25', { status: 'in_progress', undone: true });
    expect(atNoon(undone, 'first_response')).toEqual(['met', 10]);
  });
});

describe('the next update', () => {
  it('is owed from the answer that reopens a ticket', () => {
    const told = ticket({ minutes: { next_update: 90 } })
      .changed('2026-03-09T09:00', { replied: true })
      .changed('2026-03-09T10:00', { status: 'resolved' })
      .changed('2026-03-09T11:30', { status: 'reopened', replied: true });
    expect(atNoon(told, 'next_update')).toEqual(['running', 30]);
  });
});
