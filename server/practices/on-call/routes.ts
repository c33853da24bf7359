import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id } from '#shared/http.ts';
import {
  AddOverride,
  CreateSchedule,
  MyShift,
  NowRow,
  ScheduleRow,
  ScheduleView,
  ShiftsQuery,
  ShiftsView,
  UpdateSchedule,
} from '#shared/on-call.ts';
import { addOverride, removeOverride } from './overrides.ts';
import { everybodyOnCall, listSchedules, myShifts, shiftsOf, viewSchedule } from './queries.ts';
import { createSchedule, deleteSchedule, updateSchedule } from './schedules.ts';

const tag = 'On-call';
const ById = Type.Object({ id: Id });
const MY_DAYS = 28;

export const onCallRoutes = [
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/on-call/schedules',
      access: 'team.read',
      tag,
      summary: 'On-call schedules, with who is on call now and the next time that nobody is',
      response: Type.Object({ items: Type.Array(ScheduleRow) }),
    },
    async (ctx) => ({ items: await listSchedules(ctx) }),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/on-call/schedules',
      access: 'settings.manage',
      tag,
      summary: 'Make an on-call schedule',
      body: CreateSchedule,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createSchedule(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/on-call/schedules/:id',
      access: 'team.read',
      tag,
      summary: 'One schedule, with its rotations and the overrides that are not over',
      params: ById,
      response: ScheduleView,
    },
    (ctx, { params }) => viewSchedule(ctx, params.id),
  ),
  defineRoute(
    {
      method: 'PATCH',
      url: '/api/v1/on-call/schedules/:id',
      access: 'settings.manage',
      tag,
      summary: 'Change a schedule',
      params: ById,
      body: UpdateSchedule,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await updateSchedule(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/on-call/schedules/:id',
      access: 'settings.manage',
      tag,
      summary: 'Throw a schedule away; refused while an escalation path calls it',
      params: ById,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await deleteSchedule(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/on-call/schedules/:id/shifts',
      access: 'team.read',
      tag,
      summary: 'Who is on call between two instants, where nobody is, and each rotation by itself',
      params: ById,
      query: ShiftsQuery,
      response: ShiftsView,
    },
    (ctx, { params, query }) => shiftsOf(ctx, params.id, query),
  ),
  defineRoute(
    {
      method: 'POST',
      url: '/api/v1/on-call/schedules/:id/overrides',
      access: 'ticket.transition',
      tag,
      summary:
        'Put somebody on call for a while: oneself, or another in one’s own time; anybody with the right to manage settings',
      params: ById,
      body: AddOverride,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { params, body }) => ({ id: await addOverride(ctx, params.id, body) }),
  ),
  defineRoute(
    {
      method: 'DELETE',
      url: '/api/v1/on-call/schedules/:id/overrides/:overrideId',
      access: 'ticket.transition',
      tag,
      summary: 'Take an override away; the rotations count again',
      params: Type.Object({ id: Id, overrideId: Id }),
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await removeOverride(ctx, params.id, params.overrideId);
      return null;
    },
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/on-call/now',
      access: 'team.read',
      tag,
      summary: 'Who is on call now, for each schedule',
      response: Type.Object({ items: Type.Array(NowRow) }),
    },
    async (ctx) => ({ items: await everybodyOnCall(ctx) }),
  ),
  defineRoute(
    {
      method: 'GET',
      url: '/api/v1/me/on-call',
      access: 'authenticated',
      tag: 'Me',
      summary: 'When I am on call in the next four weeks',
      response: Type.Object({ items: Type.Array(MyShift) }),
    },
    async (ctx) => ({ items: await myShifts(ctx, MY_DAYS) }),
  ),
];
