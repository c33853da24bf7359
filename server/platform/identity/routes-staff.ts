import { sql } from 'kysely';
import Type from 'typebox';
import { forbidden, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { Id } from '#shared/http.ts';
import { AddLeave, Invited, InviteStaff, LeaveView, StaffView, UpdateStaff } from '#shared/identity.ts';
import type { Permission } from '#shared/permissions.ts';
import { type Ctx, systemIdentity, withContext } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { defineFreeRoute, defineRoute, Nothing } from '../http/index.ts';
import { permissionsOf } from './permissions.ts';
import { endSessions } from './session.ts';
import { createStaff } from './staff-account.ts';
import { newToken, tokenHash } from './token.ts';

const INVITATION_HOURS = 72;
const ById = Type.Object({ id: Id });

/** Everybody who works here, with how much they carry. A provider has tens or hundreds of people, so there are no pages. */
async function listStaff(ctx: Ctx): Promise<StaffView[]> {
  const { rows } = await sql<StaffView>`
    select s.id, s.email, s.name, s.title, s.time_zone as "timeZone", s.language, s.skills, s.capacity, s.role_keys as "roleKeys",
      s.all_clients as "allClients", s.active, s.version,
      coalesce((select array_agg(c.client_id) from staff_clients c where c.staff_id = s.id), '{}') as "clientIds",
      exists (select from staff_leave l where l.staff_id = s.id and l.starts_at <= ${ctx.now} and l.ends_at > ${ctx.now}) as "onLeave",
      (select count(*)::int from tickets t where t.assignee_id = s.id and t.is_open) as "openTickets"
    from staff s order by lower(s.name), s.id limit 2000`.execute(ctx.tx);
  return rows;
}

/** Nobody may hand out rights they do not have. */
async function refuseWiderRoles(ctx: Ctx, roleKeys: readonly string[]): Promise<void> {
  const beyond = [...(await permissionsOf(ctx, roleKeys))].filter((permission: Permission) => !ctx.can(permission));
  if (beyond.length > 0)
    throw forbidden(`These roles include ${beyond.slice(0, 3).join(', ')}, which you do not have yourself.`);
}

/** The last active owner stays one, or nobody could ever manage roles again. */
async function refuseLosingLastOwner(ctx: Ctx, staffId: string): Promise<void> {
  const other = await ctx.tx
    .selectFrom('staff')
    .select('id')
    .where('active', '=', true)
    .where('id', '!=', staffId)
    .where(sql<boolean>`'owner' = any (role_keys)`)
    .limit(1)
    .executeTakeFirst();
  if (!other)
    throw invalid([
      { path: 'roleKeys', message: 'the last owner stays an active owner; make somebody else owner first' },
    ]);
}

async function updateStaff(ctx: Ctx, id: string, input: UpdateStaff): Promise<{ deactivated: boolean }> {
  const before = await ctx.tx.selectFrom('staff').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!before) throw notFound('person');
  if (before.version !== input.version) throw staleVersion('person', before.version);
  if (input.timeZone !== undefined && !isTimeZone(input.timeZone))
    throw invalid([{ path: 'timeZone', message: 'must be a time zone such as Australia/Sydney' }]);
  if (input.roleKeys) {
    if (!ctx.can('role.manage')) throw forbidden('Changing roles needs the permission "role.manage".');
    await refuseWiderRoles(ctx, input.roleKeys);
  }
  const losesOwner =
    before.role_keys.includes('owner') &&
    ((input.roleKeys && !input.roleKeys.includes('owner')) || input.active === false);
  if (losesOwner) await refuseLosingLastOwner(ctx, id);
  const set = {
    ...(input.name === undefined ? {} : { name: input.name.trim() }),
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.timeZone === undefined ? {} : { time_zone: input.timeZone }),
    ...(input.language === undefined ? {} : { language: input.language }),
    ...(input.skills === undefined ? {} : { skills: input.skills }),
    ...(input.capacity === undefined ? {} : { capacity: input.capacity }),
    ...(input.roleKeys === undefined ? {} : { role_keys: input.roleKeys }),
    ...(input.allClients === undefined ? {} : { all_clients: input.allClients }),
    ...(input.active === undefined ? {} : { active: input.active }),
  };
  await ctx.tx
    .updateTable('staff')
    .set({ ...set, version: before.version + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute();
  if (input.clientIds) {
    await ctx.tx.deleteFrom('staff_clients').where('staff_id', '=', id).execute();
    for (const clientId of input.clientIds)
      await ctx.tx.insertInto('staff_clients').values({ client_id: clientId, staff_id: id }).execute();
  }
  const { version: _version, ...changed } = input;
  await appendEvent(ctx, { clientId: null, subjectType: 'staff', subjectId: id, type: 'staff.changed', data: changed });
  return { deactivated: before.active && input.active === false };
}

export const staffRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/staff',
      access: 'team.read',
      tag: 'Staff',
      summary: 'The people of the provider',
      response: Type.Object({ items: Type.Array(StaffView) }),
    },
    async (ctx) => ({ items: await listStaff(ctx) }),
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/staff',
      access: 'staff.manage',
      tag: 'Staff',
      summary: 'Invite somebody; the answer holds the link to hand over',
      body: InviteStaff,
      response: Invited,
      status: 201,
    },
    async (services, { body, session }) => {
      if (!session) throw notFound('session');
      return withContext(
        services,
        { ...systemIdentity('Staff'), actor: session.identity.actor, permissions: session.identity.permissions },
        async (ctx) => {
          await refuseWiderRoles(ctx, body.roleKeys);
          if (body.timeZone !== undefined && !isTimeZone(body.timeZone))
            throw invalid([{ path: 'timeZone', message: 'must be a time zone such as Australia/Sydney' }]);
          const id = await createStaff(ctx, body as Parameters<typeof createStaff>[1]);
          const token = newToken();
          await ctx.tx
            .insertInto('one_time_tokens')
            .values({
              token_hash: tokenHash(token),
              purpose: 'invitation',
              staff_id: id,
              created_at: ctx.now,
              expires_at: new Date(Date.parse(ctx.now) + INVITATION_HOURS * 3_600_000).toISOString(),
            })
            .execute();
          return { id, link: `${services.baseUrl}/invitation#token=${token}` };
        },
      );
    },
  ),
  defineFreeRoute(
    {
      method: 'PATCH',
      url: '/api/v1/staff/:id',
      access: 'staff.manage',
      tag: 'Staff',
      summary: 'Change somebody; deactivating ends their sessions and keys',
      params: ById,
      body: UpdateStaff,
      response: Nothing,
      status: 204,
    },
    async (services, { params, body, session }) => {
      if (!session) throw notFound('session');
      await withContext(
        services,
        { ...systemIdentity('Staff'), actor: session.identity.actor, permissions: session.identity.permissions },
        async (ctx) => {
          const { deactivated } = await updateStaff(ctx, params.id, body as UpdateStaff);
          if (!deactivated) return;
          await endSessions(ctx, params.id);
          await ctx.tx
            .updateTable('api_keys')
            .set({ revoked_at: ctx.now })
            .where('staff_id', '=', params.id)
            .where('revoked_at', 'is', null)
            .execute();
        },
      );
      return null;
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/staff/:id/leave',
      access: 'team.read',
      tag: 'Staff',
      summary: 'When somebody is away',
      params: ById,
      response: Type.Object({ items: Type.Array(LeaveView) }),
    },
    async (ctx, { params }) => {
      const rows = await ctx.tx
        .selectFrom('staff_leave')
        .selectAll()
        .where('staff_id', '=', params.id)
        .orderBy('starts_at', 'desc')
        .limit(100)
        .execute();
      return {
        items: rows.map((row) => ({ id: row.id, startsAt: row.starts_at, endsAt: row.ends_at, note: row.note })),
      };
    },
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/staff/:id/leave',
      access: 'staff.manage',
      tag: 'Staff',
      summary: 'Note that somebody will be away',
      params: ById,
      body: AddLeave,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params, body }) => {
      if (body.endsAt <= body.startsAt) throw invalid([{ path: 'endsAt', message: 'must be after startsAt' }]);
      const id = newId();
      await ctx.tx
        .insertInto('staff_leave')
        .values({ id, staff_id: params.id, starts_at: body.startsAt, ends_at: body.endsAt, note: body.note ?? '' })
        .execute();
      await appendEvent(ctx, {
        clientId: null,
        subjectType: 'staff',
        subjectId: params.id,
        type: 'staff.leave_added',
        data: { startsAt: body.startsAt, endsAt: body.endsAt },
      });
      return { id };
    },
  ),
];
