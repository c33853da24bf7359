import { expect, test } from 'vitest';
import { createClient, createContact } from '#server/business/client/index.ts';
import { openDesk } from '#tests/desk.ts';
import { createItem } from './create.ts';
import { impactOf } from './impact.ts';
import { listItems } from './queries.ts';
import { relateItems } from './relations.ts';
import { takeReadings } from './take.ts';
import { updateItem } from './update.ts';
import { viewItem } from './view.ts';

const desk = await openDesk();
const { acme, birch, ada, bea } = await desk.run(async (ctx) => {
  const acme = await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' });
  return {
    acme,
    birch,
    ada: await createContact(ctx, { clientId: acme, name: 'Ada de Vries', email: 'a.devries@acme.example' }),
    bea: await createContact(ctx, { clientId: acme, name: 'Bea' }),
  };
});
const source = { kind: 'rmm', id: '0190aaaa-0000-7000-8000-000000000001', name: 'Datto RMM' } as const;

/** A laptop for each of the users that a system names. */
const laptops = (clientId: string, users: readonly string[]) =>
  desk.run((ctx) =>
    takeReadings(
      ctx,
      { clientId, siteId: null, source },
      users.map((user) => ({
        ...{
          externalId: `${clientId} ${user}`,
          name: `of ${user}`,
          classKey: 'laptop',
          identifiers: [],
          attributes: {},
        },
        user,
      })),
    ),
  );
const usedBy = async (contact: string) =>
  (await desk.run((ctx) => listItems(ctx, { usedBy: contact }))).items.map(({ name }) => name);

test('what nobody has is found by whoever used it last: a sign-in name, a mail address or a name, at the person’s client', async () => {
  await laptops(acme, [
    'ACME\\A.DeVries',
    'a.devries@acme.example',
    'Ada de Vries',
    'ada.de.vries',
    'ada',
    'devries',
    '',
  ]);
  await laptops(birch, ['BIRCH\\a.devries']);
  const found = ['of ACME\\A.DeVries', 'of Ada de Vries', 'of a.devries@acme.example', 'of ada.de.vries'];
  expect((await usedBy(ada)).sort()).toEqual(found.sort());
  expect(await usedBy(bea)).toEqual([]);
});

test('what is somebody’s is theirs alone, whoever used it last', async () => {
  const { items } = await desk.run((ctx) => listItems(ctx, { usedBy: ada, q: 'of ada.de.vries' }));
  const id = items[0]?.id ?? '';
  const { version } = await desk.run((ctx) => viewItem(ctx, id));
  await desk.run((ctx) => updateItem(ctx, id, { version, contactId: bea }));
  expect(await usedBy(bea)).toEqual(['of ada.de.vries']);
  expect(await usedBy(ada)).not.toContain('of ada.de.vries');
});

test('whoever seems to use what fails is among those that it touches, apart from whose it is', async () => {
  const { items } = await desk.run((ctx) => listItems(ctx, { q: 'of ACME\\A.DeVries' }));
  const laptop = items[0]?.id ?? '';
  const impact = await desk.run(async (ctx) => {
    const top = await createItem(ctx, { clientId: acme, name: 'Switch', classKey: 'switch', contactId: bea });
    await relateItems(ctx, { fromId: laptop, kind: 'connects_to', toId: top });
    return impactOf(ctx, top, {});
  });
  expect(impact.contacts).toEqual([
    { id: ada, name: 'Ada de Vries', isOwner: false },
    { id: bea, name: 'Bea', isOwner: true },
  ]);
});
