import pg from 'pg';
import type { Logger } from 'pino';
import { PresenceBook } from './presence-book.ts';

/** A change that committed: ids only. A viewer is told when `mayHear` says so, and then reads under their own scope. */
export type Notice = {
  id: string;
  clientId: string | null;
  subjectType: string;
  subjectId: string;
  type: string;
  actorId: string | null;
  visibility: 'public' | 'internal';
};

/** Somebody looking at or writing on a ticket, in any process. `typing` fades when not repeated. */
export type Presence = {
  ticketId: string;
  clientId: string;
  staffId: string;
  name: string;
  state: 'viewing' | 'typing' | 'left';
};

/** Something was left for a staff member to read. Ids only. */
export type Told = { staffId: string; clientId: string; ticketId: string; id: string; about: string };

export type LiveMessage =
  | { kind: 'event'; notice: Notice }
  | { kind: 'notification'; told: Told }
  | { kind: 'presence'; presence: Presence }
  | { kind: 'resync' };

type Listener = (message: LiveMessage) => void;

const EVENTS = 'fettle_events';
const PRESENCE = 'fettle_presence';
const NOTIFICATIONS = 'fettle_notifications';
const RETRY_MS = 1_000;

/**
 * One listening connection per process. What commits anywhere is heard here and handed to local listeners;
 * after a lost connection they are told to read again, because notices are not kept.
 */
export class LiveHub {
  readonly #url: string;
  readonly #log: Logger;
  readonly #listeners = new Set<Listener>();
  /** Who is on which ticket, in any process. */
  readonly presence = new PresenceBook();
  #client: pg.Client | undefined;
  #stopped = false;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    client.on('notification', ({ channel, payload }) => this.#hear(channel, payload ?? ''));
    client.on('error', (error) => this.#lost(error));
    client.on('end', () => this.#lost(new Error('the listening connection ended')));
    await client.connect();
    await client.query(`listen ${EVENTS}; listen ${PRESENCE}; listen ${NOTIFICATIONS}`);
    this.#client = client;
  }

  /** Whether we would hear of a change that commits now. */
  get listening(): boolean {
    return this.#client !== undefined;
  }

  /** Adds a listener; the returned function takes it away again. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells every process who is where. Presence is not kept: it is repeated while it lasts. */
  async announce(presence: Presence): Promise<void> {
    await this.#client?.query('select pg_notify($1, $2)', [PRESENCE, JSON.stringify(presence)]);
  }

  #hear(channel: string, payload: string): void {
    if (channel === PRESENCE) {
      const presence = JSON.parse(payload) as Presence;
      this.presence.note(presence);
      this.#tell({ kind: 'presence', presence });
    } else if (channel === NOTIFICATIONS) this.#tell({ kind: 'notification', told: parseTold(payload) });
    else this.#tell({ kind: 'event', notice: parseNotice(payload) });
  }

  #tell(message: LiveMessage): void {
    for (const listener of this.#listeners) listener(message);
  }

  #lost(error: Error): void {
    if (this.#stopped || this.#client === undefined) return;
    this.#client = undefined;
    this.#log.warn({ err: error }, 'live: the listening connection was lost; connecting again');
    const again = () => {
      if (this.#stopped) return;
      this.start().then(
        () => this.#tell({ kind: 'resync' }),
        () => setTimeout(again, RETRY_MS).unref(),
      );
    };
    setTimeout(again, RETRY_MS).unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }
}

/** The payload written by `appendEvent`: seven texts joined by bars. */
function parseNotice(payload: string): Notice {
  const [id = '', clientId = '', subjectType = '', subjectId = '', type = '', actorId = '', visibility = 'internal'] =
    payload.split('|');
  return {
    id,
    clientId: clientId || null,
    subjectType,
    subjectId,
    type,
    actorId: actorId || null,
    visibility: visibility === 'public' ? 'public' : 'internal',
  };
}

/** The payload written by `notify`: five texts joined by bars. */
function parseTold(payload: string): Told {
  const [staffId = '', clientId = '', ticketId = '', id = '', about = ''] = payload.split('|');
  return { staffId, clientId, ticketId, id, about };
}
