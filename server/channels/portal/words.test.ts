import { expect, test } from 'vitest';
import { createClient, createContact, createGroup, updateClient } from '#server/business/client/index.ts';
import { mailOutModule } from '#server/channels/mail-out/index.ts';
import { createItem, publishItem } from '#server/practices/request/index.ts';
import type { OpenVote } from '#shared/approval.ts';
import type { PortalBrand } from '#shared/brand.ts';
import { readCsv } from '#shared/csv-words.ts';
import type { LifecycleView } from '#shared/lifecycle.ts';
import type { PortalTicket, PortalTicketRow } from '#shared/portal.ts';
import type {
  CatalogueCard,
  CatalogueItem,
  PortalRequest,
  QuoteView,
  RequestMade,
  RequestView,
} from '#shared/request.ts';
import type { WordRow, WordsPage } from '#shared/words.ts';
import { openDesk } from '#tests/desk.ts';
import { headerOf, openSink, type Received } from '#tests/mail-sink.ts';
import { hire } from '#tests/people.ts';
import { type Visitor, visit } from '#tests/visitor.ts';

const desk = await openDesk({ roles: ['web'], baseUrl: 'https://desk.example' });
const sink = await openSink();
const olive = await hire(desk, { name: 'Olive Owner' });
const people = await desk.run(async (ctx) => {
  const gold = await createGroup(ctx, { name: 'Gold' });
  const where = { timeZone: 'Europe/Berlin', language: 'de' };
  const adler = await createClient(ctx, { name: 'Adler', code: 'ADLER', ...where });
  const birch = await createClient(ctx, { name: 'Birch', code: 'BIRCH', ...where });
  await updateClient(ctx, adler, { version: 1, groupId: gold });
  const maria = await createContact(ctx, { clientId: adler, name: 'Maria Meier', email: 'maria@adler.example' });
  const anna = await createContact(ctx, { clientId: adler, name: 'Anna Adler', managerId: maria });
  const adam = await createContact(ctx, { clientId: adler, name: 'Adam', language: 'en' });
  const fleur = await createContact(ctx, { clientId: adler, name: 'Fleur', language: 'fr' });
  const bea = await createContact(ctx, { clientId: birch, name: 'Bea Birke' });
  return { gold, adler, birch, maria, anna, adam, fleur, bea };
});
const narrow = await hire(desk, { name: 'Nora Narrow', role: 'manager', clientIds: [people.adler] });
const SENDING = {
  ...{ active: true, host: '127.0.0.1', port: sink.port, security: 'none', username: '' },
  ...{ fromName: 'Harbour IT', fromAddress: 'desk@harbour.example', version: 0 },
};
expect((await olive.call('PUT', '/mail/sending', SENDING)).status).toBe(200);

const enter = async (contactId: string): Promise<Visitor> => {
  const { url } = (await olive.call('POST', `/contacts/${contactId}/sign-in-link`)).body as { url: string };
  const browser = visit(desk);
  await browser.call('POST', '/portal/sessions', { token: url.split('#token=')[1] });
  return browser;
};
const { maria, anna, adam, fleur, bea } = {
  maria: await enter(people.maria),
  anna: await enter(people.anna),
  adam: await enter(people.adam),
  fleur: await enter(people.fleur),
  bea: await enter(people.bea),
};

