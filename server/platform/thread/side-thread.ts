import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** For so long the thread is kept for the next question. */
const IDLE_MS = 60_000;

/** A question took more time or memory than one may. */
export class ThreadSpent extends Error {
  readonly what: 'time' | 'memory';

  constructor(what: 'time' | 'memory') {
    super(`A thread took more ${what} than it may`);
    this.what = what;
  }
}

/** One file run as a thread, asked one thing after the other within limits of time and memory. */
export class SideThread<Asked, Answered> {
  #worker: Worker | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | null = null;
  readonly #file: URL;
  readonly #limits: { readonly mostMs: number; readonly mostMemoryMb: number };

  constructor(file: URL, limits: { readonly mostMs: number; readonly mostMemoryMb: number }) {
    this.#file = file;
    this.#limits = limits;
  }

  /** Throws `ThreadSpent` where it takes too much, and whatever the thread fails by. */
  ask(asked: Asked): Promise<Answered> {
    const answer = this.#turn.then(() => this.#ask(asked));
    this.#turn = answer.catch(() => {});
    return answer;
  }

  /** Ends the thread once it has answered; another question begins a new one. */
  async stop(): Promise<void> {
    await this.#turn;
    await this.#end();
  }

  async #ask(asked: Asked): Promise<Answered> {
    if (this.#idle) clearTimeout(this.#idle);
    this.#worker ??= new Worker(this.#file, {
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
      throw spentBy(error) ?? error;
    }
  }

  async #end(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

function spentBy(error: unknown): ThreadSpent | null {
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (name === 'AbortError') return new ThreadSpent('time');
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadSpent('memory') : null;
}
