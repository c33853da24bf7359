import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { ClientFeed, CreateFeed, FeedMade, MyFeed } from '#shared/change-schedule.ts';
import { Id } from '#shared/http.ts';
import { clientFeeds, endClientFeed, endMyFeed, makeClientFeed, makeMyFeed, myFeed } from './feeds.ts';

const mine = '/api/v1/me/calendar-feed';
const theirs = '/api/v1/clients/:id/calendar-feeds';
const ByClient = Type.Object({ id: Id });

export const feedRoutes = [
  defineRoute(
    {
      ...{ method: 'GET', url: mine, access: 'ticket.read', tag: 'Me', response: MyFeed },
      summary: 'Whether calendar programs may read what is mine: changes, shifts on call, board meetings',
    },
    (ctx) => myFeed(ctx),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: mine, access: 'ticket.read', tag: 'Me', response: FeedMade, status: 201 },
      summary: 'Make the address of my calendar, shown this once; one made before ends',
    },
    (ctx) => makeMyFeed(ctx),
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: mine, access: 'ticket.read', tag: 'Me', response: Nothing, status: 204 },
      summary: 'Take the address of my calendar back',
    },
    async (ctx) => {
      await endMyFeed(ctx);
      return null;
    },
  ),
  defineRoute(
    {
      ...{ method: 'GET', url: theirs, access: 'change.policy', tag: 'Change schedule', params: ByClient },
      response: Type.Object({ items: Type.Array(ClientFeed) }),
      summary: 'The addresses under which a client’s calendar of changes is read',
    },
    async (ctx, { params }) => ({ items: await clientFeeds(ctx, params.id) }),
  ),
  defineRoute(
    {
      ...{ method: 'POST', url: theirs, access: 'change.policy', tag: 'Change schedule', params: ByClient },
      ...{ body: CreateFeed, response: FeedMade, status: 201 },
      summary: 'Make an address under which a client’s calendar of changes is read, shown this once',
    },
    (ctx, { params, body }) => makeClientFeed(ctx, params.id, body),
  ),
  defineRoute(
    {
      ...{ method: 'DELETE', url: `${theirs}/:feedId`, access: 'change.policy', tag: 'Change schedule' },
      ...{ params: Type.Object({ id: Id, feedId: Id }), response: Nothing, status: 204 },
      summary: 'Take an address of a client’s calendar back',
    },
    async (ctx, { params }) => {
      await endClientFeed(ctx, params.id, params.feedId);
      return null;
    },
  ),
];
