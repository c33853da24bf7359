import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Fault } from '#kernel/errors.ts';
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
/** For so long the thread is kept for the next report. */
const IDLE_MS = 60_000;

/**
 * Reads what agents send without holding up whatever else this process does: what is large is read by a thread of its own, one after the
 * other, within limits of time and memory. The thread begins with the first large report and ends when none has come for a minute.
 */
export class ReportReader {
  #worker: Worker | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #waitingBytes = 0;
  #idle: NodeJS.Timeout | null = null;
  readonly #limits: { readonly mostMs: number; readonly mostMemoryMb: number };

  constructor({ mostMs = MOST_MS, mostMemoryMb = MOST_MEMORY_MB } = {}) {
    this.#limits = { mostMs, mostMemoryMb };
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
    const reading = this.#turn.then(() => this.#readAside({ inflated, before }));
    this.#turn = reading.catch(() => {});
    return reading.finally(() => {
      this.#waitingBytes -= size;
    });
  }

  /** Ends the thread once what was given to it is read; another read begins a new one. */
  async stop(): Promise<void> {
    await this.#turn;
    await this.#end();
  }

  async #readAside(asked: Asked): Promise<Understood> {
    const answer = await this.#ask(asked);
    if ('refused' in answer) throw new Fault(answer.refused.code, answer.refused.detail);
    return answer.understood;
  }

  async #ask(asked: Asked): Promise<Answered> {
    if (this.#idle) clearTimeout(this.#idle);
    // Whatever is read there sees nothing of how this program was started.
    this.#worker ??= new Worker(new URL('./worker.ts', import.meta.url), {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.mostMemoryMb },
    });
    this.#worker.ref();
    try {
      const answered = once(this.#worker, 'message', { signal: AbortSignal.timeout(this.#limits.mostMs) });
      this.#worker.postMessage(asked);
      const [answer] = (await answered) as [Answered];
      this.#worker.unref();
      this.#idle = setTimeout(() => void this.#end(), IDLE_MS).unref();
      return answer;
    } catch (error) {
      await this.#end();
      throw faultOf(error);
    }
  }

  async #end(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

function faultOf(error: unknown): unknown {
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (name === 'AbortError') return new Fault('too_large', 'The report takes more time to read than one may.');
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new Fault('too_large', 'The report takes more memory to read than one may.');
  return error;
}
