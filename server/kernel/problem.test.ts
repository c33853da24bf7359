import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alerts, incidents, items, TODAY, verdicts } from './problem/arbitrary.ts';
import { baselineOf } from './problem/trend.ts';
import { BARS, detectProblems, evidenceWords, type Incident, type Proposal, type Verdict } from './problem.ts';

const ADVISORIES = [{ id: 'fg-1', title: 'FortiGate: update to 7.4.9', words: ['fortinet', 'fortigate'] }];
let count = 0;
const incident = (back: number, more: Partial<Incident> = {}): Incident => ({
  clientId: 'acme',
  id: `i${String(count++).padStart(4, '0')}`,
  day: TODAY - back,
  categoryId: null,
  serviceId: null,
  itemId: null,
  person: null,
  words: [],
  minutes: 0,
  inProblem: false,
  ...more,
});
const days = (backs: readonly number[], more: Partial<Incident> = {}) => backs.map((back) => incident(back, more));
const groups = (proposals: readonly Proposal[]) => proposals.map(({ group, counted }) => [group, counted]);
const rejected = (proposal: Proposal, day: number): Verdict => ({
  clientId: proposal.clientId,
  axis: proposal.axis,
  group: proposal.group,
  words: proposal.subject.words,
  said: 'rejected',
  day,
  counted: proposal.counted,
  endedOn: null,
});

