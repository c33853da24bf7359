import type { Socket } from 'node:net';
import type { PassThrough } from 'node:stream';

/** How long what is still on its way may take once the other side says no more. */
const GRACE_MS = 5_000;

type Ends = { remoteAddress?: string | undefined; remotePort?: number | undefined };

/** Loopback is told in two ways. */
const keyOf = ({ remoteAddress, remotePort }: Ends) => `${(remoteAddress ?? '').replace(/^::ffff:/, '')} ${remotePort}`;

/**
 * Lets a mail server hear our answer that has closed its own side before (RFC 9293, half-closed), as Exim does right behind the last mail,
 * its QUIT sent along. The library would close then and answer nothing, so that the mail, though kept, is sent again and again.
 */
export function halfOpen() {
  const sockets = new Map<string, Socket>();
  const streams = new Map<Socket, PassThrough>();
  return {
    /** For the server that takes the connections. */
    options: { allowHalfOpen: true },
    watch(socket: Socket): void {
      const key = keyOf(socket);
      sockets.set(key, socket);
      // The library answers only where this says that both sides are open.
      Object.defineProperty(socket, 'readyState', {
        get: () => (socket.connecting ? 'opening' : socket.writable && !socket.destroyed ? 'open' : 'closed'),
      });
      socket.once('close', () => {
        if (sockets.get(key) === socket) sockets.delete(key);
        streams.delete(socket);
      });
      socket.once('end', () => {
        const stream = streams.get(socket);
        if (!stream) return void socket.end();
        if (stream.writableEnded) return;
        setTimeout(() => {
          if (!stream.writableEnded) socket.destroy();
        }, GRACE_MS).unref();
      });
    },
    /** Notes that a mail is being taken on a connection; what comes back is called once it was answered. */
    taking(session: Ends, stream: PassThrough): () => void {
      const socket = sockets.get(keyOf(session));
      if (!socket) return () => {};
      streams.set(socket, stream);
      return () => {
        streams.delete(socket);
        // A QUIT that came along has its own answer first.
        setImmediate(() => {
          if (socket.readableEnded) socket.end();
        });
      };
    },
  };
}
