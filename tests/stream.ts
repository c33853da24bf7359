import type { Desk } from './desk.ts';

export type Told = { event: string; data: Record<string, unknown> };

export type Listening = {
  status: number;
  headers: Headers;
  told: readonly Told[];
  /** The first message that fits, now or later. */
  hear(fits: (told: Told) => boolean): Promise<Told>;
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>;
  leave(): void;
};

/** Opens this desk's live stream over a real socket, with a key or a cookie. */
export async function listenTo(desk: Desk, headers: Record<string, string>): Promise<Listening> {
  if (!desk.app.server.listening) await desk.app.listen({ host: '127.0.0.1', port: 0 });
  const address = desk.app.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const away = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/stream`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: away.signal,
  });
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  const read = async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const event = /^event: (.+)$/m.exec(part)?.[1];
        if (event) told.push({ event, data: JSON.parse(/^data: (.+)$/m.exec(part)?.[1] ?? '{}') });
      }
      for (const look of waiting) look();
    }
  };
  return {
    status: answer.status,
    headers: answer.headers,
    told,
    ended: read().catch((error: Error) => {
      if (error.name !== 'AbortError') throw error;
    }),
    hear: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = told.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    leave: () => away.abort(),
  };
}
