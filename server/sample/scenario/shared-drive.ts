import { answer, handOver, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const sharedDrive: Scenario = {
  key: 'shared-drive',
  kind: 'incident',
  weight: 4,
  category: ['Files', 'Shared drive'],
  service: 'File storage',
  impact: 3,
  urgency: 2,
  cases: [
    {
      title: ['My {letter}: drive is missing', '{letter}: drive not there after restart'],
      slots: { letter: ['P', 'S', 'K', 'M'] },
      body: [
        'the {letter}: drive has not come back after the restart. The others are there.',
        'where is my {letter}: drive? {colleague} has it.',
      ],
      call: '{first}: {letter}: missing since the restart, colleagues have it.',
      moves: [
        reply(
          'I see that {pc} started before the network was up this morning. Please open the Start menu, type "drives" and click on "Connect drives": it is a small helper of ours.',
          { after: [4, 35] },
        ),
        answer(['there it is!', 'clicked, drive is back.'], { after: [3, 60] }),
        resolve(
          'user_guided',
          'good. I have told {pc} to wait for the network before it connects drives, so that it does so by itself.',
          {
            note: 'Drive mapping ran before the network was ready; set to wait.',
            cause: 'Start-up order',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['{fileServer}: “not enough space” when saving', 'Cannot save to the shared drive, disk full'],
      body: [
        'saving to the shared drive fails with "not enough space" for all of us.',
        'we cannot save anything on the shared drive. There is supposed to be plenty of room.',
      ],
      impact: 2,
      urgency: 1,
      moves: [
        reply('thank you, I see it. I am making room now; please keep your files open and do not close the programs.', {
          after: [2, 12],
        }),
        note(
          '0 bytes free on {fileServer} D:. 180 GB of a video export from last night in one user’s folder. Moved to the archive volume with the owner’s consent on the phone.',
          { minutes: [15, 25] },
        ),
        resolve(
          'fixed',
          'there is room again: please save now. A very large video had filled the disk during the night; it lives in the archive now.',
          {
            note: 'Moved a 180 GB export away; alert for fast growth added.',
            cause: 'Disk full after a video export',
            minutes: [10, 15],
          },
        ),
      ],
    },
    {
      title: ['File locked by somebody who left', '“File in use by another user”, but nobody has it open'],
      slots: { file: ['Timesheets.xlsx', 'Master schedule.xlsx', 'Quotes.accdb', 'Inventory.xlsx'] },
      body: [
        '{file} is "locked for editing by another user" and that user is on leave. We need it today.',
        'nobody has {file} open and still it only opens read-only.',
      ],
      moves: [
        reply('let me see who holds it.', { after: [4, 30] }),
        note(
          'Open handle on {fileServer} from a laptop that went to sleep on Friday with the file open. Closed the handle, last save was complete.',
          { minutes: [5, 10] },
        ),
        resolve(
          'fixed',
          '{file} is free. A laptop fell asleep with it open; its last save was complete, nothing is missing.',
          {
            note: 'Closed a stale handle on the file server.',
            cause: 'Sleeping laptop held the file',
            minutes: [5, 5],
          },
        ),
      ],
    },
    {
      title: ['Shared drive slow in the afternoon', 'Opening folders takes for ever'],
      body: [
        'every afternoon the shared drive gets slow, opening a folder takes half a minute.',
        'folders on the shared drive open one line at a time, from about {time} on.',
      ],
      impact: 2,
      moves: [
        reply('since when has it been like that, and is it every folder or some with very many files?'),
        answer(['a week or so, all of them.', 'since last Thursday I would say. Worst in the big one with photos.'], {
          after: [10, 150],
        }),
        handOver('cloud', 'Share on {fileServer} slow from about 14:00 each day for a week.'),
        note(
          'Antivirus full scan scheduled at 14:00 since the policy merge, scans the whole share over the network. Moved to Sunday, excluded the share on clients.',
          { minutes: [20, 30] },
        ),
        resolve(
          'fixed',
          'a virus scan of the whole drive had slipped from Sunday night to every afternoon. It is back at Sunday night. Please tell me if tomorrow afternoon is not as quick as the morning.',
          {
            note: 'Rescheduled the scan; excluded network shares on clients.',
            cause: 'Full scan in working hours',
            minutes: [10, 15],
          },
        ),
      ],
    },
  ],
};