const field = (key: string, more: object = {}) => ({
  ...{ key, type: 'text', label: key, help: '', required: false, options: [], min: null, max: null, initial: null },
  ...{ shownWhen: null, requiredWhen: null },
  ...more,
});
const TERMS = {
  ...{ name: 'New laptop', summary: 'For work on the way', description: '', icon: 'laptop', heading: 'Devices' },
  form: {
    fields: [
      field('size', { type: 'choice', label: 'Screen', help: 'In inches', options: ['Small', 'Large'] }),
      field('note', { label: 'Anything else' }),
      field('why_large', {
        label: 'Why large',
        shownWhen: { match: 'all', tests: [{ field: 'size', is: 'equals', value: 'Large' }] },
      }),
    ],
  },
  ...{ price: { minor: 120_000, currency: 'EUR' }, deliveryDays: 3 },
  approval: {
    ...{ order: 'serial', currency: 'EUR', expireAfterHours: 72, remindEveryHours: null },
    steps: [{ name: 'Line manager', approvers: [{ kind: 'manager' }], quorum: 'any', veto: true, above: 50_000 }],
  },
  ...{ plan: [], parts: [], routes: [], categoryId: null, serviceId: null },
};
const item = (terms: object, more: object = {}) =>
  desk.run(async (ctx) => {
    const id = await createItem(ctx, { terms: terms as never, ...more });
    await publishItem(ctx, id, { version: 1 });
    return id;
  });
const laptop = await item(TERMS);

const words = async (query: string, who = olive) => (await who.call('GET', `/words?${query}`)).body as WordsPage;
const rowOf = async (original: string, language = 'de', who = olive): Promise<WordRow> => {
  const page = await words(`language=${language}&limit=200&containing=${encodeURIComponent(original)}`, who);
  const row = page.items.find((one) => one.original === original);
  if (!row) throw new Error(`No text ${original}`);
  return row;
};
const put = async (original: string, said: string, language = 'de', who = olive) => {
  const { id, version } = await rowOf(original, language, olive);
  return who.call('PUT', '/words', { id, language, original, words: said, version });
};
const say = async (all: Readonly<Record<string, string>>, language = 'de') => {
  for (const [original, said] of Object.entries(all))
    expect((await put(original, said, language)).status, original).toBe(204);
};
await say({
  'New laptop': 'Neues Notebook',
  'For work on the way': 'Für die Arbeit unterwegs',
  Devices: 'Geräte',
  Screen: 'Bildschirm',
  Small: 'Klein',
  Large: 'Groß',
  'Line manager': 'Vorgesetzte',
});
const sent = async (): Promise<Received[]> => {
  sink.mails.length = 0;
  await mailOutModule.loops[0]?.run(desk.services, new AbortController().signal);
  return [...sink.mails];
};
/** A mail's text as somebody reads it, whichever way it was coded. */
const textOf = (mail: Received | undefined): string => {
  const raw = mail?.raw ?? '';
  const bytes = raw
    .replace(/=\r\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, (coded) => Buffer.from(coded.replaceAll('=', ''), 'hex').toString());
  const coded = [...raw.matchAll(/base64\r\n(?:[\w-]+:.*\r\n)*\r\n([\w+/=\r\n]+)/g)].map(([, text = '']) =>
    Buffer.from(text, 'base64').toString(),
  );
  return [bytes, ...coded].join('\n');
};

test('an item, its form and who decides read as each person of the client reads; staff see the original', async () => {
  const cards = (await anna.call('GET', '/portal/catalogue')).body as { items: CatalogueCard[] };
  expect(cards.items).toMatchObject([
    { name: 'Neues Notebook', summary: 'Für die Arbeit unterwegs', heading: 'Geräte' },
  ]);
  const view = (await anna.call('GET', `/portal/catalogue/${laptop}`)).body as CatalogueItem;
  expect(view.form.fields[0]).toMatchObject({
    label: 'Bildschirm',
    help: 'In inches',
    options: ['Small', 'Large'],
    optionWords: ['Klein', 'Groß'],
  });
  const order = { itemId: laptop, answers: { size: 'Large' } };
  const quote = (await anna.call('POST', '/portal/requests/quote', order)).body as QuoteView;
  expect(quote).toMatchObject({ faults: [], approval: [{ step: 'Vorgesetzte', who: ['Maria Meier'] }] });
  expect((await adam.call('GET', '/portal/catalogue')).body).toMatchObject({ items: [{ name: 'New laptop' }] });
  const asked = `clientId=${people.adler}&requesterId=${people.anna}`;
  expect((await olive.call('GET', `/catalogue?${asked}`)).body).toMatchObject({ items: [{ name: 'New laptop' }] });
});

