import { createTransport } from 'nodemailer';
import { afterAll } from 'vitest';
import { listenForMail, takeMail } from '#server/channels/mail-in/index.ts';
import type { IncomingPage } from '#shared/mail.ts';
import type { TicketView } from '#shared/ticket.ts';
import { END, type Hostile, linesOf, MARKUP, storable } from '../attack/markup.ts';
import { asPerson, cookieOf, enterPortal } from '../isolation/sweep/firm.ts';
import { itemTerms, planTask } from '../isolation/sweep/order.ts';
import { must } from '../isolation/sweep/world.ts';
import { hire } from '../people.ts';
import { upload } from '../upload.ts';
import type { Visitor } from '../visitor.ts';
import type { Workspace } from './workspace.ts';

/** Where what was written by attackers is shown, with a text by which one knows that it is there. */
export type Shown = readonly [address: string, mark: string];
export type Stage = {
  staff: Shown[];
  contact: Shown[];
  anybody: Shown[];
  /** Downloads that a browser would run if it opened them. */
  files: string[];
  /** Somebody of the client, signed in. */
  ada: Visitor;
  adaId: string;
  clientId: string;
  /** Somebody of the desk who may do everything. */
  owner: Owner;
};

const DESK = 'desk@harbour.example';

/** Pieces of so many tricks each, which nothing unfinished joins. */
function pieces(each: number): string[] {
  const found: string[] = [];
  // What ends the page comes last of its piece.
  const apart = (one: Hostile) => (/<plaintext/.test(one.html) ? 1 : 0);
  for (let from = 0; from < MARKUP.length; from += each)
    found.push(
      MARKUP.slice(from, from + each)
        .toSorted((a, b) => apart(a) - apart(b))
        .map(({ html }) => html)
        .join(END),
    );
  return found;
}

/** All tricks as single lines of at most so many signs; asked again and again, it goes round. */
function lines(most: number): () => string {
  const made = linesOf(most);
  let at = 0;
  return () => made[at++ % made.length] as string;
}

