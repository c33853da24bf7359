import { defineRoute, Nothing } from '#platform/http/index.ts';
import {
  ChangePreferences,
  NotificationPage,
  NotificationPreferences,
  NotificationQuery,
  ReadNotifications,
} from '#shared/notification.ts';
import { changePreferences, myPreferences } from './preferences.ts';
import { myNotifications } from './query.ts';

export {
  notify,
  notifyOfArticle,
  notifyOfConnector,
  notifyOfContract,
  notifyOfImprovement,
  notifyOfOwn,
  notifyOfProject,
  notifyOfQuote,
} from './notify.ts';

export const notificationModule = {
  name: 'notification',
  routes: [
    defineRoute(
      {
        method: 'GET',
        url: '/api/v1/me/notifications',
        access: 'authenticated',
        tag: 'Me',
        summary: 'What happened that concerns me, newest first',
        query: NotificationQuery,
        response: NotificationPage,
      },
      (ctx, { query }) => myNotifications(ctx, query),
    ),
    defineRoute(
      {
        method: 'POST',
        url: '/api/v1/me/notifications/read',
        access: 'authenticated',
        tag: 'Me',
        summary: 'Mark my notifications as read: those named, or all',
        body: ReadNotifications,
        response: Nothing,
        status: 204,
      },
      async (ctx, { body: { ids } }) => {
        await ctx.tx
          .updateTable('notifications')
          .set({ read_at: ctx.now })
          .where('staff_id', '=', ctx.scope.principalId ?? '')
          .where('read_at', 'is', null)
          .$if(ids !== undefined, (named) => named.where('id', 'in', ids ?? []))
          .execute();
        return null;
      },
    ),
    defineRoute(
      {
        method: 'GET',
        url: '/api/v1/me/notification-preferences',
        access: 'authenticated',
        tag: 'Me',
        summary: 'Which things I am told, in the app and by mail',
        response: NotificationPreferences,
      },
      (ctx) => myPreferences(ctx),
    ),
    defineRoute(
      {
        method: 'PATCH',
        url: '/api/v1/me/notification-preferences',
        access: 'authenticated',
        tag: 'Me',
        summary: 'Choose for some kinds of things whether I am told in the app and by mail',
        body: ChangePreferences,
        response: NotificationPreferences,
      },
      async (ctx, { body }) => {
        await changePreferences(ctx, body);
        return myPreferences(ctx);
      },
    ),
  ],
};