test('a text that nobody translated reads as the provider’s language has it, else as it was written', async () => {
  const nameFor = async (who: Visitor) =>
    ((await who.call('GET', '/portal/catalogue')).body as { items: CatalogueCard[] }).items[0]?.name;
  expect(await nameFor(fleur)).toBe('New laptop');
  await olive.call('PUT', '/settings/portal.language', { level: 'provider', value: { language: 'de' } });
  expect(await nameFor(fleur)).toBe('Neues Notebook');
  await olive.call('DELETE', '/settings/portal.language?level=provider');
  expect(await nameFor(fleur)).toBe('New laptop');
});

test('what was ordered, the mail that asks for approval, and the decision read in German; staff read the original', async () => {
  const made = (
    await anna.call('POST', '/portal/requests', {
      itemId: laptop,
      answers: { size: 'Large', note: 'Small', why_large: 'My eyes' },
    })
  ).body as RequestMade;
  const [mail, ...others] = await sent();
  expect([mail?.to, others]).toEqual([['maria@adler.example'], []]);
  const text = textOf(mail);
  for (const said of [
    'Anna Adler bittet um: Neues Notebook',
    'Kosten: 1.200,00\u00a0EUR',
    'Bildschirm: Groß',
    'Vorgesetzte',
    '1.200,00\u00a0EUR liegt über 500,00\u00a0EUR',
  ])
    expect(text).toContain(said);
  expect(text).toMatch(/Erwartet am: \d{1,2}\. \p{L}+ \d{4}/u);
  expect(headerOf(mail, 'Subject')).toContain(made.key);

  const ticket = (await anna.call('GET', `/portal/tickets/${made.key}`)).body as PortalTicket;
  expect(ticket).toMatchObject({ title: 'Neues Notebook' });
  expect(ticket.description).toContain('<strong>Bildschirm</strong>: Groß');
  const { items } = (await anna.call('GET', '/portal/tickets')).body as { items: PortalTicketRow[] };
  expect(items[0]?.title).toBe('Neues Notebook');
  const { request } = (await anna.call('GET', `/portal/tickets/${made.key}/request`)).body as {
    request: PortalRequest;
  };
  expect(request).toMatchObject({ name: 'Neues Notebook', nextStep: 'It waits for approval: Vorgesetzte.' });
  expect(request.parts[0]?.lines.slice(0, 1)).toEqual([{ label: 'Bildschirm', value: 'Groß' }]);
  const votes = (await maria.call('GET', '/portal/approvals')).body as { items: OpenVote[] };
  expect(votes.items[0]).toMatchObject({
    subject: { title: 'Neues Notebook', lines: [{ label: 'Bildschirm', value: 'Groß' }, {}, {}] },
    step: { name: 'Vorgesetzte' },
  });
  const desks = ((await olive.call('GET', `/tickets/${made.key}/request`)).body as { request: RequestView }).request;
  expect(desks).toMatchObject({ name: 'New laptop', approvals: [{ steps: [{ name: 'Line manager' }] }] });

  // The original changes: its translation is not shown for another text, but what was ordered before reads as it did.
  await desk.run(async (ctx) => {
    const { version } = await ctx.tx
      .selectFrom('catalogue_items')
      .select('version')
      .where('id', '=', laptop)
      .executeTakeFirstOrThrow();
    await ctx.tx
      .updateTable('catalogue_items')
      .set({ draft: JSON.stringify({ ...TERMS, name: 'Light laptop' }) })
      .where('id', '=', laptop)
      .execute();
    await publishItem(ctx, laptop, { version });
  });
  expect(await rowOf('Light laptop')).toMatchObject({
    state: 'changed',
    words: '',
    before: { original: 'New laptop', words: 'Neues Notebook' },
  });
  expect((await words('language=de')).counts.changed).toBe(1);
  expect((await anna.call('GET', '/portal/catalogue')).body).toMatchObject({ items: [{ name: 'Light laptop' }] });
  expect((await anna.call('GET', `/portal/tickets/${made.key}`)).body).toMatchObject({ title: 'Neues Notebook' });
  await say({ 'Light laptop': 'Leichtes Notebook' });
  expect((await anna.call('GET', '/portal/catalogue')).body).toMatchObject({ items: [{ name: 'Leichtes Notebook' }] });
});

