import { keepPicture } from '#server/channels/brand/index.ts';
import type { TicketView, TimelineEntry } from '#shared/ticket.ts';
import type { WordsPage } from '#shared/words.ts';
import type { Desk } from '#tests/desk.ts';
import type { Person } from '#tests/people.ts';
import { upload } from '#tests/upload.ts';
import { type Visitor, visit } from '#tests/visitor.ts';
import { plantAgents } from './agents.ts';
import { plantAlert } from './alert.ts';
import { plantAnnouncement } from './announcement.ts';
import { plantArticle, plantUses } from './article.ts';
import { plantBilling } from './billing.ts';
import type { planted } from './canary.ts';
import { plantChange } from './change.ts';
import { plantFeed, plantPeriod } from './change-schedule.ts';
import { plantEstate } from './estate.ts';
import { plantExpense } from './expense.ts';
import { plantImprovement } from './improvement.ts';
import { plantIncoming } from './incoming.ts';
import { plantMail } from './mail.ts';
import { plantMajor } from './major.ts';
import { orderOf } from './order.ts';
import { plantOutage } from './outage.ts';
import { plantProblem } from './problem.ts';
import { plantProject } from './project.ts';
import { plantQuoted } from './quote.ts';
import { plantClientProvider } from './sign-in.ts';
import { plantWhole } from './span.ts';
import { plantTime } from './time.ts';
import { plantFlow } from './value-stream.ts';
import { type Firm, must, type Provider } from './world.ts';

/** The portal as one of a client's people opens it. */
export async function enterPortal(desk: Desk, by: Person, contactId: string): Promise<Visitor> {
  const { url } = await must<{ url: string }>(by, 'POST', `/contacts/${contactId}/sign-in-link`);
  const browser = visit(desk);
  await must(asPerson(browser), 'POST', '/portal/sessions', { token: url.split('#token=')[1] });
  return browser;
}

/** A visitor's answers, with the text that `must` reports. */
export const asPerson = (browser: Visitor): Pick<Person, 'call'> => ({
  call: async (method, url, body, headers) => {
    const answer = await browser.call(method as 'GET', url, body, headers);
    return { ...answer, text: JSON.stringify(answer.body) };
  },
});

