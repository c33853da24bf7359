import { invalid } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import type { ChangePreferences, NotificationPreferences } from '#shared/notification.ts';
import { ALL_KINDS, NOTIFICATION_KINDS, type NotificationWords } from '#shared/notification-words.ts';

/** How the reader hears of each kind: as they said, else as it is for everybody. */
export async function myPreferences(ctx: Ctx): Promise<NotificationPreferences> {
  const me = ctx.scope.principalId ?? '';
  const rows = await ctx.tx.selectFrom('notification_preferences').selectAll().where('staff_id', '=', me).execute();
  const sending = await ctx.tx.selectFrom('mail_sending').select('active').executeTakeFirst();
  const { email } = await ctx.tx.selectFrom('staff').select('email').where('id', '=', me).executeTakeFirstOrThrow();
  const mine = new Map(rows.map((row) => [row.kind, row]));
  return {
    items: ALL_KINDS.map((kind) => {
      const { title, app, mail, always = false, appOnly = false }: NotificationWords = NOTIFICATION_KINDS[kind];
      const own = mine.get(kind);
      return { kind, title, app: always || (own?.app ?? app), mail: own?.mail ?? mail, always, appOnly };
    }),
    mailOn: sending?.active ?? false,
    address: email,
  };
}

/** Says of some kinds how I want to hear of them; what is left out stays as it is. */
export async function changePreferences(ctx: Ctx, { items }: ChangePreferences): Promise<void> {
  const faults = items.flatMap(({ kind, app, mail }, index) => {
    const { always = false, appOnly = false }: NotificationWords = NOTIFICATION_KINDS[kind];
    return [
      ...(always && app === false
        ? [{ path: `items.${index}.app`, message: 'cannot be switched off: somebody waits for you' }]
        : []),
      ...(appOnly && mail === true ? [{ path: `items.${index}.mail`, message: 'is told in the app alone' }] : []),
    ];
  });
  if (faults.length > 0) throw invalid(faults);
  const before = new Map((await myPreferences(ctx)).items.map((item) => [item.kind, item]));
  for (const { kind, app, mail } of items) {
    const now = { app: app ?? before.get(kind)?.app ?? true, mail: mail ?? before.get(kind)?.mail ?? false };
    await ctx.tx
      .insertInto('notification_preferences')
      .values({ staff_id: ctx.scope.principalId ?? '', kind, ...now })
      .onConflict((on) => on.columns(['staff_id', 'kind']).doUpdateSet(now))
      .execute();
  }
}
