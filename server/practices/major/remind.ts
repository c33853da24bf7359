import { type Ctx, type Services, systemIdentity, withContext } from '#platform/context/index.ts';
import { notify } from '#server/desk/notification/index.ts';
import type { MajorRecord } from './rows.ts';

const CLERK = systemIdentity('Major incident');
/** Whoever is to tell clients is reminded again after this, until they do. */
const AGAIN_MS = 10 * 60_000;
const DUE = `
select m.client_id, m.ticket_id, m.roles, t.key, t.title from major_incidents m
join tickets t on t.client_id = m.client_id and t.id = m.ticket_id
where m.next_update_at <= $1 and (m.reminded_at is null or m.reminded_at <= $2)
order by m.next_update_at limit 50 for update of m skip locked`;
const REMINDED = 'update major_incidents set reminded_at = $3 where client_id = $1 and ticket_id = $2';

type Due = Pick<MajorRecord, 'client_id' | 'ticket_id' | 'roles'> & { key: string; title: string };

/** Reminds whoever tells clients, or else whoever leads, that the next word is due. */
export function remindDue(services: Services): Promise<number> {
  return withContext(services, CLERK, async (ctx) => {
    const before = new Date(Date.parse(ctx.now) - AGAIN_MS).toISOString();
    const due = await ctx.hot<Due>('major_due', DUE, [ctx.now, before]);
    for (const one of due) await remind(ctx, one);
    return due.length;
  });
}

async function remind(ctx: Ctx, { client_id, ticket_id, roles, key, title }: Due): Promise<void> {
  const asked = ['communications', 'manager'].map((role) => roles.find((one) => one.role === role)?.staffId);
  const [whom] = asked.filter((id) => id !== undefined);
  if (whom)
    await notify(ctx, { client_id, id: ticket_id }, [whom], 'major', `${key}: clients wait for word of ${title}`);
  await ctx.hot('major_reminded', REMINDED, [client_id, ticket_id, ctx.now]);
}