export const cookieOf = (browser: Visitor): Record<string, string> => ({
  cookie: [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; '),
});

type Make = { desk: Desk; provider: Provider; say: typeof planted };

const DRAWN = { mediaType: 'image/svg+xml', width: 16, height: 16, bytes: Buffer.from('<svg/>') };

/** A client with one of everything that belongs to a client, each text of it made by `say`. */
export async function foundFirm(make: Make, code: string): Promise<Firm> {
  const { owner, group } = make.provider;
  const { say } = make;
  const post = async (url: string, body: object) => (await must(owner, 'POST', url, body)).id;
  const client = await post('/clients', {
    name: say('client', 'own'),
    code,
    timeZone: 'UTC',
    country: 'AU',
    groupId: group,
    notes: say('client notes', 'desk'),
  });
  const site = await post(`/clients/${client}/sites`, { name: say('site'), address: say('address', 'desk') });
  const elsewhere = await post(`/clients/${client}/sites`, { name: say('elsewhere') });
  const people = await peopleOf(make, client, site, elsewhere);
  await must(owner, 'PUT', `/clients/${client}/services`, { serviceIds: [make.provider.service] });
  await must(owner, 'PUT', '/settings/ticket.closingNotice', {
    level: 'client',
    id: client,
    value: { text: say('closing notice', 'desk') },
  });
  await must(owner, 'PUT', `/clients/${client}/portal-address`, {
    host: `${code}.${say('host').replace(/[^a-z]+/gi, '-')}.example`,
  });
  await must(owner, 'PUT', '/settings/portal.texts', {
    level: 'client',
    id: client,
    value: { welcome: say('welcome'), support: say('support') },
  });
  await translate(make, say('welcome'), say('welcome in German'));
  const portalImage = await make.desk.run((ctx) => keepPicture(ctx, client, DRAWN));
  const policy = await policyOf(make, client);
  const work = await workOf(make, client, site, people);
  const recurring = await post('/recurring-tickets', {
    clientId: client,
    name: say('recurring', 'desk'),
    templateId: make.provider.template,
    rule: { frequency: 'weekly', interval: 1, weekdays: [1], time: '08:00', start: '2026-01-05' },
    fields: { title: say('recurring title', 'desk') },
  });
  const own = await ownTicket(make, client, people.asker);
  const article = await plantArticle(make.desk, owner, client, say);
  const flag = await plantUses(article.article, { owner, ticket: work.ticket.id, say });
  const reader = asPerson(await enterPortal(make.desk, owner, people.asker));
  await must(reader, 'POST', `/portal/knowledge/${article.article}/reads`, { typed: true });
  await must(reader, 'PUT', `/portal/knowledge/${article.article}/vote`, { helpful: true });
  const announcement = await plantAnnouncement(owner, client, { site, ticket: work.ticket.id, reader, say });
  const about = { client, ticket: work.ticket.id, staff: make.provider.tom.id };
  const mail = await plantMail(make.desk, about, (what) => say(what, 'desk'));
  const incoming = await plantIncoming(make.desk, { ...about, contact: people.colleague }, (what) => say(what, 'desk'));
  const visitor = { client, contact: people.colleague };
  const clientProvider = await plantClientProvider(make.desk, visitor, (what) => say(what, 'desk'));
  const estate = await plantEstate(
    make.desk,
    { client, site, contact: people.colleague, ticket: work.ticket.id },
    code,
    say,
  );
  const touched = { client, item: estate.device, service: make.provider.service };
  const change = await plantChange(make.desk, owner, touched, (what) => say(what, 'desk'));
  const alerts = await plantAlert(make.desk, owner, client, say);
  const calendarFeed = await plantFeed(make, client, change, (what) => say(what, 'desk'));
  const changePeriod = await plantPeriod(owner, client, estate.device, (what) => say(what, 'desk'));
  const agents = await plantAgents(make.desk, owner, client, (what) => say(what, 'desk'));
  await plantWhole(make.desk, { client, ticket: work.ticket.id }, (what) => say(what, 'desk'));
  const major = await plantMajor(make.desk, owner, { client, announcement }, (what) => say(what, 'desk'));
  const outage = await plantOutage(
    owner,
    { client, service: make.provider.service, ticket: work.ticket.id, alert: alerts.alert, announcement },
    (what) => say(what, 'desk'),
  );
  const problems = await plantProblem(make.desk, { client, ticket: work.ticket.id }, say);
  await plantFlow(make.desk, { client, ticket: work.ticket.id, stream: make.provider.valueStream });
  const improvement = await plantImprovement(owner, client, work.ticket.id, (what) => say(what, 'desk'));
  const timeEntry = await plantTime(make.desk, owner, about, (what) => say(what, 'desk'));
  const spent = await plantExpense(make.desk, owner, about, (what) => say(what, 'desk'));
  const { billingRun: run, contractTemplate: template } = make.provider;
  const owed = { client, ticket: work.ticket.id, run, template };
  const billing = await plantBilling(make.desk, owner, owed, (what) => say(what, 'desk'));
  const planned = await plantProject(owner, client, say);
  const quoted = await plantQuoted(make.desk, owner, { client, boss: people.boss }, say);
  const ordered = await orderOf(make, client, people);
  await translate(make, say('item'), say('item in German'));
  return {
    client,
    code,
    site,
    ...people,
    ...work,
    recurring,
    mail,
    incoming,
    clientProvider,
    policy,
    ...article,
    flag,
    announcement,
    estate,
    change,
    major,
    outage,
    ...alerts,
    changePeriod,
    improvement,
    timeEntry,
    spent,
    billing,
    planned,
    quoted,
    ...problems,
    calendarFeed,
    agents,
    own,
    ordered,
    portalImage,
  };
}

/** Says how one of the MSP's texts reads in German. */
async function translate({ provider: { owner } }: Make, original: string, words: string): Promise<void> {
  const asked = `language=de&containing=${encodeURIComponent(original)}`;
  const { items } = await must<WordsPage>(owner, 'GET', `/words?${asked}`);
  const row = items.findLast((one) => one.original === original);
  await must(owner, 'PUT', '/words', { id: row?.id, language: 'de', original, words, version: row?.version });
}

/** A policy in force that promises for every ticket of the client, and its next draft. */
async function policyOf({ provider, say }: Make, clientId: string): Promise<string> {
  const { owner } = provider;
  const terms = (word: string) => ({
    ...{
      kinds: ['incident'],
      serviceIds: [],
      condition: `!("${word}" in ticket.tags)`,
      olas: [],
      thresholds: null,
      rules: {},
    },
    targets: { resolution: { byPriority: [60, 60, 60, 60, 60], calendar: null } },
  });
  const at = '/service-levels/policies';
  const { id } = await must(owner, 'POST', at, {
    name: say('policy', 'desk'),
    clientId,
    terms: terms(say('condition', 'desk')),
  });
  await must(owner, 'POST', `${at}/${id}/publish`, { version: 1, note: say('policy note', 'desk') });
  await must(owner, 'PATCH', `${at}/${id}`, { version: 2, terms: terms(say('draft', 'desk')) });
  return id;
}

async function peopleOf({ provider, say }: Make, client: string, siteId: string, elsewhere: string) {
  const add = async (who: string, more: object = {}) =>
    (
      await must(provider.owner, 'POST', '/contacts', {
        clientId: client,
        name: say(who, 'other'),
        email: `${say(who, 'other').replaceAll(' ', '.')}@people.example`,
        phone: `${say('', 'desk')} 555`,
        title: say('job', 'desk'),
        notes: say('contact notes', 'desk'),
        siteId,
        ...more,
      })
    ).id;
  return {
    asker: await add('asker', { name: say('asker') }),
    colleague: await add('colleague', { vip: true, escalationLevel: 1, roles: [say('role', 'desk')] }),
    boss: await add('boss', { sees: 'all' }),
    neighbour: await add('neighbour', { sees: 'site', siteId: elsewhere }),
  };
}

async function workOf({ desk, provider, say }: Make, client: string, siteId: string, people: { colleague: string }) {
  const { owner, tom, team, category, service } = provider;
  const log = (title: string, more: object = {}) =>
    must<TicketView>(owner, 'POST', '/tickets', {
      kind: 'incident',
      clientId: client,
      title: say(title, 'other'),
      requesterId: people.colleague,
      ...more,
    });
  const ticket = await log('title', {
    description: `<p>${say('description', 'other')}</p>`,
    siteId,
    teamId: team,
    categoryId: category,
    serviceId: service,
    assigneeId: tom.id,
    priority: 1,
    priorityReason: say('priority reason', 'desk'),
    tags: [say('tag', 'desk')],
    custom: { asset: say('custom', 'desk') },
    checklist: [say('checklist', 'desk')],
    externalRef: say('reference', 'desk'),
  });
  const at = `/tickets/${ticket.id}`;
  const child = await log('child', { parentId: ticket.id });
  const merged = await log('merged');
  const other = await log('duplicate');
  await must(owner, 'POST', `/tickets/${merged.id}/merge`, { into: ticket.key });
  await must(owner, 'POST', `${at}/links`, { kind: 'related', to: child.key });
  await must(owner, 'POST', `${at}/watchers`, { kind: 'contact', id: people.colleague });
  await must(tom, 'POST', `${at}/watchers`, { kind: 'staff', id: tom.id });
  await must(tom, 'POST', `${at}/read`);
  const send = async (name: string) =>
    (await upload(desk, client, { authorization: `Bearer ${owner.key}` }, { name, content: say(name, 'desk') })).body
      .id;
  const [file, noteFile, looseFile] = [
    await send(`${say('file', 'other')}.txt`),
    await send(`${say('note file', 'desk')}.txt`),
    await send(`${say('loose file', 'desk')}.txt`),
  ];
  const write = (visibility: string, text: string, attachmentIds: string[]) =>
    must<{ id: string }>(owner, 'POST', `${at}/messages`, { visibility, body: `<p>${text}</p>`, attachmentIds });
  const mention = `<span data-type="mention" data-id="${tom.id}">@Tom</span>`;
  const message = (await write('public', say('reply', 'other'), [file])).id;
  const note = (await write('internal', `${mention} ${say('note', 'desk')}`, [noteFile])).id;
  await plantQuote(desk, client, message, say('quote', 'desk'));
  await plantQuote(desk, client, note, say('quote', 'desk'));
  await must(owner, 'POST', `${at}/assign`, { assigneeId: null, reason: say('reason', 'desk') });
  await must(owner, 'POST', `/tickets/${other.id}/transitions`, {
    to: 'resolved',
    resolutionCode: 'fixed',
    resolutionNote: say('resolution', 'other'),
    cause: say('cause', 'desk'),
  });
  await must(owner, 'POST', `${at}/transitions`, { to: 'on_hold', holdReason: 'vendor', reason: say('hold', 'desk') });
  const page = (await must(owner, 'POST', `${at}/pages`, { why: say('page', 'desk'), pathId: provider.escalationPath }))
    .id;
  // Nobody is called for it any more, so that nothing of it changes later.
  await must(tom, 'POST', `/pages/${page}/acknowledge`);
  const view = await must<TicketView>(owner, 'GET', at);
  const { items } = await must<{ items: TimelineEntry[] }>(owner, 'GET', `${at}/timeline`);
  return {
    ticket: { id: ticket.id, key: ticket.key },
    child: { id: child.id, key: child.key },
    merged: { id: merged.id, key: merged.key },
    message,
    note,
    file,
    noteFile,
    looseFile,
    page,
    item: view.checklist[0]?.id ?? '',
    event: items.findLast((entry) => entry.type === 'ticket.moved')?.id ?? '',
  };
}

/** What a mail quoted below a message. */
export async function plantQuote(desk: Desk, client: string, message: string, text: string): Promise<void> {
  const quote = { client_id: client, message_id: message, body_html: `<p>${text}</p>` };
  await desk.run((ctx) => ctx.tx.insertInto('message_quotes').values(quote).execute());
}

/** The asker's own ticket, logged by staff and answered in the portal with a file. */
async function ownTicket({ desk, provider, say }: Make, client: string, asker: string): Promise<Firm['own']> {
  const { owner } = provider;
  const logged = await must<TicketView>(owner, 'POST', '/tickets', {
    kind: 'incident',
    clientId: client,
    title: say('own title'),
    description: say('own description'),
    requesterId: asker,
    tags: [say('own tag', 'desk')],
  });
  const portal = await enterPortal(desk, owner, asker);
  const file = await upload(desk, client, cookieOf(portal), {
    name: `${say('own file')}.txt`,
    content: say('own file'),
  });
  const reply = await must(asPerson(portal), 'POST', `/portal/tickets/${logged.key}/messages`, {
    body: say('own reply'),
    attachmentIds: [file.body.id],
  });
  await plantQuote(desk, client, reply.id, say('own quote'));
  await must(owner, 'POST', `/tickets/${logged.id}/messages`, {
    visibility: 'internal',
    body: say('own note', 'desk'),
  });
  return { id: logged.id, key: logged.key, message: reply.id, file: file.body.id };
}
