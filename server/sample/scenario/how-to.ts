import { answer, reply, resolve } from './moves.ts';
import type { Scenario } from './types.ts';

export const howTo: Scenario = {
  key: 'how-to',
  kind: 'request',
  weight: 6,
  category: ['Question', 'How to'],
  service: 'Managed desktop',
  impact: 3,
  urgency: 3,
  tags: ['how-to'],
  cases: [
    {
      title: ['How do I send a meeting invitation from a shared mailbox?', 'Invitation in the name of {box}'],
      slots: { box: ['the events mailbox', 'reception', 'the training mailbox'] },
      body: [
        'I would like to invite people in the name of {box}, not in mine. Is there a trick?',
        'my invitations always come from me. They should come from {box}.',
      ],
      moves: [
        resolve(
          'fulfilled',
          'there is: open the calendar of the shared mailbox (below "My calendars"), double-click into the hour there, and invite from that window. Then the answers go to the shared mailbox as well.',
          {
            after: [20, 160],
            note: 'Explained sending invitations from the shared calendar.',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Excel: drop-down list with our product codes', 'Excel question: lists in cells'],
      body: [
        'how do I make a cell in which one can only choose from a list? People type the codes differently every time.',
        'I would like a drop-down in column C, fed from another sheet.',
      ],
      moves: [
        reply(
          'with "Data validation": mark the column, Data, Data validation, Allow: List, and as source the range with your codes. Give the range a name first, then it grows with the list. Would you like to do it together?',
        ),
        answer(['I got it! Is there a way to colour them, too?', 'together would be nice, I am stuck at the source.'], {
          after: [30, 500],
        }),
        resolve(
          'fulfilled',
          'we did it on your screen, colours and all (Conditional formatting). The file is yours to play with; version history brings back any mishap.',
          {
            note: 'Data validation and conditional formatting shown.',
            minutes: [15, 25],
          },
        ),
      ],
    },
    {
      title: ['Can I see {colleague}’s calendar next to mine?', 'Calendar of the team at a glance'],
      body: [
        'how do I see the calendars of my team side by side?',
        'I would like to see when {colleague} is free without asking.',
      ],
      moves: [
        resolve(
          'fulfilled',
          'in the calendar: "Add calendar", "From directory", type the name. You see free and busy for everybody at {client}; details only where the person allows it. The arrow at the tab lays them on top of each other.',
          {
            after: [15, 200],
            note: 'Explained calendar overlay.',
            minutes: [5, 5],
          },
        ),
      ],
    },
    {
      title: ['Out-of-office for a shared mailbox', 'Automatic reply over the holidays'],
      body: [
        'we are closed for a week. Can the info mailbox answer automatically, with different words inside and outside?',
        'please help me with an automatic reply for our shared mailbox, I only find my own.',
      ],
      moves: [
        reply(
          'I can set it for you. Please send me the text for outsiders, the one for colleagues if it differs, and from when until when.',
        ),
        answer(
          [
            'text attached, from Friday 17:00 to the Monday after next, 08:00.',
            'same text for all: "We are closed until the 12th and answer after that."',
          ],
          { after: [30, 700] },
        ),
        resolve(
          'fulfilled',
          'it is set and switches itself on and off. I sent a test from outside and the answer came, once per sender as it should.',
          {
            note: 'Automatic reply on the shared mailbox with start and end.',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['How do I encrypt a mail?', 'Sending confidential papers by mail'],
      body: [
        'I have to send a contract with personal data. How do I do that safely?',
        'a customer wants the papers "encrypted". What do I do?',
      ],
      moves: [
        resolve(
          'fulfilled',
          'in a new mail: Options, Encrypt, "Encrypt only". The customer gets a link and signs in with their own address or a code. For files that they may not forward choose "Do not forward". I have put a page with pictures into your OneDrive, "Confidential mail".',
          {
            after: [15, 150],
            note: 'Message encryption explained.',
            minutes: [5, 10],
          },
        ),
      ],
    },
    {
      title: ['Print two pages on one sheet, both sides', 'Default double-sided printing'],
      body: [
        'how do I make {printer} print double-sided by default? I forget it every time.',
        'can all my prints be black and white and double-sided unless I say otherwise?',
      ],
      moves: [
        resolve(
          'fulfilled',
          'done from here: your prints to the {printer} are double-sided and black unless you choose otherwise in the dialogue. Shall I do the same for your whole team? It saves about a third of the paper.',
          {
            after: [15, 150],
            note: 'Changed the user’s printing defaults.',
            minutes: [5, 10],
          },
        ),
      ],
    },
  ],
};
