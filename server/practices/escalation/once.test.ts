import { beforeEach, describe, expect, test } from 'vitest';
import type { Services } from '#platform/context/index.ts';
import type { PageView } from '#shared/escalation.ts';
import { openDesk } from '#tests/desk.ts';
import { at, later, openPaging } from '#tests/paging.ts';
import { sweepPages } from './sweep.ts';

/** Each step happens exactly once, whoever sweeps, whoever is killed, and whatever the clock does. */
const desk = await openDesk({ roles: ['web', 'worker'], maxConnections: 8 });
const { owner, tom, ann, path, ticket, pages, told, heard } = await openPaging(desk);
const pathId = await path([[tom], [ann]], { repeatTimes: 1 });

async function open(): Promise<PageView> {
  const { id } = await ticket();
  return (await owner.call('POST', `/tickets/${id}/pages`, { why: 'Down', pathId })).body as PageView;
}
const many = async (count: number) => {
  const made: PageView[] = [];
  for (let n = 0; n < count; n++) made.push(await open());
  return made;
};
const one = async ({ ticket }: PageView) => (await pages(ticket.id))[0] as PageView;
/** The instants of a page where nobody acknowledges, in minutes after its beginning. */
const INSTANTS = [10, 25, 35, 50];

// A page left over would be swept along.
beforeEach(async () => {
  await desk.run(async ({ tx, now }) =>
    tx
      .updateTable('pages')
      .set({ state: 'ended', next_at: null, ended_at: now })
      .where('state', '=', 'paging')
      .execute(),
  );
});

async function expectWhole(made: readonly PageView[]): Promise<void> {
  for (const page of made) {
    expect(await one(page)).toMatchObject({ state: 'exhausted', level: 2, round: 2 });
    const events = (await told(page.ticket.id)).map(({ type }) => type);
    expect(events).toEqual(['paged', 'paged', 'paged', 'paged', 'page_exhausted']);
    const times = [
      await heard(page.ticket.id, tom),
      await heard(page.ticket.id, ann),
      await heard(page.ticket.id, owner),
    ];
    expect(times).toEqual([2, 2, 1]);
  }
}

test('many pages and several sweepers at once: each step of each page once', async () => {
  const made = await many(30);
  const end = made.at(-1)?.createdAt ?? '';
  for (const minutes of INSTANTS) {
    const services = at(desk.services, later(end, minutes));
    const acted = await Promise.all([1, 2, 3, 4].map(() => sweepPages(services)));
    // What one had locked the others skipped; nothing is left for the next sweep.
    expect(acted.reduce((sum, count) => sum + count, 0)).toBe(made.length);
    expect(await sweepPages(services)).toBe(0);
  }
  await expectWhole(made);
});

/** Services of a worker that is killed in the midst of a transaction: that one is rolled back, and it does nothing any more. */
function mortal(services: Services, transactions: number): Services {
  let left = transactions;
  const as: Services['db']['as'] = (scope, work) =>
    services.db.as(scope, async (tx, hot) => {
      if (left < 0) throw new Error('killed');
      const result = await work(tx, hot);
      if (left-- === 0) throw new Error('killed');
      return result;
    });
  const db = new Proxy(services.db, { get: (of, name) => (name === 'as' ? as : Reflect.get(of, name)) });
  return { ...services, db };
}

test('workers that are killed between, and others that go on', async () => {
  const made = await many(12);
  const end = made.at(-1)?.createdAt ?? '';
  let killed = 0;
  for (const minutes of INSTANTS) {
    const services = at(desk.services, later(end, minutes));
    for (const transactions of [0, 1, 2, 0, 3]) {
      const both = await Promise.allSettled([
        sweepPages(mortal(services, transactions)),
        sweepPages(mortal(services, 1)),
      ]);
      killed += both.filter(({ status }) => status === 'rejected').length;
    }
    await sweepPages(services);
    expect(await sweepPages(services)).toBe(0);
  }
  expect(killed).toBeGreaterThan(20);
  await expectWhole(made);
});

describe('the clock', () => {
  test.each([
    ['an hour', 60],
    ['a day', 24 * 60],
  ])('that jumps forward by %s skips no level: people have their minutes', async (_, jump) => {
    const page = await open();
    const there = later(page.createdAt, jump);
    for (let n = 0; n < 3; n++) await sweepPages(at(desk.services, there));
    expect(await one(page)).toMatchObject({ level: 2, round: 1, nextAt: later(there, 15) });
    for (const minutes of [15, 25, 40]) await sweepPages(at(desk.services, later(there, minutes)));
    await expectWhole([page]);
  });

  test.each([
    ['an hour', 60],
    ['a day', 24 * 60],
  ])('that is set back by %s neither calls twice nor lets people wait as much longer', async (_, jump) => {
    const page = await open();
    const back = later(page.createdAt, -jump);
    for (let n = 0; n < 3; n++) await sweepPages(at(desk.services, back));
    expect(await one(page)).toMatchObject({ level: 1, round: 1, nextAt: later(back, 10) });
    expect(await heard(page.ticket.id, tom)).toBe(1);
    for (const minutes of INSTANTS) await sweepPages(at(desk.services, later(back, minutes)));
    await expectWhole([page]);
  });

  test('that is some seconds behind on another machine changes nothing', async () => {
    const page = await open();
    await sweepPages(at(desk.services, later(page.createdAt, -0.5)));
    expect((await one(page)).nextAt).toBe(later(page.createdAt, 10));
  });
});

test('a step that fails is said on its ticket, tried again, and holds up no other', async () => {
  const [bad, good] = [await open(), await open()];
  const spoil = (plan: string) =>
    desk.run(({ tx }) => tx.updateTable('pages').set({ plan }).where('id', '=', bad.id).execute());
  const { plan } = await desk.run(({ tx }) =>
    tx.selectFrom('pages').select('plan').where('id', '=', bad.id).executeTakeFirstOrThrow(),
  );
  await spoil(
    JSON.stringify({
      name: 'Spoilt',
      levels: [{ afterMinutes: 0 }, { afterMinutes: 10 }],
      repeatTimes: 0,
      repeatEveryMinutes: 5,
    }),
  );
  for (const minutes of [10, 11, 12]) await sweepPages(at(desk.services, later(good.createdAt, minutes)));
  expect(await one(good)).toMatchObject({ level: 2 });
  expect((await told(bad.ticket.id)).map(({ type }) => type)).toEqual(['paged', 'page_failed']);
  await spoil(JSON.stringify(plan));
  for (const minutes of [13, 28, 38, 53]) await sweepPages(at(desk.services, later(good.createdAt, minutes)));
  expect(await one(bad)).toMatchObject({ state: 'exhausted' });
});
