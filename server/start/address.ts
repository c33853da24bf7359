import { createServer } from 'node:net';
import { StartupError } from '#kernel/errors.ts';
import { localAddress, occupant } from '../../tools/bootstrap/occupant.mjs';
import type { Config } from '../platform/config/index.ts';

/** A server that is just stopping, or whose starter was killed, gives its port up within this time. */
const PATIENCE_MS = 5_000;

/**
 * The port to listen on, found free before anything else is started; 0 becomes a free one, so that links can name it.
 * Throws `StartupError` where the port is taken or not for this user.
 */
export async function choosePort({ host, port, dataDir }: Config): Promise<number> {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    try {
      return await tryPort(host, port);
    } catch (cause) {
      const taken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
      const known = taken ? await occupant({ host, port, dataDir }) : null;
      if (known) throw new StartupError(known, { cause });
      if (!taken || Date.now() > until) throw portFailure(cause, host, port);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Says in one line why the address cannot be listened on. What is no such trouble comes back as it was. */
export function portFailure(cause: unknown, host: string, port: number): unknown {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartupError(
        `Port ${port} on ${host} is taken by another program. Stop it, or set PORT to another number.`,
        { cause },
      );
    case 'EACCES':
      return new StartupError(`This user may not listen on port ${port}. Set PORT to a number above 1023.`, { cause });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartupError(`HOST is ${host}, which is no address of this machine. Set it to 127.0.0.1 or 0.0.0.0.`, {
        cause,
      });
    default:
      return cause;
  }
}

/** The address people open: as configured, else made from host and port. */
export function publicAddress({ baseUrl, host }: Config, port: number): string {
  return baseUrl ?? localAddress(host, port);
}

function tryPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const { port: free } = server.address() as { port: number };
      server.close(() => resolve(free));
    });
  });
}
