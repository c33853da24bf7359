/** A practice of ITIL as a firm takes it up: what it is good for, and what comes with it. */
export type PracticeWords = {
  readonly name: string;
  /** In which step most firms take it up. */
  readonly step: 1 | 2 | 3;
  /** What one gains by it. */
  readonly why: string;
  /** What it asks of people, in a line. */
  readonly asks: string;
  /** Where its guide begins. */
  readonly guide: string;
  /** Whether it is used from the beginning. */
  readonly usual: boolean;
};

/** The practices that can be taken up, in the order in which most firms do. Incidents are always there. */
export const PRACTICES = {
  request: {
    ...{ name: 'Requests', step: 1, usual: true, guide: 'requests' },
    why: 'People order what they need from a catalogue: with its price, its approval and its tasks.',
    asks: 'Somebody writes the catalogue, a dozen items to begin with.',
  },
  change: {
    ...{ name: 'Changes', step: 1, usual: true, guide: 'changes' },
    why: 'What is altered is planned, weighed, authorised and looked back at, so that it breaks less.',
    asks: 'Whoever alters something raises a change first; a weekly quarter of an hour for those that need one.',
  },
  knowledge: {
    ...{ name: 'Knowledge', step: 2, usual: true, guide: 'knowledge' },
    why: 'What was found out once is found again, by technicians and by clients’ people.',
    asks: 'An article when something is solved that will come again, and a look at old ones.',
  },
  problem: {
    ...{ name: 'Problems', step: 2, usual: false, guide: 'problem-management' },
    why: 'Incidents that come again are ended at their cause, and until then everybody knows the workaround.',
    asks: 'An hour a week on what is proposed, and somebody who owns each problem.',
  },
  major: {
    ...{ name: 'Major incidents', step: 3, usual: false, guide: 'major-incidents' },
    why: 'When much is down at once, one person leads, clients are told on time, and it is looked back at.',
    asks: 'Agreeing who leads, and from when on an incident is a major one.',
  },
  improvement: {
    ...{ name: 'Improvement', step: 3, usual: false, guide: 'improvement' },
    why: 'Where work waits is measured from what happened, and what is done about it is held against how it was.',
    asks: 'Somebody who looks once a month where work waits, and an owner for each improvement.',
  },
} as const satisfies Record<string, PracticeWords>;

export type PracticeKey = keyof typeof PRACTICES;
export const PRACTICE_KEYS = Object.keys(PRACTICES) as PracticeKey[];
