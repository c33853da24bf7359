import type { PostMessage, TransitionOption } from '#shared/ticket.ts';
import { HOLD_REASONS, type HoldReason } from '#shared/vocabulary.ts';
import { type ReadTime, readTime } from '#web/ui/form/minutes.ts';
import { MOST_MINUTES } from '#web/ui/form/minutes-field.tsx';
import { plainText } from '#web/ui/text/plain.ts';
import { holdName } from '../desk/names.ts';
import type { Draft } from './draft.ts';

/** What a ticket can be put on hold for in passing; an appointed time needs its date. */
const HOLDS = HOLD_REASONS.filter((reason) => reason !== 'scheduled').map(
  (reason) => [reason, `On hold, ${holdName(reason).toLowerCase()}`] as const,
);
/** What a composer can ask for in passing; steps that need more have a dialogue of their own. */
const SIMPLE = new Set(['holdReason', 'resolutionCode', 'resolutionNote']);

/** The steps that can be taken along with a message. */
export function stepsFrom(options: readonly TransitionOption[]): { value: string; label: string }[] {
  return options
    .filter(({ requires }) => requires.every((field) => SIMPLE.has(field)))
    .flatMap(({ to, label, requires }) =>
      requires.includes('holdReason')
        ? HOLDS.map(([reason, words]) => ({ value: `${to}:${reason}`, label: words }))
        : [{ value: to, label }],
    );
}

/** Whether the step that goes with a draft resolves the ticket, whatever its kind calls that. */
export function isResolving({ next }: Draft, options: readonly TransitionOption[]): boolean {
  return options.some(({ to, category }) => to === next && category === 'resolved');
}

/** How the field for the time calls itself. */
export const TIME = 'Time spent';

/** The time that goes with a draft, or why it cannot. */
export const spent = ({ time }: Pick<Draft, 'time'>): ReadTime => readTime(time, TIME, MOST_MINUTES);

/** How the field for the length of a call calls itself. */
export const CALL = 'Length of the call';

/** How long the call was that a draft tells of, or why it cannot be; without a call, or before it was said, nothing. */
export const called = ({ call }: Pick<Draft, 'call'>): ReadTime => readTime(call?.time ?? '', CALL, MOST_MINUTES);

/** A draft as the API takes it: all of it in one step. `usual`: the way to end that stands where none was chosen. */
export function toPost(draft: Draft, options: readonly TransitionOption[], usual: string | undefined): PostMessage {
  const [to, holdReason] = draft.next?.split(':') ?? [];
  const { minutes } = spent(draft);
  const { minutes: length } = called(draft);
  const answeredWith = draft.visibility === 'public' ? draft.articles.filter(({ readable }) => readable) : [];
  const code = draft.resolutionCode ?? usual;
  return {
    visibility: draft.visibility,
    body: draft.html,
    ...(draft.call && length !== null ? { call: { direction: draft.call.direction, minutes: length } } : {}),
    ...(draft.attachments.length > 0 ? { attachmentIds: draft.attachments.map(({ id }) => id) } : {}),
    ...(answeredWith.length > 0 ? { answeredWith: answeredWith.map(({ id }) => id) } : {}),
    ...(minutes === null ? {} : { minutes, ...(draft.workTypeId ? { workTypeId: draft.workTypeId } : {}) }),
    ...(to
      ? {
          transition: {
            to,
            ...(holdReason ? { holdReason: holdReason as HoldReason } : {}),
            ...(isResolving(draft, options)
              ? { ...(code ? { resolutionCode: code } : {}), resolutionNote: plainText(draft.html) }
              : {}),
          },
        }
      : {}),
  };
}
