import { sql } from 'kysely';
import Type from 'typebox';
import { invalid, notFound } from '#kernel/errors.ts';
import { isTimeZone } from '#kernel/time-zone.ts';
import { Id } from '#shared/http.ts';
import { AddLeave, Invited, InviteStaff, LeaveView, ResetSignIn, StaffView, UpdateStaff } from '#shared/identity.ts';
import type { Ctx } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';
import { defineFreeRoute, defineRoute, Nothing } from '../http/index.ts';
import { INVITATION_HOURS, passwordLink } from './password-link.ts';
import { asCaller, requireFresh } from './person.ts';
import { forgetCallers } from './remembered.ts';
import { createStaff } from './staff-account.ts';
import { addLeave, listLeave } from './staff-leave.ts';
import { refuseMightierPerson, refuseWiderClients, refuseWiderRoles } from './staff-reach.ts';
import { resetSignIn } from './staff-reset.ts';
import { changesRights, updateStaff } from './staff-update.ts';
import { WORKS_TICKETS } from './who-works.ts';

const ById = Type.Object({ id: Id });

/** Everybody who works here, with how much they carry, for whichever clients. A provider has tens or hundreds of people, so there are no pages. */
async function listStaff(ctx: Ctx): Promise<StaffView[]> {
  const { rows } = await sql<StaffView>`
    select s.id, s.email, s.name, s.title, s.time_zone as "timeZone", s.language, s.skills, s.capacity, s.role_keys as "roleKeys",
      s.all_clients as "allClients", s.active, s.version,
      coalesce((select array_agg(c.client_id) from staff_clients c where c.staff_id = s.id), '{}') as "clientIds",
      exists (select from staff_leave l where l.staff_id = s.id and l.starts_at <= ${ctx.now} and l.ends_at > ${ctx.now}) as "onLeave",
      coalesce((select w.open_tickets from app.open_work(array[s.id]) w), 0) as "openTickets", ${sql.raw(WORKS_TICKETS)} as "worksTickets"
    from staff s order by lower(s.name), s.id limit 2000`.execute(ctx.tx);
  return rows;
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
      requireFresh(session, services.now());
      const { scope } = session.identity;
      return asCaller(services, session, async (ctx) => {
        await refuseWiderRoles(ctx, body.roleKeys);
        const allClients = body.allClients ?? scope.allClients;
        refuseWiderClients(scope, { allClients, clientIds: body.clientIds });
        if (body.timeZone !== undefined && !isTimeZone(body.timeZone))
          throw invalid([{ path: 'timeZone', message: 'must be a time zone such as Australia/Sydney' }]);
        const id = await createStaff(ctx, { ...(body as Parameters<typeof createStaff>[1]), allClients });
        return { id, link: await passwordLink(ctx, { staffId: id }, INVITATION_HOURS) };
      });
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
      const input = body as UpdateStaff;
      if (changesRights(input)) requireFresh(session, services.now());
      await asCaller(services, session, (ctx) => updateStaff(ctx, session.identity.scope, params.id, input));
      forgetCallers(services);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/staff/:id/reset',
      access: 'staff.manage',
      tag: 'Staff',
      summary: 'End somebody’s sessions and get a link with which they choose a new password',
      params: ById,
      body: ResetSignIn,
      response: Invited,
      status: 201,
    },
    async (services, { params, body, session }) => {
      if (!session) throw notFound('session');
      requireFresh(session, services.now());
      const link = await asCaller(services, session, (ctx) =>
        resetSignIn(ctx, session.identity.scope, params.id, body),
      );
      forgetCallers(services);
      return { id: params.id, link };
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
    async (ctx, { params }) => ({ items: await listLeave(ctx, params.id) }),
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
      // Nothing is given to somebody who is away, so it is for those who may do as much to say that they are.
      await refuseMightierPerson(ctx, ctx.scope, params.id);
      return { id: await addLeave(ctx, params.id, body as AddLeave) };
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/staff/:id/leave/:leaveId',
      access: 'staff.manage',
      tag: 'Staff',
      summary: 'Take leave back: they are there after all',
      params: Type.Object({ id: Id, leaveId: Id }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await refuseMightierPerson(ctx, ctx.scope, params.id);
      const gone = await ctx.tx
        .deleteFrom('staff_leave')
        .where('id', '=', params.leaveId)
        .where('staff_id', '=', params.id)
        .returning(['starts_at', 'ends_at'])
        .executeTakeFirst();
      if (!gone) throw notFound('leave');
      await appendEvent(ctx, {
        clientId: null,
        subjectType: 'staff',
        subjectId: params.id,
        type: 'staff.leave_removed',
        data: { startsAt: gone.starts_at, endsAt: gone.ends_at },
      });
      return null;
    },
  ),
];
