import type pg from 'pg';

const PAUSE_MS = 1_000;

/** Our connection to the server, by which it knows that we use it. */
export type Hold = { client: pg.Client; port: number };

/**
 * Holds our share of the server, and brings the server back when it goes away without our asking: killed, crashed, or out of memory
 * or disk. Tries once a second until it is there again; says when it begins and when it is done.
 */
export class Guard {
  #client: pg.Client;
  #released = false;
  #reviving: Promise<void> | undefined;
  readonly #revive: () => Promise<Hold>;
  readonly #say: (line: string) => void;

  /** @param revive starts or finds the server and takes our share of it, in turn with other processes */
  constructor(first: Hold, revive: () => Promise<Hold>, say: (line: string) => void) {
    this.#client = first.client;
    this.#revive = revive;
    this.#say = say;
    this.#watch();
  }

  /** Stops watching; the connection is the caller's from then on. */
  async release(): Promise<pg.Client> {
    this.#released = true;
    await this.#reviving;
    return this.#client;
  }

  #watch(): void {
    this.#client.once('end', () => {
      if (!this.#released) this.#reviving = this.#bringBack();
    });
  }

  async #bringBack(): Promise<void> {
    this.#say('• The database went away; bringing it back …');
    for (let tries = 0; !this.#released; tries++) {
      try {
        this.#client = (await this.#revive()).client;
        this.#watch();
        this.#say('• The database is back.');
        return;
      } catch (error) {
        if (tries === 0) this.#say(`• It does not start yet: ${error instanceof Error ? error.message : error}`);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }
}