/** Writes every trick through every door: mail, portal, workspace, articles, names and files. `each`: how many share one text. */
export async function plantMarkup({ desk }: Workspace, each: number): Promise<Stage> {
  const owner = await hire(desk, { name: '"><img src=x onerror=pwn(0)>{{7*7}}' });
  const make = async <T = { id: string }>(url: string, body: object) => must<T>(owner, 'POST', url, body);
  const [title, name, short] = [lines(300), lines(190), lines(120)];
  const label = (mark: string) => `${mark} ${short()}`;
  const texts = pieces(each);
  const { id: clientId } = await make('/clients', {
    ...{ name: label('Zmark'), code: 'ACME', timeZone: 'UTC', notes: name() },
  });
  await make(`/clients/${clientId}/sites`, { name: label('Zsite'), address: name() });
  const { id: adaId } = await make('/contacts', {
    ...{ clientId, name: label('Zada'), email: 'ada@acme.example', title: name(), notes: name(), vip: true },
    ...{ sees: 'all', phone: '"><img src=x onerror=pwn(0)>' },
  });
  const ada = await enterPortal(desk, owner, adaId);
  const asAda = asPerson(ada);
  const { id: team } = await make('/teams', { name: label('Zteam'), description: name() });
  await make('/services', { name: label('Zservice'), description: name(), teamId: team });
  await make('/categories', { name: label('Zcategory') });
  await make('/custom-fields', {
    key: 'asset',
    type: 'text',
    label: label('Zfield'),
    kinds: ['incident'],
    help: name(),
  });
  await make('/canned-replies', {
    name: label('Zreply'),
    body: `<p>Zreply</p>${withoutMarks(texts[0] ?? '')}`,
    folder: 'Z',
    shared: true,
  });
  await make('/client-groups', { name: label('Zgroup'), description: name() });
  await make('/views', { name: label('Zview'), filter: {}, shared: true });

  const sent = async (headers: Record<string, string>, at: string) =>
    (await upload(desk, clientId, headers, { name: at.replaceAll('"', '%22'), content: 'x' })).body.id;
  const staffHeaders = { authorization: `Bearer ${owner.key}` };
  const ticket = await make<TicketView>('/tickets', {
    ...{ kind: 'incident', clientId, requesterId: adaId, title: `Zticket ${title()}`.slice(0, 300), teamId: team },
    ...{ description: storable(texts[0] ?? ''), tags: ['"><img/src=x/onerror=pwn(0)>'], custom: { asset: name() } },
    checklist: [name(), name()],
  });
  for (const [i, text] of texts.entries())
    await make(`/tickets/${ticket.key}/messages`, {
      visibility: i % 2 ? 'internal' : 'public',
      body: `<p>Zstaff ${i + 1}</p>${storable(text)}`,
      ...(i % 10 ? {} : { attachmentIds: [await sent(staffHeaders, short())] }),
    });
  await make(`/tickets/${ticket.key}/time`, { minutes: 5, note: name() });
  await make(`/tickets/${ticket.key}/assign`, { teamId: team, reason: name() });

  const raised = await must<{ key: string }>(asAda, 'POST', '/portal/tickets', {
    title: `Zraised ${title()}`.slice(0, 200),
    description: storable(texts.at(-1) ?? ''),
    attachmentIds: [await sent(cookieOf(ada), short())],
  });
  for (const [i, text] of texts.entries())
    await must(asAda, 'POST', `/portal/tickets/${raised.key}/messages`, {
      body: `<p>Zsaid ${i + 1}</p>${storable(text).slice(0, 49_000)}`,
    });
  const mailed = await byMail({ desk }, owner, texts, { short, title });
  const articles = await known(owner, ada, texts, title);
  const ordered = await requested(owner, clientId, adaId, name);
  await must(owner, 'PUT', '/settings/portal.texts', {
    level: 'client',
    id: clientId,
    value: { welcome: label('Zwelcome'), support: name() },
  });
  await must(owner, 'PUT', '/settings/portal.name', {
    level: 'client',
    id: clientId,
    value: { name: short().slice(0, 60) },
  });
  return {
    ada,
    adaId,
    clientId,
    owner,
    files: await documents(desk, clientId, staffHeaders),
    staff: [
      [`/tickets/${ticket.key}`, `Zstaff ${texts.length}`],
      [`/tickets/${raised.key}`, `Zsaid ${texts.length}`],
      [`/tickets/${mailed.key}`, `Zmail ${texts.length}`],
      [`/tickets/${ordered}`, 'Zitem'],
      ['/queue', 'Zticket'],
      ['/board', 'Zticket'],
      ['/triage', 'Zraised'],
      ['/mail', 'Zkept'],
      ['/mail?show=all', 'Zkept'],
      [`/mail?mail=${mailed.kept}`, 'Zkeptback'],
      ['/clients', 'Zmark'],
      [`/clients/${clientId}`, 'Zmark'],
      ['/client-groups', 'Zgroup'],
      ['/contacts', 'Zada'],
      [`/contacts/${adaId}`, 'Zada'],
      ['/teams', 'Zteam'],
      ['/people', 'img src=x'],
      ['/knowledge', 'Zarticle'],
      ...articles.flatMap((id): Shown[] => [
        [`/knowledge/${id}`, 'Zknown'],
        [`/knowledge/${id}/edit`, 'Zknown'],
        [`/knowledge/${id}/versions`, 'Zarticle'],
      ]),
      ['/settings/catalogue', 'Zitem'],
      ['/settings/categories', 'Zcategory'],
      ['/settings/services', 'Zservice'],
      ['/settings/custom-fields', 'Zfield'],
      ['/settings/canned-replies', 'Zreply'],
      ['/settings/views', 'Zview'],
      ['/settings/audit', 'img src=x'],
    ],
    contact: [
      ['/portal', 'Zraised'],
      [`/portal/tickets/${ticket.key}`, `Zstaff ${texts.length - (texts.length % 2 ? 0 : 1)}`],
      [`/portal/tickets/${raised.key}`, `Zsaid ${texts.length}`],
      [`/portal/tickets/${mailed.key}`, `Zmail ${texts.length}`],
      [`/portal/tickets/${ordered}`, 'Zitem'],
      ['/portal/company', 'Zmailed'],
      ['/portal/raise', 'In a few words'],
      ['/portal/catalogue', 'Zitem'],
      ['/portal/knowledge', 'Zarticle'],
      ...articles.map((id): Shown => [`/portal/knowledge/${id}`, 'Zknown']),
    ],
    anybody: [
      ['/portal/for/acme', 'Zwelcome'],
      ['/portal/knowledge', 'Zarticle'],
      ...articles.map((id): Shown => [`/portal/knowledge/${id}`, 'Zknown']),
    ],
  };
}

type Owner = Awaited<ReturnType<typeof hire>>;

/** A reply that is filled in has no marks but those that are known. */
const withoutMarks = (html: string) => storable(html).replaceAll('{{', '{ {');

