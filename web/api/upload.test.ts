import { afterEach, expect, test, vi } from 'vitest';
import { upload } from './upload.ts';

afterEach(() => vi.unstubAllGlobals());
const send = () => upload('/api/v1/clients/1/files', new File(['x'], 'x.txt'));

test('a connection that is lost while a file is sent is told as such, not as a fault of the page', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(send()).rejects.toMatchObject({ code: 'offline' });
  const cutOff = new ReadableStream({ start: (to) => to.error(new TypeError('network error')) });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(cutOff)));
  await expect(send()).rejects.toMatchObject({ code: 'offline' });
});

test('what the server refuses is told in its words', async () => {
  const said = { code: 'too_large', detail: 'A file may have at most 25 MB.' };
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(said, { status: 413 })));
  await expect(send()).rejects.toMatchObject({ status: 413, message: said.detail });
});
