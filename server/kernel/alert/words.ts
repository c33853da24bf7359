/** Why an alert is where it is, as data: what decided, what it did, and what went in. */
export type Decision = {
  readonly by: 'maintenance' | 'rule' | 'usual' | 'topology' | 'storm' | 'person' | 'fault' | 'source';
  readonly does: 'suppress' | 'ignore' | 'inbox' | 'ticket' | 'join' | 'apart' | 'close';
  /** Of the rule, the maintenance, the cause or the person. */
  readonly name?: string;
  /** The same by its id: a rule, an announcement, an item, an alert. */
  readonly id?: string;
  /** Of the rule’s version. */
  readonly number?: number;
  readonly level?: 'client' | 'group' | 'provider';
  readonly kind?: string;
  readonly severity?: number;
  /** How many alerts within how many minutes were too many. */
  readonly alerts?: number;
  readonly minutes?: number;
  /** Why its ticket weighs more or less than the alert itself would have it. */
  readonly weighed?: string;
  /** Whether it came and went too often, so that its ticket is held open. */
  readonly flapping?: boolean;
  /** Whether it asks for no ticket itself: it does not keep the one of its cause open. */
  readonly quiet?: boolean;
  /** How often it had been raised when it was last decided about. */
  readonly told?: number;
  /** What is wrong, where something could not be done. */
  readonly error?: string;
};

const DONE = {
  suppress: 'Recorded only',
  ignore: 'Ignored',
  inbox: 'Kept in the inbox',
  ticket: 'Made a ticket',
  join: 'Put to another alert',
  apart: 'Stands for itself',
  close: 'Closed',
} as const;

const LEVELS = { client: 'the client’s rule', group: 'the group’s rule', provider: 'the rule' } as const;
const SEVERITIES = ['', 'critical', 'high', 'medium', 'low', 'information'];

/** A decision as a sentence. */
export function decisionWords(decision: Decision): string {
  const flaps = decision.flapping ? ' It comes and goes, so its ticket stays open until it is quiet.' : '';
  const weighed = decision.weighed ? ` ${decision.weighed.charAt(0).toUpperCase()}${decision.weighed.slice(1)}.` : '';
  return `${DONE[decision.does]}: ${reasonOf(decision)}.${weighed}${flaps}`;
}

/** What decided, in so few words that a row of a list has room for them. */
export function decidedBy({ by, name = '' }: Decision): string {
  switch (by) {
    case 'maintenance':
      return `Being worked on: ${name}`;
    case 'rule':
      return `Rule “${name}”`;
    case 'usual':
      return 'As usual: no rule fits';
    case 'topology':
      return `Depends on “${name}”`;
    case 'storm':
      return 'One of many at once';
    case 'person':
      return name;
    case 'source':
      return 'Ended by itself';
    default:
      return 'No ticket could be made';
  }
}

function reasonOf(decision: Decision): string {
  const { by, name = '', level = 'provider', number, kind, severity = 0, alerts, minutes, error } = decision;
  switch (by) {
    case 'maintenance':
      return `it is being worked on (${name})`;
    case 'rule':
      return `${LEVELS[level]} “${name}”${number ? `, version ${number},` : ''} fits`;
    case 'usual':
      return `no rule fits, and this is usual for ${SEVERITIES[severity]} alerts of the kind ${kind}`;
    case 'topology':
      return `it depends on what “${name}” is about`;
    case 'storm':
      return `more than ${alerts} alerts came within ${minutes} minutes`;
    case 'person':
      return `${name} said so`;
    case 'source':
      return 'it ended before anything was decided';
    default:
      return `no ticket could be made (${error})`;
  }
}