/** Tricks as HTML and as plain text, in subjects, in names of people and of files; from somebody known, and from strangers. */
async function byMail(
  { desk }: Pick<Workspace, 'desk'>,
  owner: Owner,
  texts: readonly string[],
  { short, title }: { short: () => string; title: () => string },
): Promise<{ key: string; kept: string }> {
  await must(owner, 'POST', '/mail/mailboxes', {
    ...{ name: 'Desk', address: DESK, kind: 'smtp', active: true, servesId: null, teamId: null, version: 0 },
    ...{ ticketKind: 'incident', trustedServers: [], acknowledges: false, plusAddresses: true },
  });
  const listener = await listenForMail(desk.services, { host: '127.0.0.1', port: 0 });
  afterAll(() => listener.stop());
  const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true, pool: true });
  afterAll(() => transport.close());
  const send = async (mail: object, from = 'ada@acme.example') => {
    const attachments = [short(), short()].map((filename) => ({ filename, content: 'x' }));
    await transport.sendMail({
      to: DESK,
      from: { name: short(), address: from },
      subject: title(),
      attachments,
      ...mail,
    });
  };
  const first = { messageId: '<first@acme.example>' };
  await send({ ...first, subject: 'Zmailed', html: '<p>It beeps.</p>' });
  await takeMail(desk.services);
  const joins = { inReplyTo: first.messageId, references: first.messageId };
  for (const [i, text] of texts.entries()) {
    await send({ ...joins, html: `<p>Zhtml ${i + 1}</p>${text}` });
    await send({ ...joins, text: `Zplain ${i + 1} ${text}` });
  }
  await send({ ...joins, html: `<p>Zmail ${texts.length}</p>` });
  for (const text of texts.slice(0, 4))
    await send({ subject: `Zkept ${short()}`, html: `<p>Zkeptback</p>${text}` }, 'stranger@elsewhere.example');
  await takeMail(desk.services);
  const { items } = await must<IncomingPage>(owner, 'GET', '/mail/incoming?limit=200');
  const key = items.find(({ ticketKey }) => ticketKey)?.ticketKey;
  const kept = items.find(({ subject }) => subject.startsWith('Zkept'));
  if (!key || !kept) throw new Error('Mail with tricks did not become a ticket, or was not kept back');
  return { key, kept: kept.id };
}

/** Articles for everybody, each with as many tricks as one may hold; and one that somebody said is wrong. */
async function known(owner: Owner, ada: Visitor, texts: readonly string[], title: () => string): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < texts.length; ) {
    let body = '<p>Zknown</p>';
    for (
      ;
      from < texts.length &&
      body.length + (texts[from]?.length ?? 0) < 190_000 &&
      (ids.length || from < texts.length / 2);
      from++
    )
      body += `${storable(texts[from] ?? '')}${END}`;
    const about = { title: `Zarticle ${title()}`.slice(0, 200), visibility: 'public' };
    const { id } = await must(owner, 'POST', '/articles', { ...about, body });
    const { version } = await must<{ version: number }>(owner, 'GET', `/articles/${id}`);
    await must(owner, 'POST', `/articles/${id}/publish`, { version, note: title() });
    ids.push(id);
  }
  await ada.call('POST', `/portal/knowledge/${ids[0]}/reads`);
  return ids;
}

/** An item whose words, answers and reason are tricks, ordered. */
async function requested(owner: Owner, clientId: string, requesterId: string, name: () => string): Promise<string> {
  const field = {
    ...{
      key: 'word',
      type: 'text',
      label: name().slice(0, 100),
      help: name(),
      required: false,
      options: [],
      min: null,
    },
    ...{ max: null, initial: null, shownWhen: null, requiredWhen: null },
  };
  const terms = itemTerms(`Zitem ${name()}`.slice(0, 100), {
    ...{
      summary: name().slice(0, 150),
      description: name(),
      form: { fields: [field] },
      plan: [planTask(name().slice(0, 150))],
    },
  });
  const { id } = await must(owner, 'POST', '/catalogue-items', { terms });
  await must(owner, 'POST', `/catalogue-items/${id}/publish`, { version: 1, note: name() });
  const order = { clientId, requesterId, itemId: id, answers: { word: name() }, reason: name() };
  return (await must<{ key: string }>(owner, 'POST', '/requests', order)).key;
}

/** Documents that run something where a browser opens them. */
async function documents(
  desk: Workspace['desk'],
  clientId: string,
  headers: Record<string, string>,
): Promise<string[]> {
  const run = '<script>alert(1);window.pwn&&pwn(1)</script>';
  const files = [
    { name: 'x.svg', content: `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${run}</svg>` },
    { name: 'x.html', content: `<!doctype html>${run}` },
    { name: 'x.xhtml', content: `<html xmlns="http://www.w3.org/1999/xhtml">${run}</html>` },
    {
      name: 'x.xml',
      content: `<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>`,
    },
    { name: 'x.pdf', content: '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj' },
    { name: 'x.php', content: `<?php echo 1 ?>${run}` },
    { name: 'x.png', content: `<!doctype html>${run}` },
  ];
  const ids: string[] = [];
  for (const file of files) ids.push((await upload(desk, clientId, headers, { ...file, type: 'text/html' })).body.id);
  return ids.map((id) => `/api/v1/files/${id}`);
}
