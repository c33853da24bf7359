import { newId } from '#kernel/ids.ts';
import type { Ctx } from '#platform/context/index.ts';
import { worksFor } from '#platform/identity/index.ts';
import { queueMails } from '#server/channels/mail-out/index.ts';
import { NOTIFICATION_KINDS, type NotificationKind, type NotificationWords } from '#shared/notification-words.ts';

/** One’s own page that a note leads to. */
type OwnPage = 'time' | 'expenses';
type Ticket = { client_id: string; id: string };
/** What a note is about: a ticket, contract, project or quote of a client; or an article, a connection to another system, an improvement or one's own page, for which no client stands. */
type About =
  | { client_id: string; ticket_id: string }
  | { client_id: string; contract_id: string }
  | { client_id: string; project_id: string }
  | { client_id: string; quote_id: string }
  | { own_page: OwnPage }
  | { article_id: string }
  | { connector_id: string }
  | { improvement_id: string };

/** Of those named, who still works here and for the client, and how each wants to hear of this kind. */
const REACHED = `
select s.id, $5::boolean or coalesce(p.app, $3::boolean) as app,
  coalesce(p.mail, $4::boolean) and exists (select from mail_sending where active) as mail
from staff s left join notification_preferences p on p.staff_id = s.id and p.kind = $6
where s.id = any ($1::uuid[]) and s.active and ${worksFor('$2')}
order by s.id`;

/**
 * Tells staff something about a ticket, in the app and by mail as each of them wants it, except for who caused it and where history is
 * being written. Whoever has left, or does not work for the client, is told nothing.
 */
export async function notify(
  ctx: Ctx,
  ticket: Ticket,
  staffIds: readonly string[],
  kind: NotificationKind,
  text: string,
): Promise<void> {
  const others = [...new Set(staffIds)].filter((id) => id !== ctx.actor.id);
  if (ctx.quiet || ctx.muted || others.length === 0) return;
  const { app, mail, always = false }: NotificationWords = NOTIFICATION_KINDS[kind];
  const reached = await ctx.hot<{ id: string; app: boolean; mail: boolean }>('notify_reached', REACHED, [
    others,
    ticket.client_id,
    app,
    mail,
    always,
    kind,
  ]);
  const said = text.slice(0, 300);
  const inApp = reached.filter((one) => one.app).map(({ id }) => id);
  const byMail = reached.filter((one) => one.mail).map(({ id }) => id);
  await leaveNotes(ctx, { client_id: ticket.client_id, ticket_id: ticket.id }, inApp, kind, said);
  await queueMails(ctx, ticket, byMail, { kind, text: said, urgent: kind === 'page' });
}

/** Of those named, who still works here, may read the article, and wants to hear of this kind. */
const READERS = `
select s.id from articles a, staff s left join notification_preferences p on p.staff_id = s.id and p.kind = $4
where a.id = $1 and s.id = any ($2::uuid[]) and s.active and coalesce(p.app, $3::boolean)
  and (a.visibility <> 'chosen' or s.all_clients or exists (
    select from article_clients c join staff_clients l on l.client_id = c.client_id
    where c.article_id = a.id and l.staff_id = s.id))
order by s.id`;

/** Tells staff something about an article, in the app, except for who caused it and whoever may not read it. */
export async function notifyOfArticle(
  ctx: Ctx,
  articleId: string,
  staffIds: readonly (string | null)[],
  kind: NotificationKind,
  text: string,
): Promise<void> {
  const others = [...new Set(staffIds)].filter((id) => id !== null && id !== ctx.actor.id);
  if (ctx.quiet || ctx.muted || others.length === 0) return;
  const { app } = NOTIFICATION_KINDS[kind];
  const readers = await ctx.hot<{ id: string }>('notify_readers', READERS, [articleId, others, app, kind]);
  const ids = readers.map(({ id }) => id);
  await leaveNotes(ctx, { article_id: articleId }, ids, kind, text.slice(0, 300));
}

/** Of those named, who still works here, sees all clients, and wants to hear of this kind. */
const KEEPERS = `
select s.id from staff s left join notification_preferences p on p.staff_id = s.id and p.kind = $3
where s.id = any ($1::uuid[]) and s.active and s.all_clients and coalesce(p.app, $2::boolean) order by s.id`;

/** Tells staff something about a connection to another system, in the app, except for who caused it and whoever sees some clients only. */
export async function notifyOfConnector(
  ctx: Ctx,
  connectorId: string,
  staffIds: readonly string[],
  kind: NotificationKind,
  text: string,
): Promise<void> {
  const others = [...new Set(staffIds)].filter((id) => id !== ctx.actor.id);
  if (ctx.quiet || ctx.muted || others.length === 0) return;
  const { app } = NOTIFICATION_KINDS[kind];
  const keepers = await ctx.hot<{ id: string }>('notify_keepers', KEEPERS, [others, app, kind]);
  const ids = keepers.map(({ id }) => id);
  await leaveNotes(ctx, { connector_id: connectorId }, ids, kind, text.slice(0, 300));
}