test('an own status is translated, and those that Fettle came with need nothing', async () => {
  const view = (await olive.call('GET', '/lifecycles/incident')).body as LifecycleView;
  const statuses = view.lifecycle.statuses.map((one) =>
    one.key === view.lifecycle.initial ? { ...one, clientName: 'In our queue' } : one,
  );
  await olive.call('PUT', '/lifecycles/incident', {
    version: view.version,
    lifecycle: { ...view.lifecycle, statuses },
  });
  expect((await words('language=de&kind=status')).items.map(({ original }) => original)).toEqual(['In our queue']);
  await say({ 'In our queue': 'In unserer Schlange' });
  const { key } = (await anna.call('POST', '/portal/tickets', { title: 'Screen is black' })).body as { key: string };
  expect((await anna.call('GET', `/portal/tickets/${key}`)).body).toMatchObject({ status: 'In unserer Schlange' });
});

test('the words of the portal read as the page speaks that asks, each client’s its own', async () => {
  const texts = (welcome: string) => ({ value: { welcome, support: '' } });
  await olive.call('PUT', '/settings/portal.texts', { level: 'provider', ...texts('Welcome to all') });
  await olive.call('PUT', '/settings/portal.texts', { level: 'client', id: people.birch, ...texts('Welcome, Birch') });
  await say({ 'Welcome to all': 'Willkommen', 'Welcome, Birch': 'Willkommen, Birke' });
  await say({ 'Welcome, Birch': 'Bienvenue, Bouleau' }, 'fr');
  const welcome = async (who: Visitor, language?: string) =>
    (
      (await who.call('GET', '/public/portal', undefined, language ? { 'accept-language': language } : {}))
        .body as PortalBrand
    ).welcome;
  expect(await welcome(anna)).toBe('Willkommen');
  expect(await welcome(bea)).toBe('Willkommen, Birke');
  expect(await welcome(bea, 'ja, fr-CA;q=0.8, en;q=0.1')).toBe('Bienvenue, Bouleau');
  expect(await welcome(visit(desk), 'de')).toBe('Willkommen');
  expect(await welcome(visit(desk), 'nl')).toBe('Welcome to all');
});

test('another client’s words are found by no path: neither its portal’s, nor those of an item for it alone', async () => {
  const secret = await item(
    { ...TERMS, name: 'Project Heron', heading: 'Light laptop', form: { fields: [] }, approval: null },
    { audience: 'clients', clientIds: [people.birch] },
  );
  await say({ 'Project Heron': 'Vorhaben Reiher' });
  const listed = await words('language=de&limit=200', narrow);
  expect(JSON.stringify(listed)).not.toMatch(/Heron|Reiher|Birch|Birke/);
  expect((await words('language=de&containing=Reiher', narrow)).items).toEqual([]);
  const table = ((await narrow.call('GET', '/words/table?language=de')).body as { csv: string }).csv;
  expect(table).not.toMatch(/Heron|Reiher|Birch|Birke/);
  const there = await rowOf('Project Heron');
  const body = { id: there.id, language: 'de', original: 'Project Heron', words: 'x', version: there.version };
  expect((await narrow.call('PUT', '/words', body)).status).toBe(404);
  expect((await put('Light laptop', 'x', 'de', narrow)).status).toBe(403);
  for (const principal of ['staff', 'contact'] as const) {
    const id = principal === 'staff' ? narrow.id : people.anna;
    const identity = {
      scope: { principal, principalId: id, allClients: false, clientIds: [people.adler], contactId: id },
      actor: { kind: principal, id, name: 'x' },
      permissions: 'all',
    } as const;
    const rows = await desk.run((ctx) => ctx.tx.selectFrom('translations').select('words').execute(), {
      identity: identity as never,
    });
    expect(JSON.stringify(rows), principal).not.toMatch(/Reiher|Birke|Bouleau/);
    expect(rows.length, principal).toBeGreaterThan(5);
  }
  // The same text elsewhere is never said with the words of an item for others.
  const heron = await rowOf('Project Heron');
  expect(heron.state).toBe('translated');
  await olive.call('PUT', '/settings/portal.name', {
    level: 'client',
    id: people.adler,
    value: { name: 'Project Heron' },
  });
  expect((await anna.call('GET', '/public/portal')).body).toMatchObject({ name: 'Project Heron' });
  expect(secret).not.toBe(laptop);
});