describe('what is proposed', () => {
  const everything = fc.record({ incidents, alerts, items, verdicts });

  it('is the same in whatever order things are seen', () => {
    fc.assert(
      fc.property(everything, fc.infiniteStream(fc.nat()), (seen, randoms) => {
        const shuffled = <T>(all: readonly T[]): T[] =>
          all
            .map((one) => ({ one, at: randoms.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
        const again = {
          incidents: shuffled(seen.incidents),
          alerts: shuffled(seen.alerts),
          items: shuffled(seen.items),
          verdicts: shuffled(seen.verdicts),
          advisories: ADVISORIES,
        };
        expect(detectProblems(again, TODAY)).toEqual(detectProblems({ ...seen, advisories: ADVISORIES }, TODAY));
      }),
    );
  });

  it('has its evidence: enough of its own client’s, on enough days, within the window, in no problem yet, and for one proposal alone', () => {
    fc.assert(
      fc.property(everything, (seen) => {
        const proposals = detectProblems({ ...seen, advisories: ADVISORIES }, TODAY);
        const byId = new Map(seen.incidents.map((one) => [one.id, one]));
        for (const one of proposals) {
          expect(one.counted).toBeGreaterThanOrEqual(one.bar.needed);
          if (one.axis === 'advisory' || one.axis === 'alert') continue;
          expect(one.bar.needed).toBeGreaterThanOrEqual(2);
          expect(one.incidents).toHaveLength(one.counted);
          const members = one.incidents.flatMap((id) => byId.get(id) ?? []);
          expect(new Set(members.map(({ day }) => day)).size).toBeGreaterThanOrEqual(BARS[one.axis].days);
          for (const { clientId, day, inProblem } of members) {
            expect([clientId, inProblem]).toEqual([one.clientId, false]);
            expect(day > TODAY - BARS.windowDays && day <= TODAY).toBe(true);
          }
        }
        const recurring = proposals.filter(({ axis }) => axis !== 'advisory').flatMap((one) => one.incidents);
        expect(new Set(recurring).size).toBe(recurring.length);
      }),
    );
  });

  it('needs more once it was rejected, and says so', () => {
    fc.assert(
      fc.property(incidents, alerts, items, fc.nat({ max: 20 }), (seen, repeated, things, back) => {
        const rest = { incidents: seen, alerts: repeated, items: things, advisories: ADVISORIES };
        for (const before of detectProblems(rest, TODAY).slice(0, 3)) {
          const verdict = rejected(before, TODAY - back);
          const after = detectProblems({ ...rest, verdicts: [verdict] }, TODAY).find(
            ({ clientId, group }) => clientId === before.clientId && group === before.group,
          );
          if (!after) continue;
          expect(after.bar.needed).toBeGreaterThan(before.bar.needed);
          expect(after.bar.why.join()).toContain('rejected once');
          if (after.axis !== 'advisory') expect(after.from).toBeGreaterThan(verdict.day);
        }
      }),
    );
  });
});

describe('incidents', () => {
  it('recur by item, by what they say, and by category and service, and count for the narrowest alone', () => {
    const mail = { categoryId: 'mail', serviceId: 'exchange' };
    const seen = [
      ...days([1, 2, 2], { itemId: 'srv', ...mail, words: ['mail', 'slow'] }),
      ...days([1, 3, 4, 9, 12], { ...mail, words: ['outlook', 'asks', 'password'] }),
      ...days([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], mail),
    ];
    expect(groups(detectProblems({ incidents: seen }, TODAY))).toEqual([
      ['about mail exchange', 12],
      ['words asks outlook password', 5],
      ['item srv', 3],
    ]);
  });

  it('that are a day too old, all on one day, or known to be of a problem propose nothing', () => {
    expect(detectProblems({ incidents: days([30, 2, 1], { itemId: 'srv' }) }, TODAY)).toEqual([]);
    expect(detectProblems({ incidents: days([1, 1, 1, 1], { itemId: 'srv' }) }, TODAY)).toEqual([]);
    const known = [...days([1, 2], { itemId: 'srv' }), incident(3, { itemId: 'srv', inProblem: true })];
    expect(detectProblems({ incidents: known }, TODAY)).toEqual([]);
    expect(groups(detectProblems({ incidents: days([29, 2, 1], { itemId: 'srv' }) }, TODAY))).toEqual([
      ['item srv', 3],
    ]);
  });

  it('are not alike by a word that a quarter of them has', () => {
    const same = days([1, 2, 3, 4, 5, 6], { words: ['other'] });
    const rest = Array.from({ length: 24 }, (_, back) =>
      days([back, back, back, back], { words: [`w${back}`, 'other'] }),
    );
    expect(groups(detectProblems({ incidents: same }, TODAY))).toEqual([['words other', 6]]);
    expect(detectProblems({ incidents: [...same, ...rest.flat()] }, TODAY)).toEqual([]);
  });

  it('far beyond what is usual for the weekdays are a trend, where the weeks before are known', () => {
    const usual = Array.from({ length: 8 }, (_, week) => days([7 * week + 10], { categoryId: 'vpn' })).flat();
    const lately = days([0, 0, 0, 1, 1, 1, 2, 2], { categoryId: 'vpn' });
    const [trend, ...none] = detectProblems({ incidents: [...usual, ...lately] }, TODAY);
    expect([trend?.group, trend?.counted, none.length]).toEqual(['trend vpn -', 8, 0]);
    expect(trend?.rise?.expected).toBeCloseTo(1, 1);
    expect(evidenceWords(trend as Proposal, BARS).join(' ')).toContain(
      '8 incidents on 3 days, from 2 Oct 2024 to 4 Oct 2024. All were in the last 7 days, where 1.0 would be usual',
    );
    // What a problem has already is told with them, and not as a part of them.
    const known = days([1, 1, 2, 2, 2], { categoryId: 'vpn', inProblem: true });
    const [more] = detectProblems({ incidents: [...usual, ...lately, ...known] }, TODAY);
    expect(evidenceWords(more as Proposal, BARS).join(' ')).toContain(
      '8 incidents on 3 days, from 2 Oct 2024 to 4 Oct 2024. With those that other proposals and problems have there were 13 in the last 7 days',
    );
    // As many every week are usual, and with three weeks nobody knows.
    const often = Array.from({ length: 8 }, (_, week) =>
      days(
        [0, 0, 0, 1, 1, 1, 2, 2].map((back) => back + 7 * week),
        { categoryId: 'vpn' },
      ),
    );
    expect(detectProblems({ incidents: often.flat() }, TODAY, { ...BARS, about: { count: 99, days: 9 } })).toEqual([]);
    expect(detectProblems({ incidents: [...days([21], { categoryId: 'vpn' }), ...lately] }, TODAY)).toEqual([]);
  });

  it('are expected as the client’s weekdays have them', () => {
    const busy = (week: number) => [...Array.from({ length: 9 }, () => TODAY - 7 * week), TODAY - 7 * week - 3];
    const all = Array.from({ length: 8 }, (_, week) => busy(week + 1)).flat();
    const own = Array.from({ length: 8 }, (_, week) => [TODAY - 7 * week - 8, TODAY - 7 * week - 9]).flat();
    const known = { today: TODAY, since: TODAY - 62 };
    const expected = (trendDays: number, today: number) =>
      baselineOf(own, all, { ...known, today }, { ...BARS, trendDays })?.expected ?? -1;
    // Two a week: in a whole week, on the day that has nine of ten of everything, and on the day before.
    expect(expected(7, TODAY)).toBeCloseTo(2, 5);
    expect(expected(1, TODAY)).toBeGreaterThan(1.4);
    expect(expected(1, TODAY - 1)).toBeLessThan(0.2);
  });
});

describe('alerts and advisories', () => {
  const disk = (backs: readonly number[]) => [
    { clientId: 'acme', id: 'disk', itemId: 'srv', title: 'Disk C: is full', days: backs.map((back) => TODAY - back) },
  ];

  it('an alert that came back five times on three days is a problem, within the window alone', () => {
    expect(groups(detectProblems({ incidents: [], alerts: disk([1, 1, 2, 9, 9]) }, TODAY))).toEqual([
      ['alert disk', 5],
    ]);
    expect(detectProblems({ incidents: [], alerts: disk([1, 1, 2, 2, 2]) }, TODAY)).toEqual([]);
    expect(detectProblems({ incidents: [], alerts: disk([1, 1, 2, 9, 30]) }, TODAY)).toEqual([]);
  });

  it('an advisory concerns each client that has what it is about; rejected, only when there is more of it', () => {
    const gate = (id: string, clientId: string) => ({ clientId, id, words: ['fortinet', 'fortigate', '60f'] });
    const two = [gate('a', 'acme'), gate('b', 'birch'), { clientId: 'birch', id: 'c', words: ['fortinet'] }];
    const found = detectProblems({ incidents: [], items: two, advisories: ADVISORIES }, TODAY);
    expect(found.map(({ clientId, items: concerned }) => [clientId, concerned])).toEqual([
      ['acme', ['a']],
      ['birch', ['b']],
    ]);
    const no = found.map((one) => rejected(one, TODAY));
    const again = (more: typeof two) =>
      detectProblems({ incidents: [], items: [...two, ...more], advisories: ADVISORIES, verdicts: no }, TODAY);
    expect(again([])).toEqual([]);
    expect(again([gate('d', 'acme')])).toEqual([]);
    expect(groups(again([gate('d', 'acme'), gate('e', 'acme')]))).toEqual([['advisory fg-1', 3]]);
  });
});

describe('what was decided', () => {
  const item = (backs: readonly number[]) => days(backs, { itemId: 'srv' });
  const verdict = (more: Partial<Verdict> = {}): Verdict => ({
    clientId: 'acme',
    axis: 'item',
    group: 'item srv',
    words: [],
    said: 'rejected',
    day: TODAY - 10,
    counted: 3,
    endedOn: null,
    ...more,
  });
  const found = (seen: readonly Incident[], ...said: Verdict[]) =>
    detectProblems({ incidents: seen, verdicts: said }, TODAY);

  it('a rejected group comes again with half as many more, all of them since', () => {
    expect(found(item([9, 8, 7, 11, 12]), verdict())).toEqual([]);
    const [again] = found(item([9, 8, 7, 6, 3]), verdict());
    expect([again?.counted, again?.bar.needed]).toEqual([5, 5]);
    expect(found(item([9, 8, 7, 6, 3]), verdict(), verdict({ day: TODAY - 12 }))).toEqual([]);
  });

  it('an accepted group is quiet while its problem goes on, and what came since its end counts', () => {
    const accepted = verdict({ said: 'accepted' });
    expect(found(item([1, 2, 3, 4, 5, 6]), accepted)).toEqual([]);
    expect(found(item([1, 4, 5, 6]), { ...accepted, endedOn: TODAY - 4 })).toEqual([]);
    expect(groups(found(item([1, 2, 3, 6]), { ...accepted, endedOn: TODAY - 4 }))).toEqual([['item srv', 3]]);
  });

  it('what was said of others of the sort moves the bar of this client, and of no other', () => {
    const others = (said: 'accepted' | 'rejected', clientId = 'acme') =>
      ['a', 'b', 'c'].map((name) =>
        verdict({
          clientId,
          said,
          axis: 'about',
          group: `about ${name} -`,
          endedOn: said === 'accepted' ? TODAY : null,
        }),
      );
    const mail = Array.from({ length: 12 }, (_, back) => incident(back, { categoryId: 'mail' }));
    expect(found(mail)[0]?.bar).toEqual({ needed: 12, days: 6, why: [] });
    expect(found(mail, ...others('rejected'))).toEqual([]);
    expect(found(mail, ...others('rejected', 'birch'))[0]?.bar.needed).toBe(12);
    expect(found(mail.slice(0, 11), ...others('accepted'))[0]?.bar).toEqual({
      ...{ needed: 11, days: 6 },
      why: [
        'a lower bar by 10 %: of this client’s proposals of this sort 0 were rejected and 3 accepted within a year',
      ],
    });
  });

  it('a narrower group that was rejected does not come back as a broader one', () => {
    const mail = days([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { itemId: 'srv', categoryId: 'mail' });
    expect(found(mail, verdict({ day: TODAY }))).toEqual([]);
  });

  it('words that drifted are still the same group', () => {
    const seen = days([1, 2, 3, 4, 5], { words: ['outlook', 'asks', 'password'] });
    const no = verdict({ axis: 'words', group: 'words asks outlook', words: ['asks', 'outlook'], day: TODAY });
    expect(found(seen)).toHaveLength(1);
    expect(found(seen, no)).toEqual([]);
  });
});
