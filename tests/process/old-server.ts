import { createServer } from 'node:net';

/** A message of PostgreSQL's protocol, version 3: a letter, the length, the content. */
function message(letter: string, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  const head = Buffer.alloc(5);
  head.write(letter);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

const int16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number) => Buffer.from([value >> 24, value >> 16, value >> 8, value].map((byte) => byte & 255));

const IDLE = message('Z', 'I');

/** Stands in for a PostgreSQL that no machine here has: lets anybody in, and answers every question with its version. */
export async function oldServer(version: string, number: number): Promise<{ port: number; close(): void }> {
  const greeting = Buffer.concat([message('R', int32(0)), message('S', `server_version\0${version}\0`), IDLE]);
  const column = Buffer.concat([
    Buffer.from('server_version_num\0'),
    int32(0),
    int16(0),
    int32(25),
    int16(-1),
    int32(-1),
    int16(0),
  ]);
  const text = String(number);
  const answer = Buffer.concat([
    message('T', int16(1), column),
    message('D', int16(1), int32(text.length), text),
    message('C', 'SHOW\0'),
    IDLE,
  ]);
  const server = createServer((socket) => {
    let greeted = false;
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      if (chunk.length === 8 && chunk.readInt32BE(4) === 80_877_103) return void socket.write('N');
      if (!greeted) {
        greeted = true;
        return void socket.write(greeting);
      }
      if (chunk.toString('latin1', 0, 1) === 'X') return void socket.end();
      socket.write(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as { port: number }).port, close: () => void server.close() };
}
