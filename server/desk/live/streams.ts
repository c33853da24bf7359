import type { ServerResponse } from 'node:http';
import { Fault } from '#kernel/errors.ts';
import { type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import type { Session } from '#platform/http/index.ts';
import { stillStanding } from '#platform/identity/index.ts';
import { liveStreams } from '#platform/metrics/index.ts';
import { Stream } from './stream.ts';

/** Streams one person may have open: a tab has one. */
const MOST_EACH = 20;
/** How often it is looked whether the owners still may listen. */
const WATCH_MS = 2_000;
const WATCHER = systemIdentity('Live');

/** All open streams of this process. */
class Streams {
  readonly #services: Services;
  readonly #open = new Set<Stream>();
  #watch: NodeJS.Timeout | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Opens a stream that lasts until its reader goes or may listen no longer. Too many of one person: `too_many_requests`. */
  open(session: Session, answer: ServerResponse, headers: Record<string, string>): Stream {
    answer.writeHead(200, headers);
    const stream = new Stream(this.#services, session, answer);
    const unsubscribe = this.#services.live.subscribe((message) => stream.hear(message));
    this.#open.add(stream);
    liveStreams.inc();
    this.#watchSoon();
    answer.once('close', () => {
      unsubscribe();
      stream.end();
      this.#open.delete(stream);
      liveStreams.dec();
    });
    return stream;
  }

  refuseTooMany(session: Session): void {
    const mine = [...this.#open].filter((stream) => ownerOf(stream.session) === ownerOf(session));
    if (mine.length < MOST_EACH) return;
    throw new Fault('too_many_requests', `You have ${MOST_EACH} live streams open already; close a tab.`, {
      extra: { retryAfter: 30 },
    });
  }

  #watchSoon(): void {
    if (this.#watch !== undefined || this.#open.size === 0) return;
    this.#watch = setTimeout(async () => {
      await this.#endFallen().catch((error: unknown) =>
        this.#services.log.warn({ err: error }, 'live: could not look who may still listen'),
      );
      this.#watch = undefined;
      this.#watchSoon();
    }, WATCH_MS).unref();
  }

  async #endFallen(): Promise<void> {
    const streams = [...this.#open];
    if (streams.length === 0) return;
    const standing = await withContext(this.#services, WATCHER, (ctx) =>
      stillStanding(
        ctx,
        streams.map((stream) => stream.session),
      ),
    );
    for (const stream of streams) if (!standing.has(stream.session.id)) stream.end();
  }
}

const ownerOf = ({ identity: { scope } }: Session) => `${scope.principal} ${scope.principalId}`;

const perProgram = new WeakMap<Services, Streams>();

/** The open streams of this program. */
export function streamsOf(services: Services): Streams {
  const streams = perProgram.get(services) ?? new Streams(services);
  perProgram.set(services, streams);
  return streams;
}
