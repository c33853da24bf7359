import { handOver, note, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const alertBackup: Scenario = {
  key: 'alert-backup',
  kind: 'incident',
  weight: 7,
  category: ['Servers', 'Backup'],
  service: 'Backup',
  team: 'cloud',
  impact: 2,
  urgency: 2,
  source: 'monitoring',
  tags: ['alert', 'backup'],
  cases: [
    {
      title: ['Backup failed: {fileServer}', 'Backup job “{fileServer} nightly” failed'],
      body: 'Backup job "{fileServer} nightly" ended with an error.\n\n- Client: {client}\n- Result: failed after 2 of 3 tries\n- Error: target {nas} not reachable (timeout)\n- Last good backup: the night before',
      moves: [
        note(
          '{nas} had restarted for its own update at 23:40, in the middle of the job. Ran the job by hand: done in 41 minutes, verified.',
          { minutes: [10, 20] },
        ),
        resolve('fixed', 'backup of last night made up for and verified. Updates of the target moved to Sunday noon.', {
          note: 'Re-ran and verified; moved the update window of the target.',
          cause: 'Backup target restarted during the job',
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: ['Backup failed: Microsoft 365 of {client}', 'Cloud backup incomplete: {client}'],
      body: 'Cloud backup ended with warnings.\n\n- Client: {client}\n- Mailboxes: 3 of all skipped\n- Error: 429 too many requests\n- Last complete run: two days ago',
      moves: [
        note(
          'Throttled by the provider. Split the job into two with a pause, skipped mailboxes are in the second half now.',
          { minutes: [15, 20] },
        ),
        resolve('fixed', 'both halves green two nights in a row.', {
          note: 'Split the job to stay below the provider’s limits.',
          cause: 'Throttling at the cloud provider',
          after: [400, 900],
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: ['Backup: {server} missed its window', 'No backup of {server} for 36 hours'],
      body: 'No successful backup within the agreed time.\n\n- Device: {server} ({client}, {site})\n- Agreed: every 24 hours, now 36\n- State of the agent: offline',
      moves: [
        note('Agent service stopped after the security update, does not start: dependency missing.', {
          minutes: [10, 15],
        }),
        handOver('cloud', 'Agent will not start on {server}; I have no rights on that machine outside office hours.'),
        note('Reinstalled the agent, full backup 1 h 52 min, test restore of one folder opened fine.', {
          minutes: [25, 40],
          after: [10, 120],
        }),
        resolve('fixed', 'covered again, and alert on a stopped agent added, so that we hear before a night is lost.', {
          note: 'Agent reinstalled, full backup and test restore done.',
          cause: 'Agent broken by a security update',
          minutes: [5, 10],
        }),
      ],
    },
    {
      title: ['Backup: verification of {fileServer} found damaged blocks'],
      weight: 0.5,
      body: 'Monthly verification reported damage.\n\n- Device: {nas} ({client}, {site})\n- Restore point: Saturday\n- Damaged blocks: 14\n- Disk 3: 212 reallocated sectors',
      moves: [
        note('Disk 3 of {nas} is dying. Spare from the shelf goes out with the courier, volume is still redundant.', {
          minutes: [15, 20],
        }),
        note('Disk swapped by {colleague} on the phone with me, rebuild 9 h, verification clean.', {
          minutes: [30, 40],
          after: [500, 1200],
        }),
        resolve(
          'fixed',
          'new active full written, verification clean, old restore points kept until it is a week old.',
          {
            note: 'Replaced disk 3, rebuilt, new full backup, verified.',
            cause: 'Failing disk in the backup target',
            minutes: [10, 15],
          },
        ),
      ],
    },
  ],
};
