import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  AnnouncementPage,
  AnnouncementQuery,
  AnnouncementView,
  CreateAnnouncement,
  EndAnnouncement,
  LinkAnnouncement,
  PublishAnnouncement,
  Reach,
  ReachQuery,
  SayMore,
  ServiceStatuses,
  SetServiceState,
  StatusQuery,
  TicketAnnouncements,
  UpdateAnnouncement,
} from '#shared/announcement.ts';
import { Id } from '#shared/http.ts';
import { TicketRef } from '#shared/ticket.ts';
import { announcementsOf, linkAnnouncement, unlinkAnnouncement } from './link.ts';
import { endAnnouncement, publishAnnouncement, sayMore } from './publish.ts';
import { listAnnouncements, viewAnnouncement } from './queries.ts';
import { reachOf } from './reach.ts';
import { setServiceState } from './set-state.ts';
import { statusFor } from './status.ts';
import { createAnnouncement, discardAnnouncement, updateAnnouncement } from './write.ts';

const tag = 'Announcements';
const ById = Type.Object({ id: Id });
const read = { method: 'GET', access: 'ticket.read', tag } as const;
const manage = {
  method: 'POST',
  access: 'announcement.manage',
  tag,
  params: ById,
  response: AnnouncementView,
} as const;
const ofTicket = { access: 'ticket.update', tag, response: Nothing, status: 204 } as const;

export const announcementRoutes = [
  defineRoute(
    {
      ...read,
      url: '/api/v1/announcements',
      summary: 'Announcements, the newest beginning first',
      query: AnnouncementQuery,
      response: AnnouncementPage,
    },
    (ctx, { query }) => listAnnouncements(ctx, query),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'announcement.manage',
      tag,
      url: '/api/v1/announcements',
      summary: 'Write an announcement, as a draft that staff alone read',
      body: CreateAnnouncement,
      response: Type.Object({ id: Id }),
      status: 201,
    },
    async (ctx, { body }) => ({ id: await createAnnouncement(ctx, body) }),
  ),
  defineRoute(
    {
      method: 'POST',
      access: 'announcement.manage',
      tag,
      url: '/api/v1/announcements/reach',
      summary: 'How many clients and people an audience is; tells nobody anything',
      body: ReachQuery,
      response: Reach,
    },
    (ctx, { body }) => reachOf(ctx, body),
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/announcements/:id',
      summary: 'One announcement, with what was said since',
      params: ById,
      response: AnnouncementView,
    },
    (ctx, { params }) => viewAnnouncement(ctx, params.id),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PATCH',
      url: '/api/v1/announcements/:id',
      summary: 'Change an announcement; of one that is published, for its readers at once',
      body: UpdateAnnouncement,
    },
    async (ctx, { params, body }) => {
      await updateAnnouncement(ctx, params.id, body);
      return viewAnnouncement(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...manage,
      method: 'DELETE',
      url: '/api/v1/announcements/:id',
      summary: 'Throw a draft away',
      response: Nothing,
      status: 204,
    },
    async (ctx, { params }) => {
      await discardAnnouncement(ctx, params.id);
      return null;
    },
  ),
  defineRoute(
    {
      ...manage,
      url: '/api/v1/announcements/:id/publish',
      summary: 'Show it to those whom it is for',
      body: PublishAnnouncement,
    },
    async (ctx, { params, body }) => {
      await publishAnnouncement(ctx, params.id, body);
      return viewAnnouncement(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...manage,
      url: '/api/v1/announcements/:id/updates',
      summary: 'Say what has become of it',
      body: SayMore,
    },
    async (ctx, { params, body }) => {
      await sayMore(ctx, params.id, body.text);
      return viewAnnouncement(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...manage,
      url: '/api/v1/announcements/:id/end',
      summary: 'End it, with a last word where there is one',
      body: EndAnnouncement,
    },
    async (ctx, { params, body }) => {
      await endAnnouncement(ctx, params.id, body);
      return viewAnnouncement(ctx, params.id);
    },
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/service-status',
      summary: 'How services are and were within the last 90 days, for a client or for whomever it is worst',
      query: StatusQuery,
      response: ServiceStatuses,
    },
    async (ctx, { query }) => ({ items: await statusFor(ctx, query.clientId ?? null) }),
  ),
  defineRoute(
    {
      ...manage,
      method: 'PUT',
      url: '/api/v1/services/:id/state',
      summary: 'Say how a service is, for everybody or for some clients; "operational" ends what was said before',
      body: SetServiceState,
      response: Nothing,
      status: 204,
    },
    async (ctx, { params, body }) => {
      await setServiceState(ctx, params.id, body);
      return null;
    },
  ),
  defineRoute(
    {
      ...read,
      url: '/api/v1/tickets/:idOrKey/announcements',
      summary: 'What is announced that a ticket is about, or may be',
      params: TicketRef,
      response: TicketAnnouncements,
    },
    (ctx, { params }) => announcementsOf(ctx, params.idOrKey),
  ),
  defineRoute(
    {
      ...ofTicket,
      method: 'POST',
      url: '/api/v1/tickets/:idOrKey/announcements',
      summary: 'Say that an announcement is about a ticket',
      params: TicketRef,
      body: LinkAnnouncement,
    },
    async (ctx, { params, body }) => {
      await linkAnnouncement(ctx, params.idOrKey, body.announcementId);
      return null;
    },
  ),
  defineRoute(
    {
      ...ofTicket,
      method: 'DELETE',
      url: '/api/v1/tickets/:idOrKey/announcements/:announcementId',
      summary: 'Say that it is not',
      params: Type.Object({ idOrKey: TicketRef.properties.idOrKey, announcementId: Id }),
    },
    async (ctx, { params }) => {
      await unlinkAnnouncement(ctx, params.idOrKey, params.announcementId);
      return null;
    },
  ),
];
