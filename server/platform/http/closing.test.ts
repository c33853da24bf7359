import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { prepareClosing } from './closing.ts';

test('a live stream ends when the program stops, however long it would have lasted', async () => {
  const app = Fastify();
  prepareClosing(app);
  app.get('/stream', (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
    reply.raw.write('data: hello\n\n');
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${address}/stream`, { headers: { accept: 'text/event-stream' } });
  await app.close();
  expect(await answer.text()).toBe('data: hello\n\n');
});

test('an answer that goes out while stopping does not keep its connection', async () => {
  const app = Fastify();
  prepareClosing(app);
  let answerNow = () => {};
  const asked = new Promise<void>((heard) => {
    app.get('/slow', async () => {
      heard();
      await new Promise<void>((resolve) => {
        answerNow = resolve;
      });
      return 'done';
    });
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const answer = fetch(`${address}/slow`);
  await asked;
  const closed = app.close();
  setTimeout(() => answerNow(), 50);
  expect((await answer).headers.get('connection')).toBe('close');
  await closed;
});
