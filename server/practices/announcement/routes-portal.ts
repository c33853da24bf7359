import Type from 'typebox';
import { callingContact } from '#platform/context/index.ts';
import { defineFreeRoute, defineRoute, Nothing } from '#platform/http/index.ts';
import { callingReader, inWordsOf } from '#platform/words/index.ts';
import { stopPage } from '#server/channels/mail-out/index.ts';
import { PortalAnnouncements, ServiceStatuses, StopLink, StopMail, WantMail } from '#shared/announcement.ts';
import { Id } from '#shared/http.ts';
import { announcementsFor, dismiss, follow, wantMail } from './portal.ts';
import { serviceStatuses } from './status.ts';
import { lookAtStop, stopByLink } from './stop.ts';

const own = { access: 'contact', tag: 'Portal' } as const;
const write = { ...own, method: 'PUT', response: Nothing, status: 204 } as const;
const ById = Type.Object({ id: Id });

export const portalAnnouncementRoutes = [
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/announcements',
      summary: 'What is announced to me: what holds or is to come, then what ended within the last 90 days',
      response: PortalAnnouncements,
    },
    (ctx) => announcementsFor(ctx),
  ),
  defineRoute(
    {
      ...write,
      url: '/api/v1/portal/announcements/:id/dismissal',
      summary: 'Put an announcement aside, until more is said',
      params: ById,
      body: Type.Object({
        dismissed: Type.Boolean(),
        seen: Type.Optional(
          Type.Integer({
            minimum: 0,
            maximum: 10_000,
            description: 'How many of its updates I was shown; all, unless said',
          }),
        ),
      }),
    },
    async (ctx, { params, body }) => {
      await dismiss(ctx, params.id, body.dismissed, body.seen);
      return null;
    },
  ),
  defineRoute(
    {
      ...write,
      url: '/api/v1/portal/announcements/:id/following',
      summary: 'Say that it affects me too: I am told what follows',
      params: ById,
      body: Type.Object({ follows: Type.Boolean() }),
    },
    async (ctx, { params, body }) => {
      await follow(ctx, params.id, body.follows);
      return null;
    },
  ),
  defineRoute(
    {
      ...write,
      url: '/api/v1/portal/announcement-mail',
      summary: 'Say whether I want mail about announcements',
      body: WantMail,
    },
    async (ctx, { body }) => {
      await wantMail(ctx, body.wanted);
      return null;
    },
  ),
  defineRoute(
    {
      ...own,
      method: 'GET',
      url: '/api/v1/portal/service-status',
      summary: 'How my company’s services are, and were within the last 90 days',
      response: ServiceStatuses,
    },
    async (ctx) => {
      const items = await serviceStatuses(ctx, callingContact(ctx).clientId);
      return {
        items: await inWordsOf(ctx, await callingReader(ctx), (say) =>
          items.map((item) => ({
            ...item,
            note: say(item.note, 'announcement'),
            service: { ...item.service, name: say(item.service.name, 'service') },
            past: item.past.map((one) => ({ ...one, note: say(one.note, 'announcement') })),
          })),
        ),
      };
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/announcement-mail-links/look',
      access: 'public',
      tag: 'Portal',
      summary: 'In which language the holder of such a link is spoken to; stops nothing',
      body: StopMail,
      response: StopLink,
    },
    (services, { body }) => lookAtStop(services, body.token),
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/announcement-mail-links/stop',
      access: 'public',
      tag: 'Portal',
      summary: 'Want no more mail about announcements, by the link of one',
      body: StopMail,
      response: Nothing,
      status: 204,
    },
    async (services, { body }) => {
      await stopByLink(services, body.token);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'POST',
      url: '/api/v1/announcement-mail-links/:token',
      access: 'public',
      tag: 'Portal',
      summary:
        'The same as mail programs do it by themselves: one press, with a form (RFC 8058, List-Unsubscribe-Post)',
      params: StopMail,
      body: Type.Object({ 'List-Unsubscribe': Type.Literal('One-Click') }, { additionalProperties: true }),
      takesForeignForm: true,
      bodyLimit: 10_000,
      response: Nothing,
      status: 204,
    },
    async (services, { params }) => {
      await stopByLink(services, params.token);
      return null;
    },
  ),
  defineFreeRoute(
    {
      method: 'GET',
      url: '/api/v1/announcement-mail-links/:token',
      access: 'public',
      tag: 'Portal',
      summary:
        'Leads to the page that asks whether to stop, and changes nothing: programs look at links before people do',
      params: StopMail,
      response: Nothing,
      status: 302,
    },
    async (_services, { params, reply }) => {
      reply.header('location', stopPage(encodeURIComponent(params.token)));
      return null;
    },
  ),
];
