import { Fault } from '#kernel/errors.ts';
import { SideThread, ThreadSpent } from '#platform/thread/index.ts';
import type { Inflated } from '../message/inflate.ts';
import { type Understood, understand } from './understand.ts';
import type { Answered, Asked } from './worker.ts';

/** What is read at once, in bytes, inflated: some milliseconds. */
const AT_ONCE_BYTES = 32_768;
/** The largest report takes some seconds. */
const MOST_MS = 30_000;
const MOST_MEMORY_MB = 384;
/** What may wait for its turn, in bytes, inflated: an office that is switched on. */
const MOST_WAITING_BYTES = 128 * 1_048_576;

/** Reads what agents send without holding up whatever else this process does: what is large is read by a thread of its own. */
export class ReportReader {
  #waitingBytes = 0;
  readonly #thread: SideThread<Asked, Answered>;

  constructor({ mostMs = MOST_MS, mostMemoryMb = MOST_MEMORY_MB } = {}) {
    this.#thread = new SideThread(new URL('./worker.ts', import.meta.url), { mostMs, mostMemoryMb });
  }

  /**
   * See `understand`. Throws `too_large` for what takes more time or memory than a report may, and `unavailable` where too much waits to be
   * read already.
   */
  async read(inflated: Inflated, before: Uint8Array | null): Promise<Understood> {
    const size = inflated.plain.length + (before?.length ?? 0);
    if (size <= AT_ONCE_BYTES) return understand(inflated, before);
    if (this.#waitingBytes + size > MOST_WAITING_BYTES)
      throw new Fault('unavailable', 'Too many reports wait to be read; send it again later.');
    this.#waitingBytes += size;
    try {
      const answer = await this.#thread.ask({ inflated, before });
      if ('refused' in answer) throw new Fault(answer.refused.code, answer.refused.detail);
      return answer.understood;
    } catch (error) {
      if (!(error instanceof ThreadSpent)) throw error;
      throw new Fault('too_large', `The report takes more ${error.what} to read than one may.`);
    } finally {
      this.#waitingBytes -= size;
    }
  }

  /** Ends the thread once what was given to it is read; another read begins a new one. */
  stop(): Promise<void> {
    return this.#thread.stop();
  }
}
