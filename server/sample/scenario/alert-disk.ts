import { handOver, hold, note, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const alertDisk: Scenario = {
  key: 'alert-disk',
  kind: 'incident',
  weight: 5,
  category: ['Servers', 'Capacity'],
  service: 'Servers and hosting',
  team: 'cloud',
  impact: 2,
  urgency: 3,
  source: 'monitoring',
  tags: ['alert', 'capacity'],
  cases: [
    {
      title: ['{fileServer}: disk D: {percent} % full', '{server}: disk C: {percent} % full'],
      slots: { percent: ['91', '92', '94', '95', '97'], gigabytes: ['18.4', '11.2', '7.9', '22.6'] },
      body: 'Disk space on {fileServer} fell below the threshold.\n\n- Device: {fileServer} ({client}, {site})\n- Volume: {percent} % used, {gigabytes} GB free\n- Threshold: 90 % for 15 minutes\n- Trend: +1.8 GB a day over the last week',
      moves: [
        note(
          'Grew by 40 GB this week: someone put camera recordings on the share. Wrote to {manager}; nothing to delete without their word.',
          { minutes: [10, 15] },
        ),
        note(
          '{manager} says delete everything older than 30 days. Freed 96 GB, quota of 50 GB on that folder so it cannot eat the drive again.',
          { after: [60, 600], minutes: [10, 20] },
        ),
        resolve('fixed', 'alert is green, 31 % free.', {
          note: 'Removed old recordings with the client’s consent and set a quota.',
          cause: 'Recordings stored on the file share',
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: ['{server}: disk C: {percent} % full', '{server}: low disk space on C:'],
      slots: { percent: ['93', '95', '96', '98'] },
      body: 'Disk space on {server} fell below the threshold.\n\n- Device: {server} ({client}, {site})\n- Volume C: {percent} % used\n- Threshold: 90 % for 15 minutes\n- Largest growth: C:\\Windows\\Temp',
      moves: [
        note('Log of the update service had grown to 22 GB. Cleaned up, component store compacted. 38 % free.', {
          minutes: [15, 25],
        }),
        resolve('fixed', 'cleaned up; scheduled a monthly clean-up task for this machine.', {
          note: 'Cleared logs and the component store.',
          cause: 'Runaway log of the update service',
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: ['{nas}: volume 1 {percent} % full'],
      slots: { percent: ['88', '90', '92'] },
      body: 'Storage on {nas} is running out.\n\n- Device: {nas} ({client}, {site})\n- Volume 1: {percent} % used\n- Snapshots: 41 % of the used space',
      moves: [
        note(
          'Snapshots are kept for 180 days, agreed are 60. Somebody changed it in May. Before I cut 120 days off I want a second pair of eyes.',
          { minutes: [10, 15] },
        ),
        handOver(
          'major',
          'Retention on {nas} differs from the contract. Please decide: 60 days as agreed, or sell them a bigger one?',
        ),
        hold('client', 'Asked {manager} which of the two they want; both are written down with price.', {
          after: [10, 60],
        }),
        resolve('fixed', 'client chose 60 days. Snapshots trimmed over night, 47 % free.', {
          note: 'Retention back to the agreed 60 days after written consent.',
          cause: 'Retention changed without notice',
          minutes: [10, 15],
          after: [300, 1200],
        }),
      ],
    },
  ],
};
