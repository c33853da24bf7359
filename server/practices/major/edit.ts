import { Fault, type FieldError, invalid } from '#kernel/errors.ts';
import { isRunning, nextUpdateAt } from '#kernel/major.ts';
import type { Ctx } from '#platform/context/index.ts';
import { worksFor } from '#platform/identity/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import type { TicketRecord } from '#server/desk/ticket/index.ts';
import { updateAnnouncement, viewAnnouncement } from '#server/practices/announcement/index.ts';
import { refuseNames } from '#server/practices/span/index.ts';
import type { EditMajor } from '#shared/major.ts';
import { MAJOR_ROLES } from '#shared/major-words.ts';
import { changeMajor, type MajorPatch, type MajorRecord, majorOf } from './rows.ts';

/** Changes who has which part, where those on it talk, what it is called at clients, and how often they are told. */
export async function editMajor(ctx: Ctx, idOrKey: string, input: EditMajor): Promise<void> {
  const both = await majorOf(ctx, idOrKey, input.version);
  const { ticket, major } = both;
  if (major.state === 'completed' || major.state === 'declined') throw new Fault('conflict', 'It has ended.');
  await refuse(ctx, ticket, input);
  const { toldTitle, roles, bridge, cadenceMinutes } = input;
  await refuseNames(ctx, ticket, {
    ...(toldTitle === undefined ? {} : { toldTitle }),
    ...(bridge === undefined ? {} : { bridge }),
  });
  const patch: MajorPatch = {
    ...(toldTitle === undefined ? {} : { told_title: toldTitle.trim() }),
    ...(roles === undefined ? {} : { roles }),
    ...(bridge === undefined ? {} : { bridge: bridge.trim() }),
    ...(cadenceMinutes === undefined
      ? {}
      : {
          cadence_minutes: cadenceMinutes,
          next_update_at: nextUpdateAt(major.state, ctx.now, cadenceMinutes),
          reminded_at: null,
        }),
  };
  if (toldTitle !== undefined) await renameTold(ctx, major, toldTitle.trim());
  await changeMajor(ctx, both, patch, { type: 'changed', data: { text: wordsOf(input) } });
  if (roles) await tellGiven(ctx, ticket, major, roles);
}

/** A link must be one that a browser opens safely; what is no link is shown as words. */
const UNSAFE = /^\s*(javascript|data|vbscript|file):/i;

async function refuse(ctx: Ctx, { client_id }: TicketRecord, { roles = [], bridge }: EditMajor): Promise<void> {
  const faults: FieldError[] = [];
  const twice = roles.find(({ role }, at) => roles.findIndex((one) => one.role === role) !== at);
  if (twice) faults.push({ path: 'roles', message: `names two people as ${MAJOR_ROLES[twice.role].name}` });
  if (bridge && UNSAFE.test(bridge))
    faults.push({ path: 'bridge', message: 'must be an https or tel address, or words' });
  const ids = roles.map(({ staffId }) => staffId);
  const known = await ctx.hot<{ id: string }>(
    'major_people',
    `select s.id from staff s where s.id = any ($1::uuid[]) and s.active and ${worksFor('$2')}`,
    [ids, client_id],
  );
  const stranger = roles.findIndex(({ staffId }) => !known.some(({ id }) => id === staffId));
  if (stranger >= 0)
    faults.push({ path: `roles.${stranger}.staffId`, message: 'is nobody who works for the client of the incident' });
  if (faults.length > 0) throw invalid(faults);
}

/** What clients read as the title of what was announced changes with it. */
async function renameTold(ctx: Ctx, { announcement_id, state }: MajorRecord, title: string): Promise<void> {
  if (!announcement_id || !isRunning(state)) return;
  const { version, title: before } = await viewAnnouncement(ctx, announcement_id);
  if (before !== title) await updateAnnouncement(ctx, announcement_id, { version, title });
}

const wordsOf = ({ toldTitle, roles, bridge, cadenceMinutes }: EditMajor): string =>
  [
    roles && 'who has which part',
    bridge !== undefined && 'where those on it talk',
    toldTitle !== undefined && 'what clients read as its title',
    cadenceMinutes !== undefined && `how often clients are told: every ${cadenceMinutes} minutes`,
  ]
    .filter(Boolean)
    .join(', ');

/** Whoever has a part that they did not have before hears of it. */
async function tellGiven(
  ctx: Ctx,
  ticket: TicketRecord,
  { roles: before }: MajorRecord,
  roles: MajorRecord['roles'],
): Promise<void> {
  for (const { role, staffId } of roles) {
    if (before.some((one) => one.role === role && one.staffId === staffId)) continue;
    await notify(
      ctx,
      ticket,
      [staffId],
      'major',
      `${ticket.key}: you are ${MAJOR_ROLES[role].name} of ${ticket.title}`,
    );
  }
}
