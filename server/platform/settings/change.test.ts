import { expect, test } from 'vitest';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';

const desk = await openDesk();
const owner = await hire(desk);
const put = (days: number, version?: number) =>
  owner.call('PUT', '/settings/ticket.closing', {
    level: 'provider',
    value: { closeAfterDays: days, reopenDays: 5 },
    ...(version === undefined ? {} : { version }),
  });

test('a save that carries its version replaces nobody’s, and one without replaces what stands there', async () => {
  expect((await put(3, 0)).status).toBe(200);
  expect((await put(4, 0)).body).toMatchObject({ status: 409, version: 1 });
  expect((await put(4, 1)).status).toBe(200);
  expect((await put(5)).body).toMatchObject({ value: { closeAfterDays: 5 } });
  expect((await put(6, 2)).body).toMatchObject({ status: 409, version: 3 });
  expect((await owner.call('DELETE', '/settings/ticket.closing?level=provider&version=3')).status).toBe(200);
  // Taking back the reset is a save on nothing: who was faster meanwhile is not overwritten.
  expect((await put(7)).status).toBe(200);
  expect((await put(5, 0)).status).toBe(409);
});
