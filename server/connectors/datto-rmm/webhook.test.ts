import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { against, faultOf } from '#tests/against-simulator.ts';
import { dattoRmm as simulated } from '../../../tools/simulate/datto-rmm/index.ts';
import { dattoRmm } from './index.ts';

const UID = 'a7e2c6b0-93a5-4df0-bb5a-6d5a0f1f7c21';
const receive = (body: string | Buffer) =>
  dattoRmm.receive?.(Buffer.from(body), {}, {}, '2026-11-24T09:00:00.000Z') ?? { alerts: [], look: [] };
const kindOf = async (body: string | Buffer) => (await faultOf((async () => receive(body))())).kind;

test('the calls of a vendor that does not escape lead to the alert, however hard its text', async () => {
  const came: Buffer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    came.push(Buffer.concat(chunks));
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/x`;
  const desk = await against(dattoRmm, simulated, { target: { url, secret: 's3cret' } });
  const { world, pusher } = desk.simulator;
  const messages = ['plain', 'He said "no" \\ C:\\Temp\r\nnext', `"alert_uid":"${UID}"`, '🖨️ מדפסת', 'x'.repeat(10_000)];
  const alerts = messages.map((message) => world.raise({ message }));
  world.resolve(alerts[0] as (typeof alerts)[0], 'somebody');
  await pusher.settle();
  expect(came.map((body) => receive(body))).toEqual(
    [...alerts, alerts[0]].map((alert) => ({ alerts: [], look: [alert?.uid] })),
  );
  expect(came.some((body) => !isJson(body))).toBe(true);
  const session = desk.open();
  const looked =
    (await dattoRmm.alerts?.(
      session,
      alerts.map(({ uid }) => uid),
    )) ?? new Map();
  expect(alerts.map(({ uid }) => looked.get(uid)?.state)).toEqual(['resolved', 'raised', 'raised', 'raised', 'raised']);
  await new Promise<void>((resolve) => void server.close(() => resolve()));
});

const isJson = (body: Buffer): boolean => {
  try {
    JSON.parse(body.toString());
    return true;
  } catch {
    return false;
  }
};

test('only the id counts', () => {
  expect(receive(`{"event":"raised","alert_uid":"${UID.toUpperCase()}","priority":{"a":1}}`).look).toEqual([UID]);
});

test('a call that is tried out names no alert', () => {
  for (const body of [
    '{"alert_uid":"[alert_uid]"}',
    '{"alert_uid":""}',
    '{"alert_uid":null}',
    '{"alert_uid":"[alert_uid]", broken',
  ])
    expect(receive(body)).toEqual({ alerts: [], look: [] });
});

test('what is no such call is refused, and what is forged leads nowhere', async () => {
  for (const body of ['', '{}', '[]', 'null', '"x"', '<xml/>', '{"uid":"x"}', Buffer.from([0, 255, 254])])
    expect(await kindOf(body), String(body)).toBe('malformed');
  for (const uid of ['../../user/resetApiKeys', `${UID}/resolve`, `${UID}x`, '1 or 1=1', UID.replaceAll('-', '')])
    expect(receive(JSON.stringify({ alert_uid: uid })).look, uid).toEqual([]);
});
