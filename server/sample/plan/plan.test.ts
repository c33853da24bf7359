import { describe, expect, test } from 'vitest';
import { CLIENTS } from '../world/clients.ts';
import { CONTACTS } from '../world/contacts.ts';
import { STAFF } from '../world/staff.ts';
import { TEAMS } from '../world/teams.ts';
import { Hours } from './hours.ts';
import { planSample } from './plan.ts';
import { standings } from './standing.ts';

const ENDS_AT = '2026-11-27T05:30:00.000Z';
const plan = await planSample(ENDS_AT);
const acts = plan.bundles.flatMap((bundle) => bundle.acts);

test('there are 40 clients, 300 contacts, 12 people, 6 teams and 2,000 tickets', () => {
  const people = [...CONTACTS.values()].flat();
  expect([CLIENTS.length, people.length, STAFF.length, TEAMS.length, plan.tickets]).toEqual([40, 300, 12, 6, 2_000]);
  expect(new Set(CLIENTS.map(({ code }) => code)).size).toBe(40);
  expect(new Set(people.map(({ client, email }) => `${client} ${email}`)).size).toBe(300);
  expect(people.filter(({ sameAs }) => sameAs !== null).length).toBeGreaterThan(3);
});

test('every address leads nowhere', () => {
  const addresses = [...CONTACTS.values()].flat().map(({ email }) => email);
  expect(addresses.filter((email) => !/^[a-z.-]+@[a-z.-]+\.example$/.test(email))).toEqual([]);
});

test('the same instant tells the same story', async () => {
  expect(await planSample(ENDS_AT)).toEqual(plan);
});

test('nothing happens before it came in or after the end, and each ticket’s acts are in order', () => {
  for (const { name, acts: own } of plan.bundles) {
    expect([name, own.map(({ at }) => at)]).toEqual([name, own.map(({ at }) => at).toSorted()]);
    expect([name, own[0]?.do, (own.at(-1)?.at ?? '') <= ENDS_AT]).toEqual([name, 'create', true]);
  }
});

test('numbers of a client follow the time of creation', () => {
  for (const client of CLIENTS) {
    const made = plan.bundles
      .filter((bundle) => bundle.client === client.code)
      .flatMap(({ acts: own, numbers }) =>
        own.filter((act) => act.do === 'create').map((act) => ({ at: act.at, number: numbers[act.ticket] ?? 0 })),
      )
      .toSorted((a, b) => a.number - b.number);
    expect(made.map(({ at }) => at)).toEqual(made.map(({ at }) => at).toSorted());
    expect(made.map(({ number }) => number)).toEqual(made.map((_, index) => index + 1));
  }
});

test('no words are left unfilled', () => {
  expect(acts.filter((act) => /\{[a-zA-Z]+\}|undefined/.test(JSON.stringify(act)))).toEqual([]);
});

/** Working days in Sydney: the afternoon, the morning, and after midnight, when the desk is in Dublin. */
describe.each([ENDS_AT, '2026-11-25T00:30:00.000Z', '2026-11-26T15:00:00.000Z'])(
  'a well-run desk at %s',
  async (endsAt) => {
    const { bundles } = endsAt === ENDS_AT ? plan : await planSample(endsAt);
    const { publicHolidays } = await import('#kernel/holidays.ts');
    const hours = new Hours(Date.parse(endsAt), (place, year) => publicHolidays(place, year));
    const open = bundles
      .flatMap((bundle) => {
        const client = CLIENTS.find(({ code }) => code === bundle.client);
        return client ? standings(bundle, client, hours, Date.parse(endsAt)) : [];
      })
      .filter((ticket) => ticket.open);

    test('has a hundred and some tickets open, of which five to ten in a hundred are late', () => {
      expect(open.length).toBeGreaterThan(100);
      expect(open.length).toBeLessThan(180);
      const late = open.filter(({ overdue }) => overdue).length / open.length;
      expect(late).toBeGreaterThan(0.05);
      expect(late).toBeLessThan(0.105);
    });

    test('has what is most urgent in somebody’s hands and due within hours, and nothing of it late', () => {
      const urgent = open.filter(({ priority }) => priority === 1);
      for (const { assignee, overdue, dueAt } of urgent) {
        expect([assignee === null, overdue]).toEqual([false, false]);
        if (dueAt !== null) expect((dueAt - Date.parse(endsAt)) / 3_600_000).toBeLessThan(8);
      }
    });

    test('has the work spread: nobody holds a quarter of it, and at least eight have some', () => {
      const held = Map.groupBy(
        open.filter(({ assignee }) => assignee !== null),
        ({ assignee }) => assignee,
      );
      expect(held.size).toBeGreaterThanOrEqual(8);
      expect(Math.max(...[...held.values()].map((own) => own.length))).toBeLessThan(open.length / 4);
    });
  },
);

test('a starter’s and a leaver’s ticket has its list from when somebody takes it up, and is done when the list is', () => {
  const listed = plan.bundles.filter(({ acts: own }) =>
    own.some((act) => act.do === 'create' && act.opening.tags.some((tag) => /boarding$/.test(tag))),
  );
  expect(listed.length).toBeGreaterThan(50);
  for (const { name, acts: own } of listed) {
    const at = (does: (act: (typeof own)[number]) => boolean) => own.findIndex(does);
    const replied = at((act) => act.do === 'say' && act.who.kind === 'staff');
    const list = at((act) => act.do === 'checklist');
    if (replied >= 0) expect([name, list >= 0 && list < replied]).toEqual([name, true]);
    const done = at((act) => act.do === 'say' && act.step?.to === 'fulfilled');
    if (done >= 0) expect([name, own.slice(0, done).some((act) => act.do === 'tick')]).toEqual([name, true]);
  }
});