test('a translation is refused where the original is another by now, somebody was faster, or the text does not fit', async () => {
  const { id, version } = await rowOf('Screen');
  const body = { id, language: 'de', original: 'Screen', words: 'Display', version };
  expect((await olive.call('PUT', '/words', { ...body, original: 'Monitor' })).status).toBe(409);
  expect((await olive.call('PUT', '/words', { ...body, version: version + 1 })).status).toBe(409);
  expect((await olive.call('PUT', '/words', { ...body, words: 'x'.repeat(201) })).body).toMatchObject({
    errors: [{ path: 'words', message: 'must be at most 200 characters' }],
  });
  expect((await olive.call('PUT', '/words', { ...body, words: 'two\nlines' })).status).toBe(422);
  expect((await olive.call('PUT', '/words', body)).status).toBe(204);
  expect((await olive.call('PUT', '/words', { ...body, words: '', version: version + 1 })).status).toBe(204);
  expect(await rowOf('Screen')).toMatchObject({ state: 'missing', version: 0 });
});

test('a table goes out and comes back: formulas stay text, and what is wrong is named by line and column', async () => {
  await item({ ...TERMS, name: '=HYPERLINK("https://evil.example")', approval: null, form: { fields: [] } });
  const { csv } = (await olive.call('GET', '/words/table?language=nl')).body as { csv: string };
  expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  const lines = readCsv(csv) ?? [];
  const [head, ...rows] = lines.map(({ values }) => values);
  const at = (name: string) => head?.indexOf(name) ?? -1;
  const filled = (change: (row: string[], original: string) => void) =>
    [head ?? [], ...rows.map((row) => [...row])]
      .map((row, index) => {
        if (index > 0) change(row, row[at('original')] ?? '');
        return row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';');
      })
      .join('\n');
  const take = (text: string) => olive.call('POST', '/words/table', { language: 'nl', csv: text });
  const wrong = filled((row, original) => {
    if (original === 'Screen') row[at('words')] = 'x'.repeat(300);
    if (original === 'Small') row[at('original')] = 'Tiny';
    if (['Small', 'Large'].includes(original)) row[at('words')] = 'Klein';
  });
  const refused = (await take(wrong)).body as { errors: { path: string; message: string }[] };
  expect(refused.errors.map(({ path, message }) => `${path.replace(/\d+/, 'N')}: ${message}`).toSorted()).toEqual([
    'line N, original: is not what stands there by now; export again and translate that',
    'line N, words: must be at most 200 characters',
  ]);
  expect(await rowOf('Large', 'nl')).toMatchObject({ state: 'missing' });
  const right = filled((row, original) => {
    if (original === 'Screen') row[at('words')] = "'=Scherm";
    if (original === 'Small') row[at('words')] = 'Klein';
  });
  expect((await take(right)).body).toMatchObject({ changed: 2, same: 0 });
  expect((await take(right)).body).toMatchObject({ changed: 0, same: 2 });
  expect(await rowOf('Screen', 'nl')).toMatchObject({ words: '=Scherm' });
  expect((await take('id,words\nx,y')).body).toMatchObject({ errors: [{ message: 'lacks the column “original”' }] });
  expect((await take('id,original,words\n"x')).status).toBe(422);
});
