import { askedCustom, asksFact, TICKET_FACTS, type TicketFact } from '#shared/lifecycle-words.ts';
import { isReason, REASON_WORDS } from '#shared/reason-words.ts';
import { HOLD_REASONS } from '#shared/vocabulary.ts';
import type { FieldError } from '../errors.ts';
import { requiredFields } from './find.ts';
import type {
  Asked,
  Lifecycle,
  LifecycleTicket,
  Situation,
  Status,
  Transition,
  TransitionActor,
  TransitionField,
  TransitionFields,
} from './types.ts';

const ASK: Readonly<Record<TransitionField, string>> = {
  assigneeId: 'Choose the person who takes it.',
  teamId: 'Choose the team that takes it.',
  holdReason: 'Say what it waits for.',
  holdUntil: 'Say until when it waits.',
  resolutionCode: 'Choose how it ended.',
  resolutionNote: 'Write what was done, for the requester.',
  cause: 'Write what caused it.',
  duplicateOfId: 'Choose the ticket it duplicates.',
  reason: 'Say why.',
};

const FACT_NAMES: Readonly<Record<TicketFact, string>> = {
  categoryId: 'category',
  serviceId: 'service',
};

const isFact = (asked: Asked): asked is TicketFact => (TICKET_FACTS as readonly string[]).includes(asked);
const comesAlong = (asked: Asked): asked is TransitionField => !asksFact(asked);

/** What a step asks to be known of the ticket and is not; a custom field that is not in use any more is not asked for. */
function unknownFacts(ticket: LifecycleTicket, asked: readonly Asked[]): FieldError[] {
  return asked.flatMap((path) => {
    const field = ticket.customFields.find(({ key }) => key === askedCustom(path));
    const missing = isFact(path) ? ticket[path] === null : field?.filled === false;
    const name = isFact(path) ? `the ${FACT_NAMES[path]}` : `“${field?.label}”`;
    return missing ? [{ path, message: `Fill in ${name} first.` }] : [];
  });
}

/** What the ticket already knows counts for these; the others are asked for each time. */
const KEPT: readonly TransitionField[] = ['assigneeId', 'teamId', 'resolutionCode', 'resolutionNote', 'cause'];

/** Checks the values that come with a step: what is missing, what is wrong, and what does not belong. */
export function checkFields(
  lifecycle: Lifecycle,
  ticket: LifecycleTicket,
  step: { transition: Transition; to: Status },
  fields: TransitionFields,
  actor: TransitionActor,
  situation: Situation,
): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (path: TransitionField, message: string) => errors.push({ path, message });
  const asked = requiredFields(lifecycle, step.transition);
  // Clients' people may be as short as they like.
  const isWorker = actor.kind === 'staff' || actor.kind === 'key';
  if (isWorker) errors.push(...unknownFacts(ticket, asked));
  const required = asked.filter(comesAlong);
  for (const field of required) {
    const value =
      fields[field] === undefined && KEPT.includes(field) ? ticket[field as keyof LifecycleTicket] : fields[field];
    if (typeof value !== 'string' || value.trim() === '') refuse(field, ASK[field]);
    else if (field === 'reason' && isWorker && !isReason(value)) refuse(field, REASON_WORDS);
  }
  const given = (field: TransitionField) => typeof fields[field] === 'string';
  const ends = step.to.category === 'resolved' || step.to.category === 'closed';
  if (actor.kind === 'contact') {
    for (const field of ['assigneeId', 'teamId', 'holdReason', 'resolutionCode', 'duplicateOfId'] as const) {
      if (given(field)) refuse(field, 'Only staff may set this.');
    }
  }
  const misplaced: readonly TransitionField[] = [
    ...(step.to.hold ? [] : (['holdReason', 'holdUntil'] as const)),
    ...(ends ? [] : (['resolutionCode', 'resolutionNote'] as const)),
    ...(required.includes('duplicateOfId') ? [] : (['duplicateOfId'] as const)),
  ];
  for (const field of misplaced)
    if (given(field)) refuse(field, `A ticket that is ${step.to.name} does not have this.`);
  if (given('holdReason') && !(HOLD_REASONS as readonly string[]).includes(fields.holdReason ?? '')) {
    refuse('holdReason', `Choose one of: ${HOLD_REASONS.join(', ')}.`);
  }
  if (fields.holdReason === 'scheduled' && !given('holdUntil')) refuse('holdUntil', ASK.holdUntil);
  if (given('holdUntil') && !(Date.parse(fields.holdUntil ?? '') > Date.parse(situation.now))) {
    refuse('holdUntil', 'Choose a time that is still to come.');
  }
  const codes = lifecycle.resolutionCodes;
  if (ends && given('resolutionCode') && codes && !codes.includes(fields.resolutionCode ?? '')) {
    refuse('resolutionCode', `Choose one of: ${codes.join(', ')}.`);
  }
  if (given('duplicateOfId') && fields.duplicateOfId === ticket.id) {
    refuse('duplicateOfId', 'A ticket cannot duplicate itself.');
  }
  return errors;
}
