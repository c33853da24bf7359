import { answer, handOver, hold, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const laptop: Scenario = {
  key: 'laptop',
  kind: 'incident',
  weight: 9,
  category: ['Hardware', 'Laptop or desktop'],
  service: 'Managed desktop',
  impact: 3,
  urgency: 2,
  device: true,
  tags: ['hardware'],
  cases: [
    {
      title: ['{pc} is extremely slow', 'My computer takes ten minutes to start', 'Slow laptop'],
      body: [
        'my laptop has become unbearably slow. Starting takes ten minutes and the fan runs all the time.',
        '{pc} is slow with everything since last week. Even typing lags behind.',
      ],
      call: '{first}: {pc} slow for a week, fan always on. Wants somebody to have a look today.',
      moves: [
        reply('let me look at what keeps it busy. May I connect for a few minutes? You can go on working.'),
        answer(['of course.', 'yes, but I have a meeting at the full hour.']),
        note(
          'Disk 97 % full, 61 GB of it an old phone backup; the virus scan starts over each time because it never finishes. Thermals fine.',
          { minutes: [10, 20] },
        ),
        reply(
          'your disk was full to the brim, mostly with a backup of your previous phone. May I delete that backup (made three years ago), or do you still need it?',
        ),
        answer(['delete it, that phone is long gone.', 'please delete, and thank you for asking.']),
        resolve(
          'fixed',
          '61 GB are free again, and after the restart {pc} was ready in 40 seconds. We now get a warning before a disk fills up like that.',
          {
            note: 'Removed an old phone backup, finished the scan, added the disk alert for laptops.',
            cause: 'Disk almost full',
            minutes: [10, 20],
          },
        ),
      ],
    },
    {
      title: ['Coffee on the keyboard', 'Spilt tea over my laptop'],
      body: [
        'embarrassing: half a cup of coffee went over the keyboard of {pc}. I turned it off at once and it stands upside down on paper towels.',
        'I spilt tea over my laptop this morning. It is off. What now?',
      ],
      call: '{first} spilt coffee over {pc}, switched it off at once. I told them not to switch it on.',
      urgency: 1,
      moves: [
        reply(
          'it happens to the best. Please leave it off, whatever the temptation. I am getting a loan laptop ready: your files are in OneDrive, so you can sign in and go on. Where are you today?',
          { after: [3, 20] },
        ),
        answer(['at {site} all day.', 'in the office, come by any time.']),
        note(
          'Loan LN-07 handed over by courier, signed in, Office and {app} work. Wet one collected for drying and cleaning.',
          { minutes: [25, 40], after: [30, 150] },
        ),
        hold(
          'vendor',
          'your own laptop is with the workshop now. They open and clean it and tell us in two or three days whether the keyboard survives.',
          { days: [2, 4] },
        ),
        resolve(
          'fixed',
          'good news: a new keyboard and it is as before. It comes back with the courier tomorrow; please send the loan one back in the same box.',
          {
            note: 'Top case replaced by the workshop, loan device returned.',
            cause: 'Liquid damage',
            minutes: [20, 30],
          },
        ),
      ],
    },
    {
      title: ['Blue screen several times a day', '{pc} crashes with a blue screen', 'Computer restarts by itself'],
      body: [
        'my computer shows a blue screen and restarts, four times today. The last one said DRIVER_POWER_STATE_FAILURE.',
        '{pc} restarts out of nowhere, mostly when I come back from lunch. I lose what I had open.',
      ],
      moves: [
        reply(
          'I am sorry, that is maddening. I collect the crash files from {pc} now, which takes a few minutes in the background. Please save often until we know more.',
        ),
        note(
          'Dumps: all in the dock’s network driver, after standby. Same dock model at {otherPc}, driver there is newer.',
          { minutes: [15, 25] },
        ),
        reply(
          'it is the network part of your docking station that does not wake up well. The new driver is in place; please use standby as you usually do, and tell me tomorrow whether it stayed calm.',
        ),
        answer(['no crash since yesterday.', 'two lunches without a blue screen!'], { after: [400, 900] }),
        resolve('fixed', 'I call that success. All docks of that kind at {client} get the new driver tonight.', {
          note: 'Updated the dock’s network driver and firmware.',
          cause: 'Faulty dock driver after standby',
          minutes: [10, 15],
        }),
      ],
    },
    {
      title: ['Battery swollen, touchpad bulges', 'Laptop does not close any more'],
      body: [
        'the lid of my laptop does not close any more and the touchpad stands up at one side. Is this dangerous?',
        '{pc} has a bulge under the touchpad.',
      ],
      urgency: 1,
      moves: [
        reply(
          'please switch it off, unplug it and put it on something that does not burn, away from people. That is a swollen battery. Do not press on it. A loan laptop comes today.',
          { after: [2, 10] },
        ),
        handOver('field', 'Swollen battery at {client}: collect in the fireproof bag, bring a loan laptop.'),
        note(
          'Collected in the safety bag, loan handed over, data synced before. Battery recalled by the maker, case opened.',
          { minutes: [40, 70], after: [60, 300] },
        ),
        hold(
          'vendor',
          'the maker replaces the battery free of charge, and has it done in about a week. The loan stays with you until then.',
          { days: [4, 7] },
        ),
        resolve(
          'fixed',
          'your laptop is back with a new battery and a clean bill of health. Thank you for not waiting.',
          {
            note: 'Battery replaced under recall. Checked the other machines of the same batch: two more to go.',
            cause: 'Battery of a recalled batch',
            minutes: [15, 25],
          },
        ),
      ],
    },
    {
      title: ['Windows update keeps failing on {pc}', 'Update stuck at 31 %'],
      body: [
        'every morning my computer tries to install the same update, gets to 31 % and undoes it. Twenty minutes each time.',
        'the update on {pc} fails again and again, error 0x800f0922.',
      ],
      urgency: 3,
      moves: [
        reply(
          'twenty minutes each morning is too much. I switch the update off for today and look at it tonight; please leave {pc} on and plugged in.',
        ),
        note(
          'System reserved partition had 8 MB left, recovery images of the maker. Moved the recovery partition, update went through at 21:40.',
          { after: [60, 200], minutes: [25, 40] },
        ),
        resolve(
          'fixed',
          'the update is in. The small hidden partition that Windows needs for it was full, now it has room.',
          {
            note: 'Enlarged the reserved partition; update installed.',
            cause: 'Reserved partition full',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Sound is gone on {pc}', 'No sound, nobody hears me either'],
      body: [
        'no sound from my laptop, and in calls nobody hears me. The headset works on {colleague}’s computer.',
        'my computer has gone silent. No speaker, no microphone.',
      ],
      moves: [
        reply('quick one to try: press Windows + Ctrl + V. What is ticked under "Output device"?', { after: [4, 30] }),
        answer(['it says "HDMI: monitor". I never chose that.', 'there is only the monitor in the list.'], {
          after: [5, 60],
        }),
        resolve(
          'user_guided',
          'there we are: since the new monitor Windows sends the sound to it, and it has no speakers. You chose the headset again on the phone with me; I have also told Windows to stop offering the monitor.',
          {
            note: 'Disabled the monitor’s audio device.',
            cause: 'Sound went to a monitor without speakers',
            minutes: [5, 10],
          },
        ),
      ],
    },
  ],
};
