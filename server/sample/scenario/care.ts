import { note, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const care: Scenario = {
  key: 'care',
  kind: 'request',
  weight: 4,
  category: ['Servers', 'Backup'],
  service: 'Backup',
  team: 'cloud',
  impact: 3,
  urgency: 3,
  source: 'recurring',
  tags: ['care'],
  cases: [
    {
      title: 'Monthly test restore: {client}',
      body: 'Restore one folder and one mailbox item from last week’s backup to a separate place, open both, and note how long it took.',
      slots: { minutes: ['7', '11', '16', '24'], size: ['2.1', '4.8', '9.3'] },
      moves: [
        note(
          'Folder "Contracts" of {fileServer}, {size} GB, restored in {minutes} minutes; five files opened at random. Mailbox item of {first} restored and opened.',
          { minutes: [20, 35], after: [60, 600] },
        ),
        resolve('fulfilled', 'both restores fine, deleted again, report filed.', {
          note: 'Test restore passed: {size} GB in {minutes} minutes.',
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: 'Monthly server patching: {client}',
      body: 'Snapshot, patch, restart in the agreed order, check services, remove the snapshot after two days.',
      moves: [
        note(
          'Told {manager} two days ago. Snapshots 19:04, patches in, {server} then {fileServer} restarted, services green at 20:21.',
          { minutes: [60, 90], after: [200, 900] },
        ),
        resolve('fulfilled', 'no complaints in two days, snapshots removed.', {
          note: 'Patched within the window, services checked, snapshots removed.',
          after: [600, 1000],
          minutes: [10, 15],
        }),
      ],
    },
  ],
};
