import { newToken, tokenHash } from '#platform/identity/index.ts';
import type { IncomingPage } from '#shared/mail.ts';
import { MAIL_KINDS, type MailKind, type MailKindWords, MESSAGE } from '#shared/mail-words.ts';
import type { RequestView } from '#shared/request.ts';
import { linesOf, MARKUP, oneLine, textsOf } from '../attack/markup.ts';
import { asPerson } from '../isolation/sweep/firm.ts';
import { itemTerms, planTask } from '../isolation/sweep/order.ts';
import { must } from '../isolation/sweep/world.ts';
import type { Shown, Stage } from './hostile-stage.ts';
import type { Workspace } from './workspace.ts';

export type Doors = {
  staff: Shown[];
  contact: Shown[];
  /** A link of a mail that asks how content somebody is. */
  rateLink: string;
};

const KINDS = ['outage', 'maintenance', 'notice'] as const;
const LANGUAGES = ['en', 'de', 'fr', 'es', 'nl'];
const FIELDS = 40;

/** So many of a list, from all over it. */
function some<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(most, list.length) }, (_, i) => list[Math.floor((i + 0.5) * step)] as T);
}
const around = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
/** Texts in which names stand in braces take none that they do not know. */
const unbraced = (text: string) => text.replace(/\{(?=\{)/g, '{ ');

/** Writes tricks through the doors that the stage leaves out. `most`: how many texts go through each. */
export async function plantDoors({ desk }: Workspace, stage: Stage, most: number): Promise<Doors> {
  const { owner, ada, adaId, clientId } = stage;
  const asAda = asPerson(ada);
  const make = async <T = { id: string }>(url: string, body: object) => must<T>(owner, 'POST', url, body);
  const lines = (length: number) => some(linesOf(length), most);
  const texts = (length: number) => some(textsOf(length), most);
  const ticket = (title: string, more: object = {}) =>
    make<{ id: string; key: string }>('/tickets', {
      ...{ kind: 'incident', clientId, requesterId: adaId, title },
      ...more,
    });
  const doors: Doors = { staff: [], contact: [], rateLink: '' };

  const people = async () => {
    for (const name of lines(190)) await make('/contacts', { clientId, name: `Zname ${name}`.slice(0, 200) });
    for (const name of lines(190)) await make(`/clients/${clientId}/sites`, { name: `Zplace ${name}`.slice(0, 200) });
    doors.staff.push(['/contacts?q=Zname', 'Zname']);
  };

  const tagged = async () => {
    const tags = new Map(
      MARKUP.map(({ html, n, group }) => {
        const tag = oneLine({ html, n, group }).replaceAll(',', '').trim().slice(0, 40);
        return [tag.toLowerCase(), tag];
      }),
    );
    const all = some([...tags.values()].filter(Boolean), most * 20);
    for (let from = 0; from < all.length; from += 20) {
      const { key } = await ticket('Ztagged', { tags: all.slice(from, from + 20) });
      doors.staff.push([`/tickets/${key}`, 'Ztagged']);
    }
    doors.staff.push(['/queue', 'Ztagged']);
  };

  const rated = async () => {
    const titles = linesOf(280);
    for (const [i, comment] of texts(1_990).entries()) {
      const { id, key } = await ticket(`Zrated ${around(titles, i)}`);
      const token = newToken();
      await desk.run((ctx) =>
        ctx.tx
          .insertInto('ratings')
          .values({
            ...{ client_id: clientId, ticket_id: id, contact_id: adaId, asked_at: ctx.now },
            ...{ until: '2099-01-01T00:00:00Z', token_hash: tokenHash(token) },
          })
          .execute(),
      );
      await must(asAda, 'PUT', `/portal/tickets/${key}/rating`, { score: 'bad', comment });
      doors.rateLink = `/portal/rate#token=${token}&score=bad`;
      doors.staff.push([`/tickets/${key}`, 'Zrated']);
      doors.contact.push([`/portal/tickets/${key}`, 'Zrated']);
    }
    doors.staff.push(['/satisfaction', 'Zmark']);
  };

  const ordered = async () => {
    const { id: beaId } = await make('/contacts', {
      clientId,
      name: `Zbea ${lines(100)[0]}`,
      email: 'bea@acme.example',
    });
    const { labels, helps, options } = { labels: lines(190), helps: lines(490), options: lines(190) };
    const names = linesOf(90);
    const comments = texts(1_990);
    const field = (i: number) => ({
      ...{ key: `f${i}`, type: i % 3 ? 'text' : 'choice', label: around(labels, i), help: around(helps, i) },
      ...{ required: false, min: null, max: null, initial: null, shownWhen: null, requiredWhen: null },
      options: i % 3 ? [] : options.slice((i * 20) % options.length).slice(0, 60),
    });
    const items: string[] = [];
    const reasons = lines(490);
    for (let from = 0; from < Math.max(labels.length, 2); from += FIELDS) {
      const at = from / FIELDS;
      const step = { name: around(names, at), approvers: [{ kind: 'contact', id: adaId }], quorum: 'any' };
      const terms = itemTerms(`Zoffer ${around(names, at)}`, {
        ...{ summary: around(labels, at), heading: around(linesOf(58), at), description: around(texts(4_900), at) },
        form: { fields: Array.from({ length: Math.min(FIELDS, labels.length) }, (_, i) => field(from + i)) },
        plan: some(labels, 40).map((title, i) => ({ ...planTask(title), key: `t${i}` })),
      });
      const { id } = await make('/catalogue-items', { terms });
      await make(`/catalogue-items/${id}/publish`, { version: 1, note: around(reasons, at) });
      await must(owner, 'PUT', `/catalogue-items/${id}/offers`, {
        ...{ clientId },
        terms: {
          approval: {
            ...{ order: 'serial', currency: 'AUD', expireAfterHours: 500, remindEveryHours: null },
            steps: [{ ...step, veto: true, above: null }],
          },
        },
      });
      items.push(id);
      doors.staff.push([`/settings/catalogue/${id}`, 'Zoffer']);
      doors.contact.push([`/portal/catalogue/${id}`, 'Zoffer']);
    }
    for (let i = 0; i <= Math.max(comments.length, items.length); i++) {
      const order = { clientId, requesterId: beaId, itemId: around(items, i), answers: {}, reason: around(reasons, i) };
      const { key } = await make<{ key: string }>('/requests', order);
      doors.staff.push([`/tickets/${key}`, 'Zoffer']);
      // The first waits to be decided.
      if (i === 0) continue;
      const { request } = await must<{ request: RequestView }>(owner, 'GET', `/tickets/${key}/request`);
      const vote = request.approvals[0]?.steps[0]?.voters[0]?.id;
      const decision = { vote: i % 2 ? 'reject' : 'approve', comment: around(comments, i - 1) };
      await must(asAda, 'POST', `/portal/approvals/votes/${vote}`, decision);
      doors.contact.push([`/portal/tickets/${key}`, 'Zoffer']);
    }
    doors.contact.push(['/portal/approvals', 'Zbea']);
  };

  const written = async () => {
    const [subjects, words] = [lines(190).map(unbraced), texts(4_900).map(unbraced)];
    const kinds = Object.keys(MAIL_KINDS) as MailKind[];
    const places = kinds.flatMap((kind) => LANGUAGES.map((language) => ({ kind, language })));
    for (const kind of kinds) {
      const { needsMessage }: MailKindWords = MAIL_KINDS[kind];
      const value = LANGUAGES.map((language) => {
        const at = places.findIndex((one) => one.kind === kind && one.language === language);
        const text = `Ztemplate ${needsMessage ? `{{${MESSAGE}}}` : ''} ${around(words, at)}`;
        return [language, { subject: around(subjects, at), text }];
      });
      await must(owner, 'PUT', `/settings/mail.template.${kind}`, {
        level: 'provider',
        value: Object.fromEntries(value),
      });
    }
    for (const { kind, language } of some(places, most))
      doors.staff.push([`/settings/mail-templates?mail=${kind}&language=${language}`, 'Ztemplate']);
    for (const [i, support] of some(linesOf(190), Math.min(most, 8)).entries()) {
      const level = { level: 'client', id: clientId };
      const links = [{ label: around(linesOf(38), i), url: `https://x.example/${encodeURI(support).slice(0, 100)}` }];
      await must(owner, 'PUT', '/settings/portal.links', { ...level, value: { links } });
    }
    doors.staff.push([`/settings/portal?client=${clientId}`, 'Zwelcome']);
  };

  const arrived = async () => {
    const { items } = await must<IncomingPage>(owner, 'GET', '/mail/incoming?limit=200');
    for (const { id } of some(items, most)) {
      doors.staff.push([`/mail?show=all&mail=${id}`, 'The mail as it came']);
      stage.files.push(`/api/v1/mail/incoming/${id}/raw`);
    }
  };

  await people();
  await tagged();
  await rated();
  await ordered();
  await written();
  await arrived();
  return doors;
}

/** Announces so many things, one batch after another, since people of clients see no more than a hundred at a time. */
export async function* announceTricks(
  stage: Stage,
  most: number,
): AsyncGenerator<{ staff: Shown[]; contact: Shown[] }> {
  const { owner, ada, clientId } = stage;
  const make = async <T = { id: string }>(url: string, body: object) => must<T>(owner, 'POST', url, body);
  const [titles, words] = [some(linesOf(185), most), some(textsOf(4_900), most)];
  const { id: service } = await make('/services', { name: `Zserved ${titles[0]}`.slice(0, 190) });
  await must(owner, 'PUT', `/clients/${clientId}/services`, { serviceIds: [service] });
  for (const note of some(textsOf(490), most))
    await must(owner, 'PUT', `/services/${service}/state`, { state: 'degraded', note: `Znote ${note}`.slice(0, 500) });
  for (let from = 0; from < titles.length; from += 80) {
    const staff: Shown[] = [];
    for (const [i, title] of titles.slice(from, from + 80).entries()) {
      const { id } = await make('/announcements', {
        ...{ kind: around(KINDS, i), title: `Zannounced ${title}`, text: around(words, i), audience: 'all' },
        serviceIds: [service],
      });
      await make(`/announcements/${id}/publish`, { version: 1, mail: i < 3 });
      if (i === 0) {
        await must(asPerson(ada), 'PUT', `/portal/announcements/${id}/following`, { follows: true });
        for (const text of words) await make(`/announcements/${id}/updates`, { text });
      }
      if (i > 2) {
        const { version } = await must<{ version: number }>(owner, 'GET', `/announcements/${id}`);
        await make(`/announcements/${id}/end`, { version, text: around(words, i + 1) });
      }
      staff.push([`/announcements/${id}`, 'Zannounced'], [`/announcements/${id}/edit`, 'Zannounced']);
    }
    staff.push(['/announcements', 'Zannounced'], ['/service-status', 'Zserved']);
    yield {
      staff,
      contact: [
        ['/portal/status', 'Zannounced'],
        ['/portal', 'Zannounced'],
        ['/portal/raise', 'Zannounced'],
      ],
    };
  }
}

/** Gives tickets with such titles to somebody of the desk, who hears of each in the app and by mail. */
export async function tellTricks({ owner, adaId, clientId }: Stage, staffId: string, most: number): Promise<void> {
  for (const title of some(linesOf(280), most))
    await must(owner, 'POST', '/tickets', {
      ...{ kind: 'incident', clientId, requesterId: adaId, assigneeId: staffId },
      title: `Ztold ${title}`,
    });
}
