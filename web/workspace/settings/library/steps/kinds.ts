import type { MacroStep } from '#client/index.ts';
import { type Lifecycle, neverAllowed, type TransitionFields } from '#kernel/lifecycle.ts';
import { type StepName, type StepOf, stepName } from './types.ts';

/** What each kind of step is called, how one begins, and what is missing in it. */
type Kind<N extends StepName> = {
  title: string;
  start: StepOf<N>;
  fault(step: StepOf<N>, lifecycles: readonly Lifecycle[]): string | null;
};

const empty = (html: string) => html.replaceAll(/<[^>]*>/g, '').trim() === '';

export const STEP_KINDS: { readonly [N in StepName]-?: Kind<N> } = {
  message: {
    title: 'Write a reply or a note',
    start: { visibility: 'public', body: '' },
    fault: ({ body }) => (empty(body) ? 'Write the text.' : null),
  },
  transition: {
    title: 'Move to a status',
    start: { to: '' },
    fault: (step, lifecycles) =>
      step.to === ''
        ? 'Choose the status.'
        : refusals(step, lifecycles)
            .map(({ message }) => message)
            .join(' ') || null,
  },
  assign: {
    title: 'Assign',
    start: { toMe: true },
    fault: ({ toMe, auto, assigneeId, teamId }) =>
      toMe || auto || assigneeId !== undefined || teamId !== undefined ? null : 'Choose a team or a person.',
  },
  set: {
    title: 'Change fields',
    start: {},
    fault: (fields) => (Object.keys(fields).length > 0 ? null : 'Choose at least one field to change.'),
  },
  tags: {
    title: 'Add or remove tags',
    start: { add: [] },
    fault: ({ add = [], remove = [] }) => (add.length + remove.length > 0 ? null : 'Enter a tag to add or remove.'),
  },
  checklist: {
    title: 'Add a checklist',
    start: { checklistId: '' },
    fault: ({ checklistId }) => (checklistId === '' ? 'Choose the checklist.' : null),
  },
  link: {
    title: 'Link to another ticket',
    start: { kind: 'related' },
    fault: ({ to }) => (to !== undefined && to.trim().length < 3 ? 'Enter a key such as ACME-142.' : null),
  },
  watch: {
    title: 'Let somebody watch',
    start: { kind: 'me' },
    fault: ({ kind, id }) => (kind === 'staff' && !id ? 'Choose who watches.' : null),
  },
};

export const STEP_NAMES = Object.keys(STEP_KINDS) as StepName[];

/** A new step of a kind. */
export const newStep = (name: StepName): MacroStep => ({ [name]: STEP_KINDS[name].start });

/** Why no ticket could ever take this step; nothing as long as the lifecycles are not known. */
export const refusals = ({ to, ...fields }: StepOf<'transition'>, lifecycles: readonly Lifecycle[]) =>
  lifecycles.length === 0 ? [] : neverAllowed(lifecycles, to, fields as TransitionFields, new Date().toISOString());

/** What is missing in a step, as a sentence. */
export function stepFault(step: MacroStep, lifecycles: readonly Lifecycle[]): string | null {
  const name = stepName(step);
  return (STEP_KINDS[name].fault as (value: unknown, all: typeof lifecycles) => string | null)(step[name], lifecycles);
}
