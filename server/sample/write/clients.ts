import type { Ctx } from '#platform/context/index.ts';
import { putSetting } from '#platform/settings/index.ts';
import { createClient, createContact, createSite, setClientServices } from '#server/business/client/index.ts';
import { PRIORITY_RULES, reserveNumbers } from '#server/desk/ticket/index.ts';
import { HOURS } from '#server/practices/service-level/index.ts';
import { randomOf } from '../random.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import { CONTACTS } from '../world/contacts.ts';
import { GROUPS } from '../world/groups.ts';
import { CONTRACT_HOURS } from '../world/hours.ts';
import { SERVICES } from '../world/services.ts';

/** A client with everything that belongs to it, in one transaction. Nothing happens where there is one with its code. */
export async function writeClient(ctx: Ctx, spec: ClientSpec, numbers: number): Promise<void> {
  const known = await ctx.tx.selectFrom('clients').select('id').where('code', '=', spec.code).executeTakeFirst();
  if (known) return;
  const group = await ctx.tx
    .selectFrom('client_groups')
    .select('id')
    .where('name', '=', GROUPS[spec.group].name)
    .executeTakeFirst();
  const { name, code, timeZone, country, region, language, notes } = spec;
  const id = await createClient(ctx, {
    name,
    code,
    timeZone,
    country,
    region,
    language,
    notes,
    groupId: group?.id ?? null,
  });
  // Tickets are brought in newest first, with the numbers they would have got in their order.
  await reserveNumbers(ctx, id, numbers);
  if (spec.hours) await putSetting(ctx, HOURS.key, { level: 'client', id }, CONTRACT_HOURS[spec.hours]);
  if (spec.matrix)
    await putSetting(
      ctx,
      PRIORITY_RULES.key,
      { level: 'client', id },
      { matrix: spec.matrix, vipSteps: 1, vipReachesTop: false },
    );
  await writeServices(ctx, id, spec);
  const sites: string[] = [];
  for (const site of spec.sites) sites.push(await createSite(ctx, id, site));
  for (const person of CONTACTS.get(code) ?? []) {
    const { client: _client, site, sameAs, manner: _manner, ...fields } = person;
    const twin = sameAs ? await cardAt(ctx, sameAs, person.email) : null;
    await createContact(ctx, {
      ...fields,
      clientId: id,
      siteId: sites[site] ?? null,
      ...(twin ? { sameAs: twin } : {}),
    });
  }
}

async function writeServices(ctx: Ctx, id: string, { code, group }: ClientSpec): Promise<void> {
  const random = randomOf(`services ${code}`);
  const share = { gold: 0.95, silver: 0.7, bronze: 0.45 }[group];
  const names = SERVICES.filter(({ everyone }) => everyone || random.chance(share)).map(({ name }) => name);
  const rows = await ctx.tx.selectFrom('services').select('id').where('name', 'in', names).execute();
  await setClientServices(
    ctx,
    id,
    rows.map((row) => row.id),
    // For a year, so that how they were can be looked back at.
    new Date(Date.parse(ctx.now) - 365 * 86_400_000).toISOString().slice(0, 10),
  );
}

async function cardAt(ctx: Ctx, code: string, email: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('contacts')
    .innerJoin('clients', 'clients.id', 'contacts.client_id')
    .select('contacts.id')
    .where('clients.code', '=', code)
    .where('contacts.email', '=', email)
    .executeTakeFirst();
  return row?.id ?? null;
}
