import { Fault, invalid } from '#kernel/errors.ts';
import { isRunning, type MajorMove, majorMoves, nextUpdateAt } from '#kernel/major.ts';
import { actingStaff, type Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { endAnnouncement, viewAnnouncement } from '#server/practices/announcement/index.ts';
import { openParts, refuseNames } from '#server/practices/span/index.ts';
import type { MoveMajor } from '#shared/major.ts';
import { MAJOR_STATES } from '#shared/major-words.ts';
import { carryTicket } from './carry.ts';
import { pageFor } from './page.ts';
import { changeMajor, type MajorPatch, type MajorRecord, majorOf } from './rows.ts';
import { CRITERIA } from './settings.ts';

const leadOf = ({ roles }: MajorRecord): string | undefined => roles.find(({ role }) => role === 'manager')?.staffId;

/**
 * The moves that are there for the caller, each with what it lacks. Where nobody leads it, whoever declares it does. What is open at clients
 * that the caller does not see counts all the same.
 */
export const movesOf = async (
  ctx: Ctx,
  { ticket, major }: { ticket: TicketRecord; major: MajorRecord },
): Promise<MajorMove[]> => {
  const { state, review } = major;
  const { keys, unseen } = await openParts(ctx, ticket);
  return majorMoves({
    state,
    led: leadOf(major) !== undefined || actingStaff(ctx) !== null,
    open: [...(ticket.is_open ? [ticket.key] : []), ...keys],
    openUnseen: unseen,
    reviewed: review !== null && review.happened.trim() !== '' && review.toImprove.trim() !== '',
  });
};

/**
 * Moves a major incident on, and its ticket with it. With “restored”, `reason` is told to clients as the last word, and what was announced
 * ends. What is not open from where it stands answers 409 with what is.
 */
export async function moveMajor(ctx: Ctx, idOrKey: string, input: MoveMajor): Promise<void> {
  const both = await majorOf(ctx, idOrKey, input.version);
  const { major } = both;
  const moves = await movesOf(ctx, both);
  const move = moves.find(({ to }) => to === input.to);
  if (!move) throw new Fault('transition_refused', refusal(major, moves));
  if (move.missing) throw new Fault('transition_refused', move.missing);
  const reason = input.reason?.trim() ?? '';
  if (move.asksWhy && reason === '') throw invalid([{ path: 'reason', message: 'say why' }]);
  const isDeclared = input.to === 'declared' && major.state === 'proposed';
  const criteria = isDeclared ? await criteriaOf(ctx, major, input) : null;
  const lead = leadOf(major) ?? (isDeclared ? actingStaff(ctx) : null) ?? undefined;
  if (input.to === 'restored') {
    await refuseNames(ctx, both.ticket, { reason });
    await endTelling(ctx, major, reason);
  }
  await changeMajor(
    ctx,
    both,
    {
      ...patchOf(ctx, major, input.to),
      ...(criteria ? { criteria } : {}),
      ...(lead && !leadOf(major) ? { roles: [...major.roles, { role: 'manager', staffId: lead }] } : {}),
    },
    {
      type: 'moved',
      data: {
        text: `${MAJOR_STATES[major.state]} to ${MAJOR_STATES[input.to]}`,
        changes: { major_state: [major.state, input.to] },
        ...(reason ? { reason } : {}),
      },
    },
  );
  await carryTicket(ctx, both.ticket, { to: input.to, reason, lead });
  if (isDeclared) await pageFor(ctx, both.ticket);
}

/** What holds of one that is declared: at least one of the firm's criteria, where it has any. */
async function criteriaOf(ctx: Ctx, major: MajorRecord, input: MoveMajor): Promise<string[]> {
  const chosen = input.criteria ?? major.criteria;
  const { value } = await resolveSetting(ctx, CRITERIA, null);
  if (chosen.length === 0 && value.criteria.length > 0)
    throw new Fault(
      'transition_refused',
      'Choose at least one criterion that it meets; else it is an incident like others.',
      {
        errors: [{ path: 'criteria', message: 'choose at least one that it meets' }],
      },
    );
  return [...chosen];
}

const refusal = ({ state }: MajorRecord, moves: readonly MajorMove[]): string =>
  `It is ${MAJOR_STATES[state].toLowerCase()}. From there it can become ${
    moves.map(({ to }) => MAJOR_STATES[to].toLowerCase()).join(' or ') || 'nothing else'
  }.`;

function patchOf(ctx: Ctx, major: MajorRecord, to: MoveMajor['to']): MajorPatch {
  const isDecision = major.state === 'proposed';
  const wasRunning = isRunning(major.state);
  return {
    state: to,
    ...(isDecision ? { decided_by: ctx.actor.name } : {}),
    ...(to === 'declared' && major.declared_at === null ? { declared_at: ctx.now } : {}),
    ...(to === 'declared' ? { stabilised_at: null, restored_at: null } : {}),
    ...(to === 'stabilised' ? { stabilised_at: ctx.now } : {}),
    ...(to === 'restored' ? { restored_at: ctx.now } : {}),
    ...(to === 'completed' ? { completed_at: ctx.now } : {}),
    ...(to === 'declined' ? { declined_at: ctx.now } : {}),
    ...(isRunning(to)
      ? wasRunning
        ? {}
        : { next_update_at: nextUpdateAt(to, ctx.now, major.cadence_minutes), reminded_at: null }
      : { next_update_at: null }),
    // What was announced has ended with it; what is said from now on is announced anew.
    ...(to === 'declared' && !isDecision && major.restored_at !== null ? { announcement_id: null } : {}),
  };
}

async function endTelling(ctx: Ctx, { announcement_id }: MajorRecord, text: string): Promise<void> {
  if (!announcement_id) return;
  const { state, version } = await viewAnnouncement(ctx, announcement_id);
  if (state === 'published') await endAnnouncement(ctx, announcement_id, { version, text });
}
