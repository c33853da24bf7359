import Type from 'typebox';
import { defineRoute, Nothing } from '#platform/http/index.ts';
import { Id, Instant, Nullable } from '#shared/http.ts';

export { notify } from './notify.ts';

const NotificationView = Type.Object({
  id: Id,
  kind: Type.String(),
  text: Type.String(),
  ticketKey: Type.String(),
  createdAt: Instant,
  readAt: Nullable(Instant),
});

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
        response: Type.Object({ items: Type.Array(NotificationView) }),
      },
      async (ctx) => {
        const rows = await ctx.tx
          .selectFrom('notifications')
          .innerJoin('tickets', (join) =>
            join
              .onRef('tickets.client_id', '=', 'notifications.client_id')
              .onRef('tickets.id', '=', 'notifications.ticket_id'),
          )
          .select([
            'notifications.id',
            'notifications.kind',
            'text',
            'tickets.key',
            'notifications.created_at',
            'read_at',
          ])
          .where('staff_id', '=', ctx.scope.principalId ?? '')
          .orderBy('notifications.created_at', 'desc')
          .orderBy('notifications.id', 'desc')
          .limit(50)
          .execute();
        return {
          items: rows.map((row) => ({
            id: row.id,
            kind: row.kind,
            text: row.text,
            ticketKey: row.key,
            createdAt: row.created_at,
            readAt: row.read_at,
          })),
        };
      },
    ),
    defineRoute(
      {
        method: 'POST',
        url: '/api/v1/me/notifications/read',
        access: 'authenticated',
        tag: 'Me',
        summary: 'Mark all my notifications as read',
        response: Nothing,
        status: 204,
      },
      async (ctx) => {
        await ctx.tx
          .updateTable('notifications')
          .set({ read_at: ctx.now })
          .where('staff_id', '=', ctx.scope.principalId ?? '')
          .where('read_at', 'is', null)
          .execute();
        return null;
      },
    ),
  ],
};
