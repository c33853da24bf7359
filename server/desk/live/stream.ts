import type { ServerResponse } from 'node:http';
import type { Services } from '#platform/context/index.ts';
import type { Session } from '#platform/http/index.ts';
import type { LiveMessage, Notice } from '#platform/live/index.ts';
import type { Permission } from '#shared/permissions.ts';

const HEARTBEAT_MS = 20_000;
/** Milliseconds after which a browser opens a lost stream again. */
const RETRY_MS = 2_000;
/** Bytes that may wait for a slow reader; then the stream is cut, and the browser opens a new one. */
const MOST_WAITING = 262_144;
/** Events that may wait for the database to say whether a contact may hear of them. */
const MOST_ASKED = 100;

/** One open stream: whose it is, and where it writes. */
export class Stream {
  readonly session: Session;
  readonly #services: Services;
  readonly #answer: ServerResponse;
  readonly #heartbeat: NodeJS.Timeout;
  #asking = Promise.resolve();
  #asked = 0;

  constructor(services: Services, session: Session, answer: ServerResponse) {
    this.#services = services;
    this.session = session;
    this.#answer = answer;
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT_MS).unref();
    this.#write(`retry: ${RETRY_MS}\n\n`);
  }

  /** Passes on what the owner may hear. */
  hear(message: LiveMessage): void {
    const { scope } = this.session.identity;
    const inScope = (clientId: string | null) =>
      clientId !== null && (scope.allClients || scope.clientIds.includes(clientId));
    if (message.kind === 'resync') this.send('resync', {});
    else if (message.kind === 'event') {
      const { notice } = message;
      const isAlert = notice.type.startsWith('alert.');
      if ((notice.subjectType !== 'ticket' && !isAlert) || !inScope(notice.clientId)) return;
      if (isAlert) {
        if (scope.principal === 'staff' && this.#may('alert.read')) this.#sendNotice(notice, 'alert');
      } else if (scope.principal === 'staff') this.#sendNotice(notice);
      else if (notice.visibility === 'public') this.#sendIfVisible(notice);
    } else if (scope.principal !== 'staff') return;
    else if (message.kind === 'presence') {
      if (inScope(message.presence.clientId)) this.send('presence', message.presence);
    } else if (
      message.told.staffId === scope.principalId &&
      (!message.told.clientId || inScope(message.told.clientId))
    ) {
      const { staffId: _mine, ...told } = message.told;
      this.send('notification', told);
    }
  }

  #may(permission: Permission): boolean {
    const { permissions } = this.session.identity;
    return permissions === 'all' || permissions.has(permission);
  }

  send(event: 'ticket' | 'alert' | 'notification' | 'presence' | 'resync', data: object): void {
    this.#write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #sendNotice({ visibility: _internal, ...notice }: Notice, as: 'ticket' | 'alert' = 'ticket'): void {
    const isStaff = this.session.identity.scope.principal === 'staff';
    this.send(as, isStaff ? notice : { ...notice, actorId: null });
  }

  /** Whether a contact may see the ticket is for the database to say, under the contact's own scope, now. */
  #sendIfVisible(notice: Notice): void {
    if (this.#asked >= MOST_ASKED) return;
    this.#asked += 1;
    this.#asking = this.#asking
      .then(async () => {
        const seen = await this.#services.db.as(this.session.identity.scope, (tx) =>
          tx
            .selectFrom('tickets')
            .select('id')
            .where('client_id', '=', notice.clientId ?? '')
            .where('id', '=', notice.subjectId)
            .executeTakeFirst(),
        );
        if (seen) this.#sendNotice(notice);
      })
      .catch((error: unknown) => this.#services.log.warn({ err: error }, 'live: could not ask for a contact'))
      .finally(() => {
        // What did not fit in the line was left out, so the reader looks for themselves.
        if (this.#asked >= MOST_ASKED) this.send('resync', {});
        this.#asked -= 1;
      });
  }

  #write(text: string): void {
    if (this.#answer.writableEnded || this.#answer.destroyed) return;
    if (this.#answer.writableLength > MOST_WAITING) this.#answer.destroy();
    else this.#answer.write(text);
  }

  /** Ends the answer and its heartbeat. */
  end(): void {
    clearInterval(this.#heartbeat);
    this.#answer.end();
  }
}
