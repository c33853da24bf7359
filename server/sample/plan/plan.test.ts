import { expect, test } from 'vitest';
import { CLIENTS } from '../world/clients.ts';
import { CONTACTS } from '../world/contacts.ts';
import { STAFF } from '../world/staff.ts';
import { TEAMS } from '../world/teams.ts';
import { planSample } from './plan.ts';

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
