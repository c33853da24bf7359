import { connect, type Socket } from 'node:net';

/** A key of the API, or the cookie of somebody who signed in. */
export type Credential = string | { cookie: string };

/**
 * The least that speaks HTTP/1.1 to our own server: measuring shares the machine with what is measured, so the asking side must
 * cost next to nothing. One request at a time on a connection that stays.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #head: string;
  #got: Buffer[] = [];
  #size = 0;
  /** Where the answer ends, once its head is read. */
  #end = -1;
  #bodyAt = 0;
  #status = 0;
  #settle: { resolve(answer: Answer): void; reject(error: Error): void } | null = null;

  constructor(address: string, credential: Credential) {
    const { hostname, port, host } = new URL(address);
    this.#socket = connect(Number(port), hostname);
    this.#socket.setNoDelay(true);
    const header =
      typeof credential === 'string' ? `Authorization: Bearer ${credential}` : `Cookie: ${credential.cookie}`;
    this.#head = `Host: ${host}\r\n${header}\r\n`;
    this.#socket.on('data', (chunk) => this.#hear(chunk));
    this.#socket.on('error', (error) => this.#settle?.reject(error));
    this.#socket.on('close', () => this.#settle?.reject(new Error('The server closed the connection')));
  }

  send(method: string, path: string, body?: object): Promise<Answer> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const type =
      body === undefined ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n`;
    this.#socket.write(`${method} /api/v1${path} HTTP/1.1\r\n${this.#head}${type}\r\n${text}`);
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  close(): void {
    this.#settle = null;
    this.#socket.destroy();
  }

  #hear(chunk: Buffer): void {
    this.#got.push(chunk);
    this.#size += chunk.length;
    if (this.#end < 0) this.#readHead();
    if (this.#end < 0 || this.#size < this.#end) return;
    const all = Buffer.concat(this.#got);
    const settle = this.#settle;
    this.#got = [];
    this.#size = 0;
    this.#end = -1;
    settle?.resolve({ status: this.#status, body: all.subarray(this.#bodyAt) });
  }

  #readHead(): void {
    const text = Buffer.concat(this.#got).toString('latin1');
    const at = text.indexOf('\r\n\r\n');
    if (at < 0) return;
    this.#status = Number(text.slice(9, 12));
    this.#bodyAt = at + 4;
    const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, at))?.[1];
    if (length === undefined && this.#status !== 204) throw new Error('An answer without a length');
    this.#end = this.#bodyAt + Number(length ?? 0);
  }
}

export type Answer = { status: number; body: Buffer };

/** Several connections, taken in turns by those who ask at once. */
export class Door {
  readonly #free: Connection[];
  readonly #all: readonly Connection[];

  constructor(address: string, credential: Credential, connections: number) {
    this.#all = Array.from({ length: connections }, () => new Connection(address, credential));
    this.#free = [...this.#all];
  }

  /** The body of a successful answer; anything else is an error, since a fast refusal is no result. */
  async call(method: string, path: string, body?: object): Promise<Buffer> {
    const connection = this.#free.pop();
    if (!connection) throw new Error('More at once than there are connections');
    const answer = await connection.send(method, path, body);
    this.#free.push(connection);
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.body}`);
    return answer.body;
  }

  async json<R>(method: string, path: string, body?: object): Promise<R> {
    return JSON.parse(String(await this.call(method, path, body)));
  }

  close(): void {
    for (const connection of this.#all) connection.close();
  }
}
