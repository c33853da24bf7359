import { escalate, handOver, note, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const alertOffline: Scenario = {
  key: 'alert-offline',
  kind: 'incident',
  weight: 5,
  category: ['Network', 'Internet link'],
  service: 'Network and Wi-Fi',
  team: 'network',
  impact: 1,
  urgency: 2,
  source: 'monitoring',
  tags: ['alert'],
  cases: [
    {
      title: ['{client}: internet link at {site} down', '{firewall}: primary link down'],
      body: 'The primary link of {site} does not answer.\n\n- Client: {client}\n- Device: {firewall}\n- Carrier: {carrier}\n- Since: 6 minutes\n- Fallback: mobile link active, 38 Mbit/s',
      moves: [
        note(
          'Fallback took over in 40 s, people probably notice nothing but slow uploads. {carrier} lists an outage in the area, reference noted.',
          { minutes: [10, 15], after: [2, 10] },
        ),
        note('Told {manager} by text message: on the fallback, no big uploads please.', {
          minutes: [5, 5],
          after: [3, 20],
        }),
        resolve(
          'vendor_fixed',
          'link back, failed over again at a quiet minute, no loss. {carrier} names a cut fibre two streets away.',
          {
            note: 'Carrier outage; fallback carried the site.',
            cause: 'Fibre cut at the carrier',
            after: [60, 400],
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['{server} does not answer', '{server} offline'],
      urgency: 1,
      body: 'No heartbeat and no ping.\n\n- Device: {server} ({client}, {site})\n- Since: 5 minutes\n- Last message: unexpected shutdown\n- UPS: on battery, 11 minutes left',
      moves: [
        note(
          'UPS on battery, whole rack. {colleague} on site: half the street is dark. Shut {fileServer} down in order, {server} had gone already.',
          { minutes: [15, 20], after: [1, 8] },
        ),
        escalate('{site} without power, work stands still; please tell {manager} what to expect.', { after: [2, 10] }),
        note(
          'Power back after 52 minutes. Started in order: {server}, then {fileServer}. All services green, backup job rescheduled.',
          { minutes: [30, 45], after: [40, 90] },
        ),
        resolve(
          'self_resolved',
          'everything up after the power cut. UPS batteries are four years old: quote for new ones goes out.',
          {
            note: 'Power cut of 52 minutes; ordered start-up, checks done.',
            cause: 'Power cut at the site',
            minutes: [15, 20],
          },
        ),
      ],
    },
    {
      title: ['{firewall}: packet loss {loss} %', '{client}: unstable link at {site}'],
      slots: { loss: ['8', '12', '17', '23'] },
      impact: 2,
      body: 'Packet loss above the threshold.\n\n- Client: {client}\n- Device: {firewall}\n- Loss: {loss} % over 10 minutes, jitter 48 ms\n- Carrier: {carrier}',
      moves: [
        note(
          'Loss begins at the carrier’s first hop, nothing on our side. Reported with a trace, 203.0.113.1 onwards.',
          { minutes: [15, 25] },
        ),
        note('{carrier} changed a line card at their exchange. 24 h without loss.', {
          minutes: [5, 10],
          after: [300, 900],
        }),
        resolve('vendor_fixed', 'steady for a day.', {
          note: 'Carrier replaced a line card.',
          cause: 'Faulty equipment at the carrier',
          minutes: [5, 5],
        }),
      ],
    },
    {
      title: ['Access point {code}-AP03 offline', 'Switch {code}-SW02 offline'],
      impact: 3,
      body: 'Device does not answer.\n\n- Client: {client}, {site}\n- Since: 10 minutes\n- Neighbours: all up',
      moves: [
        note('Port is up, device silent. Power-cycled the port, came back. Second time this month.', {
          minutes: [5, 10],
        }),
        handOver('network', 'Second hang of the same device this month, please compare firmware.'),
        resolve('fixed', 'firmware two versions behind, updated after hours. Watching.', {
          note: 'Firmware update.',
          cause: 'Old firmware',
          minutes: [15, 20],
          after: [60, 500],
        }),
      ],
    },
  ],
};
