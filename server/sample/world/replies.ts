/** Answers that everybody at the desk writes every day. */
export const REPLIES: readonly { name: string; shortcut: string; folder: string; body: string }[] = [
  {
    name: 'We are on it',
    shortcut: 'onit',
    folder: 'First answer',
    body: '<p>Hi {{requester.firstName | there}},</p><p>Thanks for letting us know. I have {{ticket.key}} in front of me and will write again as soon as I know more.</p><p>{{me.firstName}}</p>',
  },
  {
    name: 'Restart first',
    shortcut: 'restart',
    folder: 'First answer',
    body: '<p>Hi {{requester.firstName | there}},</p><p>Before I dig deeper: could you please save your work, choose Restart (not Shut down) in the Start menu, and tell me whether it is still there afterwards? Restart reloads things that Shut down keeps.</p><p>{{me.firstName}}</p>',
  },
  {
    name: 'May I connect?',
    shortcut: 'connect',
    folder: 'Working on it',
    body: '<p>Hi {{requester.firstName | there}},</p><p>I would like to look at this on your screen. Is now a good time? A window will ask you to allow the session, and you see everything I do.</p><p>{{me.firstName}}</p>',
  },
  {
    name: 'Screenshot, please',
    shortcut: 'shot',
    folder: 'Working on it',
    body: '<p>Hi {{requester.firstName | there}},</p><p>Could you send me a picture of the whole message? Windows key + Shift + S lets you mark it; then paste it into your answer.</p><p>{{me.firstName}}</p>',
  },
  {
    name: 'Waiting for the vendor',
    shortcut: 'vendor',
    folder: 'Waiting',
    body: '<p>Hi {{requester.firstName | there}},</p><p>The vendor has our report and looks into it. I ask them again every morning and write to you when there is news, at the latest in two working days.</p><p>{{me.firstName}}</p>',
  },
  {
    name: 'Are you still there?',
    shortcut: 'nudge',
    folder: 'Waiting',
    body: '<p>Hi {{requester.firstName | there}},</p><p>I am still waiting for a few words from you on “{{ticket.title}}”. If it has solved itself, just tell me and I will close it.</p><p>{{me.firstName}}</p>',
  },
  {
    name: 'Solved, please confirm',
    shortcut: 'solved',
    folder: 'Ending',
    body: '<p>Hi {{requester.firstName | there}},</p><p>This should work again now. Please try it and tell me if anything is left; otherwise we close {{ticket.key}} in a few days.</p><p>{{me.firstName}}</p>',
  },
  {
    name: 'Planned work this evening',
    shortcut: 'planned',
    folder: 'Announcements',
    body: '<p>Hello {{requester.firstName | everybody}},</p><p>This evening after closing time we work on the systems of {{client.name}}. Please save your work and leave computers switched on. We write again when it is done.</p><p>{{me.name}}<br>Harbour IT</p>',
  },
  {
    name: 'Looks like phishing',
    shortcut: 'phish',
    folder: 'Security',
    body: '<p>Hi {{requester.firstName | there}},</p><p>Well spotted, this is phishing. Please do not click on anything in it; we have taken it out of every mailbox at {{client.name}}. If somebody did click, tell us now: nobody gets into trouble for asking.</p><p>{{me.firstName}}</p>',
  },
];
