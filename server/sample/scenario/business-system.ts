import { answer, escalate, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const businessSystem: Scenario = {
  key: 'business-system',
  kind: 'incident',
  weight: 9,
  category: ['Software', 'Business system'],
  service: 'Line-of-business application',
  impact: 2,
  urgency: 2,
  tags: ['line-of-business'],
  cases: [
    {
      title: ['{app} very slow today', '{app} takes minutes to open a record', '{app} hangs when saving'],
      body: [
        '{app} is so slow that we cannot work properly. Opening a record takes a minute, saving two. Everybody here has it.',
        'since about {time} {app} crawls. {colleague} and I have both restarted. Other programs are normal.',
      ],
      call: '{first} for the whole office: {app} crawls since {time}, other programs normal.',
      moves: [
        reply(
          'thank you, I see it too from here. Please do not all restart at once, that makes it worse. I am looking at the server now.',
          { after: [3, 20] },
        ),
        note(
          '{server} fine, {fileServer}: database disk queue 40+, backup of yesterday still running since the job started late. Asked Hamish whether we may stop it.',
          { minutes: [10, 20] },
        ),
        note('Yes, stop it. Tonight’s runs from the secondary copy.', { by: 'lead', after: [5, 30] }),
        reply(
          'last night’s backup was still running and took the breath away from the database. I have stopped it; the data is safe, tonight’s backup takes it all again. How is {app} now?',
        ),
        answer(['back to normal here.', 'quick as ever. Thank you!', 'much better, the others say so too.']),
        resolve(
          'fixed',
          'good. I have moved the start of the backup to 20:00, so that it is through long before you come.',
          {
            note: 'Stopped the overrunning backup, rescheduled to 20:00, alert if it runs past 05:00.',
            cause: 'Backup ran into working hours',
            minutes: [15, 25],
          },
        ),
      ],
    },
    {
      title: ['{app}: cannot post, “period is closed”', 'Error in {app} when posting invoices'],
      body: [
        'when I post an invoice {app} says "posting period is closed". It is this month’s invoice!',
        '{app} refuses all my postings since today: "period not open". Month end is close.',
      ],
      impact: 3,
      moves: [
        reply(
          'that is a setting in {app} that somebody in your finance team can open, we have no right to do so on our own. Who is allowed to decide on periods at {client}?',
        ),
        answer(['that would be {managerFull}.', '{managerFull} I think. Away today though.'], { after: [10, 90] }),
        hold(
          'client',
          'I have written down the three clicks for {manager} below. Once the period is open, please try again and tell me.\n\nSetup, Calendar, tick the month, Save.',
          { after: [10, 40] },
        ),
        answer('opened. It had been closed one month too early, my fault.', { by: 'manager', after: [60, 600] }),
        resolve('user_guided', 'thanks {manager}. {first}, your postings should go through now.', {
          note: 'Period had been closed one month early in the application; opened by the client.',
          cause: 'Posting period closed in the application',
          minutes: [10, 15],
        }),
      ],
    },
    {
      title: ['{app} does not print labels', '{app}: PDF export fails', 'Reports from {app} come out empty'],
      body: [
        'printing from {app} gives "error 5: printer not found". From Word I can print.',
        'since the update on {day} reports from {app} are empty pages. I need the weekly report this afternoon.',
      ],
      urgency: 1,
      moves: [
        reply('I will reproduce that with my own sign-in to {app}. Is it all reports or one in particular?', {
          after: [4, 25],
        }),
        answer([
          'all of them, on every computer.',
          'the weekly one for certain, I have not tried others. Just did: all.',
        ]),
        note(
          'Report service on {fileServer} runs as an account whose default printer was deleted by the driver clean-up of last week. Known quirk of {app}.',
          { minutes: [15, 30] },
        ),
        resolve(
          'fixed',
          '{app} builds its reports with the help of a printer, and that printer was tidied away last week. It has a new one. I printed the weekly report: 14 pages, all filled.',
          {
            note: 'Set a default printer for the service account of the report engine; excluded it from clean-ups.',
            cause: 'Service account lost its default printer',
            minutes: [15, 20],
          },
        ),
      ],
    },
    {
      title: ['{app} licence: no free seats', 'Cannot start {app}, all licences in use'],
      body: [
        '{app} says "no licence available". We bought ten and there are eight of us.',
        'I cannot get into {app}, it says that all seats are taken. It is eight in the morning, who should be in there?',
      ],
      moves: [
        reply('let me see who holds the seats.', { after: [4, 30] }),
        note(
          '10 of 10 in use, 4 by sessions of people who closed the lid yesterday. Licence server never lets go of sleeping clients.',
          { minutes: [5, 10] },
        ),
        resolve(
          'fixed',
          'four seats were held by computers that went to sleep last night with {app} open. I freed them, please try again. From tonight seats are taken back after two hours of silence.',
          {
            note: 'Released four stale seats; set the idle time-out of the licence server to 120 minutes.',
            cause: 'Stale licence sessions',
            minutes: [10, 15],
          },
        ),
      ],
      relapse: {
        says: 'again no free licence this morning. So the two hours do not work?',
        moves: [
          note('Time-out is ignored by version 8 clients, needs hotfix 8.0.3. Vendor case LC-20417.', {
            minutes: [15, 25],
          }),
          hold(
            'vendor',
            'you are right. The vendor needs to give us a correction for it; we free the seats every morning at 07:00 by hand until then.',
            { days: [2, 4] },
          ),
          resolve(
            'vendor_fixed',
            'the vendor’s correction is installed and seats come back by themselves. I watched it for two mornings.',
            {
              note: 'Hotfix 8.0.3 installed on the licence server.',
              cause: 'Fault in the vendor’s licence server',
              minutes: [20, 30],
            },
          ),
        ],
      },
    },
    {
      title: ['Error when opening {app} after the update', '{app} “assembly not found” on {pc}'],
      body: [
        'after last night’s update {app} shows an error and closes: "could not load file or assembly". Only on my computer.',
        '{app} does not start on {pc}, error about a missing assembly. On {colleague}’s it works.',
      ],
      call: '{first}: {app} does not start on {pc} since the update; fine on other computers.',
      impact: 3,
      moves: [
        reply(
          'then the update did not finish on {pc}. I install {app} again in the background; please leave it closed for a quarter of an hour and work with the web version.',
        ),
        note('Installer had been waiting for a restart since Monday. Repaired, restarted with consent.', {
          minutes: [15, 25],
        }),
        resolve(
          'fixed',
          '{app} starts again, and your settings are as before. A restart now and then helps updates to finish: once a week is plenty.',
          {
            note: 'Repaired the installation; pending restart had blocked it.',
            cause: 'Update waited for a restart',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Wrong figures in {app} since the interface ran', '{app} interface imports everything twice'],
      body: [
        'the nightly interface has booked everything twice. We have stopped it on our side.',
        'quantities in {app} are double since this morning. Looks like last night’s import ran two times.',
      ],
      urgency: 1,
      moves: [
        reply('please leave the interface stopped, that was right. I am looking at the schedule now.', {
          after: [2, 15],
        }),
        note(
          'Task exists twice on {server}: the old one by name and a copy from the migration. Copy disabled. The double bookings are the vendor’s to reverse, case opened with priority.',
          { minutes: [20, 35] },
        ),
        escalate(
          'Bookings of a whole day doubled at {client}; vendor must reverse them today, please call their manager.',
        ),
        hold(
          'vendor',
          'the second run comes from a copy of the task that was forgotten after the migration; it is off. The vendor reverses the double bookings this afternoon, I stay in touch with them.',
          { after: [10, 40] },
        ),
        note('Vendor done: 412 documents reversed, totals checked by {manager}.', {
          after: [180, 420],
          minutes: [10, 15],
        }),
        resolve(
          'fixed',
          'the vendor has reversed all 412 double bookings and {manager} has compared the totals. Tonight the interface runs once; I am here when it does.',
          {
            note: 'Removed the duplicate scheduled task; double bookings reversed by the vendor.',
            cause: 'Forgotten copy of a scheduled task after the migration',
            minutes: [20, 40],
          },
        ),
      ],
    },
  ],
};
