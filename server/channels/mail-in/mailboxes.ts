import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { MailboxView } from '#shared/mail.ts';
import { STUCK, type Stuck, stuckWords } from './graph/stuck.ts';

type Oauth = NonNullable<MailboxView['graph']>['oauth'];
type Row = Omit<MailboxView, 'imap' | 'graph' | 'trouble'> & {
  host: string | null;
  port: number;
  security: 'none' | 'starttls' | 'tls';
  url: string | null;
  username: string;
  folder: string;
  markRead: boolean;
  hasPassword: boolean;
  oauth: Oauth | null;
  lookedAt: string | null;
  foundBefore: number | null;
  takeSince: string | null;
  lastError: string;
  lastErrorAt: string | null;
  retryAt: string | null;
  stuck: Stuck | null;
};

/** The mailboxes by name, without their passwords. Under the program's scope. */
export async function listMailboxes(ctx: Ctx, id: string | null = null): Promise<MailboxView[]> {
  const { rows } = await sql<Row>`
    select b.id, b.name, b.address, b.kind, b.active, b.serves_id as "servesId", c.name as "servesName", b.team_id as "teamId",
      b.ticket_kind as "ticketKind", b.trusted_servers as "trustedServers", b.acknowledges, b.plus_addresses as "plusAddresses", b.version,
      a.host, a.port, a.security, a.url, a.username, a.folder, a.mark_read as "markRead", a.password is not null as "hasPassword",
      a.looked_at as "lookedAt", case when a.listing_since is null then a.found_before end as "foundBefore", a.take_since as "takeSince",
      a.last_error as "lastError", a.last_error_at as "lastErrorAt", a.retry_at as "retryAt",
      case when o.mailbox_id is not null then json_build_object('provider', o.provider, 'grant', o.grant_kind,
        'clientId', o.oauth_client_id, 'authorizeUrl', o.authorize_url, 'tokenUrl', o.token_url, 'scope', o.scope,
        'secretEndsOn', o.secret_ends_on, 'connectedAt', o.connected_at) end as oauth,
      ${STUCK} as stuck
    from mailboxes b left join clients c on c.id = b.serves_id left join mailbox_access a on a.mailbox_id = b.id
      left join mailbox_oauth o on o.mailbox_id = b.id and a.auth = 'oauth'
    where ${id}::uuid is null or b.id = ${id} order by lower(b.name), b.id limit 500`.execute(ctx.tx);
  return rows.map(presented);
}

export async function viewMailbox(ctx: Ctx, id: string): Promise<MailboxView> {
  const [box] = await listMailboxes(ctx, id);
  if (!box) throw notFound('mailbox');
  return box;
}

function presented({ lastError, lastErrorAt, retryAt, stuck, ...row }: Row): MailboxView {
  const { host, port, security, url, username, folder, markRead, hasPassword, oauth, ...rest } = row;
  const { lookedAt, foundBefore, takeSince, ...box } = rest;
  const place = { username, folder, lookedAt, foundBefore, takeSince };
  const signIn = withInstant(oauth);
  return {
    ...box,
    imap: host === null ? null : { host, port, security, hasPassword, oauth: signIn, ...place },
    graph: url === null || signIn === null ? null : { url, markRead, oauth: signIn, ...place },
    trouble: lastErrorAt ? { text: lastError, at: lastErrorAt, retryAt } : stuck && stuckWords(stuck),
  };
}

/** Instants out of JSON come as PostgreSQL writes them. */
const withInstant = (oauth: Oauth | null): Oauth | null =>
  oauth && { ...oauth, connectedAt: oauth.connectedAt && new Date(oauth.connectedAt).toISOString() };
