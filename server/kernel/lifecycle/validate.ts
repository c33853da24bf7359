import {
  ACTOR_KINDS,
  askedCustom,
  asksFact,
  EFFECTS,
  GUARDS,
  TICKET_FACTS,
  TRANSITION_FIELDS,
} from '#shared/lifecycle-words.ts';
import { ALL_PERMISSIONS } from '#shared/permissions.ts';
import { STATUS_CATEGORIES } from '#shared/vocabulary.ts';
import type { FieldError } from '../errors.ts';
import { findStatus, isFinal, transitionsFrom } from './find.ts';
import type { Asked, Lifecycle, Status, Transition } from './types.ts';

const KEY = /^[a-z][a-z0-9_]{0,39}$/;
const MAX_STATUSES = 60;
const MAX_TRANSITIONS = 300;

/** Checks an edited lifecycle before it is saved. Returns every fault with the path of the field, or nothing. */
export function validateLifecycle(lifecycle: Lifecycle): FieldError[] {
  const errors = [...checkStatuses(lifecycle), ...checkTransitions(lifecycle)];
  return errors.length > 0 ? errors : checkPaths(lifecycle);
}

function checkStatuses({ statuses, initial }: Lifecycle): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (path: string, message: string) => errors.push({ path, message });
  if (statuses.length > MAX_STATUSES) refuse('statuses', `has more than ${MAX_STATUSES} statuses`);
  statuses.forEach((status, i) => {
    const at = `statuses.${i}`;
    if (!KEY.test(status.key))
      refuse(`${at}.key`, 'needs lower-case letters, digits and underscores, beginning with a letter');
    if (statuses.findIndex((other) => other.key === status.key) < i)
      refuse(`${at}.key`, `"${status.key}" is there twice`);
    if (status.name.trim() === '') refuse(`${at}.name`, 'needs a name');
    if (status.clientName.trim() === '') refuse(`${at}.clientName`, 'needs a name');
    if (!STATUS_CATEGORIES.includes(status.category))
      refuse(`${at}.category`, `must be one of ${STATUS_CATEGORIES.join(', ')}`);
    if (status.hold && status.category !== 'waiting')
      refuse(`${at}.hold`, 'only a status of the category waiting can be a hold');
  });
  if (!statuses.some(isFinal)) refuse('statuses', 'needs at least one final status (category closed or cancelled)');
  const start = statuses.find((status) => status.key === initial);
  if (!start) refuse('initial', `there is no status "${initial}"`);
  else if (start.category !== 'new' && start.category !== 'open')
    refuse('initial', 'a ticket can only start new or open');
  return errors;
}

function checkTransitions(lifecycle: Lifecycle): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  const { transitions } = lifecycle;
  if (transitions.length > MAX_TRANSITIONS)
    errors.push({ path: 'transitions', message: `has more than ${MAX_TRANSITIONS} transitions` });
  transitions.forEach((transition, i) => {
    const refuse = (field: string, message: string) => errors.push({ path: `transitions.${i}.${field}`, message });
    const to = findStatus(lifecycle, transition.to);
    if (!to) refuse('to', `there is no status "${transition.to}"`);
    if (transition.label.trim() === '') refuse('label', 'needs a label');
    if (transition.from.length === 0) refuse('from', 'needs a status to start from');
    if (transition.by.length === 0) refuse('by', 'needs somebody who may do it');
    for (const from of transition.from) {
      if (from !== '*' && !findStatus(lifecycle, from)) refuse('from', `there is no status "${from}"`);
      if (from === transition.to && !to?.hold) refuse('to', 'a step leads to another status');
      for (const actor of transition.by) {
        const step = `${from} ${transition.to} ${actor}`;
        if (seen.has(step)) refuse('to', `the step from ${from} to ${transition.to} is there twice for ${actor}`);
        seen.add(step);
      }
    }
    const known = (field: string, words: readonly string[], given: readonly string[]) => {
      for (const word of given) if (!words.includes(word)) refuse(field, `"${word}" is not one of ${words.join(', ')}`);
    };
    if (to) for (const [field, message] of contradictions(lifecycle, transition, to)) refuse(field, message);
    if (transition.permission !== undefined) known('permission', ALL_PERMISSIONS, [transition.permission]);
    known('by', ACTOR_KINDS, transition.by);
    const asked = transition.requires.filter((word) => askedCustom(word) === null);
    known('requires', [...TRANSITION_FIELDS, ...TICKET_FACTS], asked);
    known('guards', GUARDS, transition.guards ?? []);
    known('effects', EFFECTS, transition.effects ?? []);
  });
  return errors;
}

/** What a contact may not set, and so cannot be asked for. */
const STAFF_FIELDS: readonly Asked[] = ['assigneeId', 'teamId', 'holdReason', 'resolutionCode', 'duplicateOfId'];

/** Fields that a step asks for and that nobody could ever give: the step would be there and lead nowhere. */
function contradictions(lifecycle: Lifecycle, { requires, by }: Transition, to: Status): [string, string][] {
  const ends = to.category === 'resolved' || to.category === 'closed';
  const wrong = (fields: readonly Asked[], holds: boolean, message: string): [string, string][] =>
    holds ? [] : fields.filter((field) => requires.includes(field)).map((field) => ['requires', `${field} ${message}`]);
  const asked = [
    ...STAFF_FIELDS.filter((field) => requires.includes(field) || (field === 'holdReason' && to.hold)),
    ...requires.filter(asksFact),
  ];
  return [
    ...wrong(['resolutionCode', 'resolutionNote'], ends, 'belongs to a step that resolves or closes'),
    ...wrong(['holdReason', 'holdUntil'], to.hold === true, 'belongs to a step into a hold'),
    ...wrong(['duplicateOfId'], to.category === 'cancelled', 'belongs to a step into a cancelled status'),
    ...wrong(['resolutionCode'], lifecycle.resolutionCodes?.length !== 0, 'has nothing to choose from'),
    ...(by.includes('contact')
      ? asked.map((field): [string, string] => ['requires', `${field} cannot be asked of a contact`])
      : []),
  ];
}

function checkPaths(lifecycle: Lifecycle): FieldError[] {
  const next = new Map(
    lifecycle.statuses.map((status) => [status.key, transitionsFrom(lifecycle, status).map(({ to }) => to)]),
  );
  const reached = walk([lifecycle.initial], (key) => next.get(key) ?? []);
  const finals = lifecycle.statuses.filter(isFinal).map(({ key }) => key);
  const ends = walk(finals, (key) => [...next].filter(([, tos]) => tos.includes(key)).map(([from]) => from));
  return lifecycle.statuses.flatMap(({ key, name }, i) => [
    ...(reached.has(key) ? [] : [{ path: `statuses.${i}`, message: `no ticket can ever get to ${name}` }]),
    ...(ends.has(key) ? [] : [{ path: `statuses.${i}`, message: `no way leads from ${name} to a final status` }]),
  ]);
}

function walk(from: readonly string[], next: (key: string) => readonly string[]): Set<string> {
  const seen = new Set(from);
  for (const key of seen) for (const other of next(key)) seen.add(other);
  return seen;
}