/** Of those named, who still works here, sees the client whose it is (all of them where it is the provider's), and wants to hear of it. */
const OWNERS = `
select s.id from staff s left join notification_preferences p on p.staff_id = s.id and p.kind = $3
where s.id = any ($1::uuid[]) and s.active and coalesce(p.app, $2::boolean) and ($4::uuid is null or ${worksFor('$4')}) order by s.id`;

/** Tells staff something about an improvement, in the app. */
export async function notifyOfImprovement(
  ctx: Ctx,
  { id, client_id }: { id: string; client_id: string | null },
  staffIds: readonly string[],
  text: string,
): Promise<void> {
  await notifyOwners(ctx, { improvement_id: id }, { client_id, kind: 'improvement' }, staffIds, text);
}

/** Tells staff something about a project, in the app. */
export async function notifyOfProject(
  ctx: Ctx,
  { id, client_id }: { id: string; client_id: string },
  staffIds: readonly string[],
  text: string,
): Promise<void> {
  await notifyOwners(ctx, { client_id, project_id: id }, { client_id, kind: 'project_budget' }, staffIds, text);
}

async function notifyOwners(
  ctx: Ctx,
  about: About,
  { client_id, kind }: { client_id: string | null; kind: NotificationKind },
  staffIds: readonly string[],
  text: string,
): Promise<void> {
  if (ctx.quiet || ctx.muted || staffIds.length === 0) return;
  const { app } = NOTIFICATION_KINDS[kind];
  const owners = await ctx.hot<{ id: string }>('notify_owners', OWNERS, [staffIds, app, kind, client_id]);
  await leaveNotes(
    ctx,
    about,
    owners.map(({ id }) => id),
    kind,
    text.slice(0, 300),
  );
}

/** Tells staff something about a contract, in the app, except for who does not work for the client. */
export async function notifyOfContract(
  ctx: Ctx,
  { client_id, id }: { client_id: string; id: string },
  staffIds: readonly string[],
  text: string,
  kind: 'contract_warning' | 'quote' = 'contract_warning',
): Promise<void> {
  await notifyOwners(ctx, { client_id, contract_id: id }, { client_id, kind }, staffIds, text);
}

/** Tells staff what became of a quote, in the app, except for who does not work for the client. */
export async function notifyOfQuote(
  ctx: Ctx,
  { id, client_id }: { id: string; client_id: string },
  staffIds: readonly string[],
  text: string,
): Promise<void> {
  if (ctx.quiet || ctx.muted || staffIds.length === 0) return;
  const { app } = NOTIFICATION_KINDS.quote;
  const reached = await ctx.hot<{ id: string }>('notify_owners', OWNERS, [staffIds, app, 'quote', client_id]);
  const ids = reached.map((one) => one.id);
  await leaveNotes(ctx, { client_id, quote_id: id }, ids, 'quote', text.slice(0, 300));
}

/** Who still works here and wants to hear of what is their own. */
const THEMSELVES = `
select s.id from staff s left join notification_preferences p on p.staff_id = s.id and p.kind = $3
where s.id = $1 and s.active and coalesce(p.app, $2::boolean)`;

/** Tells somebody something about their own time or expenses, in the app. */
export async function notifyOfOwn(
  ctx: Ctx,
  staffId: string,
  about: { page: OwnPage; kind: 'time_owed' | 'time_returned' },
  text: string,
): Promise<void> {
  if (ctx.quiet || ctx.muted) return;
  const { app } = NOTIFICATION_KINDS[about.kind];
  const reached = await ctx.hot<{ id: string }>('notify_themselves', THEMSELVES, [staffId, app, about.kind]);
  const ids = reached.map((one) => one.id);
  await leaveNotes(ctx, { own_page: about.page }, ids, about.kind, text.slice(0, 300));
}

async function leaveNotes(
  ctx: Ctx,
  about: About,
  staffIds: readonly string[],
  kind: NotificationKind,
  text: string,
): Promise<void> {
  if (staffIds.length === 0) return;
  const rows = staffIds.map((staff_id) => ({
    ...about,
    id: newId(),
    staff_id,
    kind,
    text,
    created_at: ctx.now,
  }));
  await ctx.tx.insertInto('notifications').values(rows).execute();
  // Ids only, heard at commit: the text is read under the reader's own scope.
  await ctx.hot('notify_live', "select pg_notify('fettle_notifications', line) from unnest($1::text[]) line", [
    rows.map((row) => {
      const [clientId, ticketId] = 'ticket_id' in row ? [row.client_id, row.ticket_id] : ['', ''];
      return [row.staff_id, clientId, ticketId, row.id, kind].join('|');
    }),
  ]);
}
