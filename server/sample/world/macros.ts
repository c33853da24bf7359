import type { MacroStep } from '#shared/library.ts';
import type { CHECKLISTS } from './checklists.ts';
import type { TeamKey } from './teams.ts';

/** A step whose ids are not known before the sample is there. */
type Step = MacroStep | { team: TeamKey } | { checklist: keyof typeof CHECKLISTS };

export const MACROS: readonly { name: string; description: string; folder: string; steps: readonly Step[] }[] = [
  {
    name: 'Take it and say hello',
    description: 'Assign to me and write the first answer.',
    folder: 'Every day',
    steps: [
      { assign: { toMe: true } },
      {
        message: {
          visibility: 'public',
          body: '<p>Hi {{requester.firstName | there}},</p><p>I have taken this on and will look at it now.</p><p>{{me.firstName}}</p>',
          minutes: 5,
        },
      },
      { transition: { to: 'in_progress' } },
    ],
  },
  {
    name: 'Ask and wait',
    description: 'Ask for more and stop the clock until they answer.',
    folder: 'Every day',
    steps: [
      {
        message: {
          visibility: 'public',
          body: '<p>Hi {{requester.firstName | there}},</p><p>To go on I need a little more from you: what exactly did you do, what did you see, and since when? A screenshot says more than I can ask.</p><p>{{me.firstName}}</p>',
        },
      },
      { transition: { to: 'on_hold', holdReason: 'client' } },
    ],
  },
  {
    name: 'Phishing: contain',
    description: 'To Network & Security, tagged, with the checklist.',
    folder: 'Security',
    steps: [{ team: 'network' }, { tags: { add: ['phishing'] } }, { set: { urgency: 1 } }, { checklist: 'phishing' }],
  },
  {
    name: 'Site is down',
    description: 'Raise it, tag it, start the outage checklist, call the major incident team.',
    folder: 'Outage',
    steps: [
      { set: { impact: 1, urgency: 1 } },
      { tags: { add: ['outage'] } },
      { checklist: 'outage' },
      { team: 'major' },
    ],
  },
  {
    name: 'Nothing found, close kindly',
    description: 'Resolve with a word of comfort.',
    folder: 'Every day',
    steps: [
      {
        message: {
          visibility: 'public',
          body: '<p>Hi {{requester.firstName | there}},</p><p>I have looked and looked again, and everything works as it should at the moment. If it comes back, tell us right away: the first five minutes are the most telling.</p><p>{{me.firstName}}</p>',
        },
      },
      {
        transition: {
          to: 'resolved',
          resolutionCode: 'no_fault_found',
          resolutionNote: 'Could not be reproduced; nothing in the logs.',
        },
      },
    ],
  },
];
