import { answer, handOver, note, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const meetingRoom: Scenario = {
  key: 'meeting-room',
  kind: 'incident',
  weight: 4,
  category: ['Hardware', 'Meeting room'],
  service: 'Managed desktop',
  impact: 2,
  urgency: 2,
  tags: ['meeting-room'],
  cases: [
    {
      title: ['No picture on the big screen in {meetingRoom}', '{meetingRoom}: screen stays black'],
      body: [
        'the screen in {meetingRoom} stays black and we have visitors at {time}. The cable is in.',
        'cannot present in {meetingRoom}. "No signal", whichever laptop we try.',
      ],
      call: '{first}: no picture in {meetingRoom}, visitors are due.',
      urgency: 1,
      moves: [
        reply(
          'calling you in a minute. Meanwhile: is the small box behind the screen lit? It has a blue light when all is well.',
          { after: [1, 8] },
        ),
        note(
          'On the phone: box without power, someone needed the socket for the coffee machine. Plugged back in, picture is there.',
          { minutes: [5, 15], after: [2, 15] },
        ),
        resolve('user_guided', 'good luck with the visitors! I suggest a label on that socket; one is in the post.', {
          note: 'Presentation box was unplugged.',
          cause: 'Socket used for something else',
          minutes: [5, 5],
        }),
      ],
    },
    {
      title: ['Teams room: nobody hears us', 'Microphone in {meetingRoom} is terrible'],
      body: [
        'people in Teams calls say that they cannot hear us from {meetingRoom}. We hear them well.',
        'in {meetingRoom} we sound like from inside a tin, they say.',
      ],
      moves: [
        reply('let me call into the room and listen. Is it free in the next half hour?'),
        answer(['it is free until eleven.', 'free now.'], { after: [5, 60] }),
        note(
          'Room system had switched to the webcam’s microphone at the far end after the update. Ceiling microphone selected, echo test fine, volume locked.',
          { minutes: [15, 25] },
        ),
        resolve(
          'fixed',
          'the room had started to listen through the camera at the far end. It uses the ceiling microphones again, and the setting is locked so that updates leave it alone.',
          {
            note: 'Selected the ceiling microphone, locked by policy.',
            cause: 'Update changed the audio device',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Booking panel shows {meetingRoom} as free although it is booked', 'Double booking of {meetingRoom}'],
      body: [
        'the panel at the door of {meetingRoom} shows "free" while we sit in a booked meeting. People keep coming in.',
        '{meetingRoom} was booked twice for the same hour again.',
      ],
      urgency: 3,
      moves: [
        reply('thank you. Could you forward me one of the invitations, as an attachment?'),
        answer(['here is the one of this morning.', 'forwarded.'], { after: [10, 200] }),
        handOver('cloud', 'Room mailbox of {meetingRoom} accepts conflicts; panel one hour off.'),
        note(
          'Time zone of the room mailbox was UTC, conflicts allowed at 10 %. Both corrected, 3 double bookings told to their organisers.',
          { minutes: [20, 25] },
        ),
        resolve(
          'fixed',
          'the room lived in another time zone. That is corrected; double bookings are declined from now on, and I have told the three organisers whose future bookings collide.',
          {
            note: 'Set the room’s time zone, disallowed conflicts.',
            cause: 'Wrong time zone in the room mailbox',
            minutes: [5, 10],
          },
        ),
      ],
    },
  ],
};
