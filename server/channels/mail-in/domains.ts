import { invalid, notFound } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { ClientDomain } from '#shared/mail.ts';
import { isFreeMail } from './free-mail.ts';

/** The domains from which a client's people write. */
export async function domainsOf(ctx: Ctx, clientId: string): Promise<ClientDomain[]> {
  const client = await ctx.tx.selectFrom('clients').select('id').where('id', '=', clientId).executeTakeFirst();
  if (!client) throw notFound('client');
  return ctx.tx
    .selectFrom('client_domains')
    .select(['domain', 'admits'])
    .where('client_id', '=', clientId)
    .orderBy('domain')
    .execute();
}

/** Sets all of them. A provider of mail for everybody is no client's: anybody could write from there. */
export async function putDomains(ctx: Ctx, clientId: string, domains: readonly ClientDomain[]): Promise<void> {
  const before = await domainsOf(ctx, clientId);
  const wanted = domains.map(({ domain, admits }) => ({ domain: domain.toLowerCase(), admits }));
  const faults = wanted.flatMap(({ domain }, index) => [
    ...(isFreeMail(domain)
      ? [
          {
            path: `domains.${index}.domain`,
            message: 'gives mail addresses to everybody, so it can stand for no client',
          },
        ]
      : []),
    ...(wanted.findIndex((one) => one.domain === domain) < index
      ? [{ path: `domains.${index}.domain`, message: 'stands here already' }]
      : []),
  ]);
  if (faults.length > 0) throw invalid(faults);
  await ctx.tx.deleteFrom('client_domains').where('client_id', '=', clientId).execute();
  if (wanted.length > 0)
    await ctx.tx
      .insertInto('client_domains')
      .values(wanted.map((one) => ({ client_id: clientId, ...one, created_at: ctx.now })))
      .execute();
  const words = (list: readonly ClientDomain[]) =>
    list.map(({ domain, admits }) => (admits ? domain : `${domain} (known people only)`)).join(', ');
  if (words(before) === words(wanted)) return;
  await appendEvent(ctx, {
    clientId,
    subjectType: 'client',
    subjectId: clientId,
    type: 'client.changed',
    data: { changes: { mail_domains: [words(before), words(wanted)] } },
  });
}
