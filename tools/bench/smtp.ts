import { connect, type Socket } from 'node:net';

/**
 * The least that speaks SMTP (RFC 5321) to our own listener, as a mail server does that hands much mail on: one connection that stays, the
 * envelope in one piece (PIPELINING). Measuring shares the machine with what is measured.
 */
export class MailConnection {
  readonly #socket: Socket;
  #said = '';
  #wake: (() => void) | null = null;
  #broken: Error | null = null;

  private constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1');
    this.#socket.setNoDelay(true);
    this.#socket.on('data', (chunk) => {
      this.#said += chunk;
      this.#wake?.();
    });
    this.#socket.on('error', (error) => {
      this.#broken = error;
      this.#wake?.();
    });
  }

  static async open(port: number): Promise<MailConnection> {
    const connection = new MailConnection(port);
    await connection.#reply('220');
    await connection.#say('EHLO bench.example\r\n', '250');
    return connection;
  }

  /** Hands a mail on; resolves once it is taken. `content` has no line that begins with a dot, and ends with an end of line. */
  async send(from: string, to: string, content: Buffer): Promise<void> {
    this.#socket.write(`MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`);
    for (const code of ['250', '250', '354']) await this.#reply(code);
    this.#socket.write(content);
    await this.#say('.\r\n', '250');
  }

  close(): void {
    this.#socket.end('QUIT\r\n');
  }

  async #say(words: string, code: string): Promise<void> {
    this.#socket.write(words);
    await this.#reply(code);
  }

  /** Waits for one whole reply, of however many lines. */
  async #reply(code: string): Promise<void> {
    for (;;) {
      const reply = /^(?:\d{3}-[^\n]*\n)*(\d{3}) [^\n]*\n/.exec(this.#said);
      if (reply) {
        this.#said = this.#said.slice(reply[0].length);
        if (reply[1] !== code) throw new Error(`The listener said: ${reply[0]}`);
        return;
      }
      if (this.#broken) throw this.#broken;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
