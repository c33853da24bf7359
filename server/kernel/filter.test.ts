import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketFilter } from '#shared/ticket-filter.ts';
import { TicketFilterQuery } from '#shared/ticket-filter.ts';
import { PRIORITIES, SOURCES, TICKET_KINDS } from '#shared/vocabulary.ts';
import {
  describeTicketFilter,
  dueUntil,
  FILTER_FIELDS,
  parseTicketFilter,
  sameTicketFilter,
  serialiseTicketFilter,
} from './filter.ts';

const ACME = '0198f6c2-0000-7000-8000-000000000001';
const BIRCH = '0198f6c2-0000-7000-8000-000000000002';
const names: Record<string, string> = { [ACME]: 'Acme', [BIRCH]: 'Birch', on_hold: 'On Hold', asset: 'Asset tag' };
const nameOf = (_: string, value: string) => names[value];

const some = <T>(value: fc.Arbitrary<T>) => fc.uniqueArray(value, { minLength: 1, maxLength: 5 });
const iso = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const filters = fc.record(
  {
    status: some(fc.constantFrom('open', 'new', 'on_hold')),
    holdReason: some(fc.constantFrom('client' as const, 'vendor' as const)),
    kind: some(fc.constantFrom(...TICKET_KINDS)),
    assigneeId: some(fc.constantFrom('me', 'none', ACME)),
    teamId: some(fc.constantFrom('mine', 'none', BIRCH)),
    clientId: some(fc.constantFrom(ACME, BIRCH)),
    priority: some(fc.constantFrom(...PRIORITIES)),
    source: some(fc.constantFrom(...SOURCES)),
    tag: some(fc.constantFrom('vpn', 'Zweite Ebene', 'ü&=+%')),
    custom: some(fc.constantFrom('asset:12:34', 'site:&b=c')),
    parentId: fc.constant(ACME),
    due: fc.constantFrom('overdue' as const, 'none' as const),
    watching: fc.boolean(),
    unread: fc.boolean(),
    vip: fc.boolean(),
    createdAfter: iso,
    updatedBefore: iso,
    resolvedAfter: iso,
    q: fc.string({ minLength: 1, maxLength: 200 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<TicketFilter>;

describe('the ticket filter', () => {
  it('comes back from its address as it was, whatever the order', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const text = serialiseTicketFilter(filter).toString();
        const { filter: back, errors } = parseTicketFilter(new URLSearchParams(text));
        expect(errors).toEqual([]);
        expect(serialiseTicketFilter(back).toString()).toBe(text);
        const turned = Object.fromEntries(
          Object.entries(filter)
            .reverse()
            .map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
        ) as TicketFilter;
        expect(sameTicketFilter(turned, back)).toBe(true);
        expect(describeTicketFilter(filter, nameOf)).not.toMatch(/undefined|null/);
      }),
    );
  });

  it('has exactly the fields that the API takes', () => {
    const paging = ['limit', 'cursor', 'sort'];
    const fields = Object.keys(TicketFilterQuery.properties).filter((name) => !paging.includes(name));
    expect(Object.keys(FILTER_FIELDS).sort()).toEqual(fields.sort());
  });

  it('never throws on strange parameters, and names what it left out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...Object.keys(FILTER_FIELDS)), fc.string()), { maxLength: 30 }),
        (pairs) => {
          const { filter } = parseTicketFilter(new URLSearchParams(pairs));
          expect(parseTicketFilter(serialiseTicketFilter(filter)).errors).toEqual([]);
        },
      ),
    );
    const { filter, errors } = parseTicketFilter(
      new URLSearchParams('priority=9&priority=1&due=never&limit=3&clientId=x&unread=yes'),
    );
    expect(filter).toEqual({ priority: [1] });
    expect(errors.map(({ path }) => path)).toEqual(['clientId', 'priority', 'due', 'unread']);
    const many = new URLSearchParams(Array.from({ length: 21 }, (_, i) => ['tag', `t${i}`]));
    expect(parseTicketFilter(many).errors).toEqual([{ path: 'tag', message: 'takes at most 20' }]);
  });

  it('reads as a sentence', () => {
    const say = (filter: TicketFilter) => describeTicketFilter(filter, nameOf);
    expect(say({})).toBe('all tickets');
    expect(say({ status: ['open'], assigneeId: ['me', 'none'], clientId: [ACME, BIRCH], due: 'today' })).toBe(
      'open · assigned to me or nobody · Acme or Birch · due today',
    );
    expect(say({ status: ['on_hold', 'in_progress'], kind: ['incident', 'request', 'task'], priority: [2, 1] })).toBe(
      'On Hold or in progress · incidents, requests or tasks · P1 or P2',
    );
    expect(
      say({
        teamId: ['mine', 'none'],
        custom: ['asset:A:1'],
        unread: true,
        q: 'vpn',
        createdAfter: '2026-03-01T00:00:00Z',
      }),
    ).toBe('in my teams or no team · Asset tag is A:1 · unread · created since 1 Mar 2026 · matching “vpn”');
  });

  it('says a day as the reader’s calendar has it', () => {
    const inSydney = (field: string, value: string) => (field === 'resolvedBefore' ? `the day of ${value}` : undefined);
    expect(describeTicketFilter({ vip: true, resolvedBefore: '2026-03-01T13:00:00Z' }, inSydney)).toBe(
      'for VIPs · resolved before the day of 2026-03-01T13:00:00Z',
    );
  });

  it('ends the day where the reader is, over a clock change too', () => {
    const until = (due: 'hour' | 'today' | 'week', zone: string) => dueUntil(due, '2026-03-28T10:30:00Z', zone);
    expect(until('hour', 'UTC')).toBe('2026-03-28T11:30:00.000Z');
    expect(until('today', 'Australia/Sydney')).toBe('2026-03-28T13:00:00.000Z');
    expect(until('today', 'America/New_York')).toBe('2026-03-29T04:00:00.000Z');
    expect(until('week', 'Europe/London')).toBe('2026-03-29T23:00:00.000Z');
  });
});
