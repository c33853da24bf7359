import type { Me } from '#shared/identity.ts';
import type { Ctx, Services } from '../context/index.ts';
import type { Session } from '../http/index.ts';
import { asSystem } from './person.ts';
import { languageOf } from './portal-language.ts';

/** What the desk calls itself. */
export async function deskName(ctx: Ctx): Promise<string> {
  const msp = await ctx.tx.selectFrom('clients').select('name').where('kind', '=', 'internal').executeTakeFirst();
  return msp?.name ?? '';
}

/** Who calls, as their own program shows them: name, time zone, and what they may do. */
export async function meOf(services: Services, session: Session): Promise<Me> {
  const { scope, permissions } = session.identity;
  return asSystem(services, session, async (ctx) => {
    const id = scope.principalId ?? '';
    const common = {
      mspName: await deskName(ctx),
      permissions: [...permissions],
      allClients: scope.allClients,
      ...(scope.companyWide ? { companyWide: true } : {}),
    };
    if (scope.principal === 'contact') {
      const contact = await ctx.tx
        .selectFrom('contacts')
        .innerJoin('clients', 'clients.id', 'contacts.client_id')
        .leftJoin('credentials', (join) =>
          join
            .onRef('credentials.client_id', '=', 'contacts.client_id')
            .onRef('credentials.contact_id', '=', 'contacts.id'),
        )
        .select([
          'credentials.totp_confirmed_at',
          'contacts.name',
          'contacts.email',
          'contacts.language',
          'clients.time_zone',
          'clients.language as client_language',
        ])
        .where('contacts.id', '=', id)
        .where('contacts.client_id', '=', scope.clientIds[0] ?? '')
        .executeTakeFirstOrThrow();
      return {
        ...common,
        kind: 'contact' as const,
        id,
        name: contact.name,
        email: contact.email,
        timeZone: contact.time_zone,
        language: await languageOf(ctx, {
          clientId: scope.clientIds[0] ?? '',
          own: contact.language,
          client: contact.client_language,
        }),
        teamIds: [],
        preferences: {},
        totpOn: contact.totp_confirmed_at !== null,
        needsSecondFactor: session.needsSecondFactor ?? false,
      };
    }
    const staff = await ctx.tx
      .selectFrom('staff')
      .leftJoin('credentials', 'credentials.staff_id', 'staff.id')
      .select(['name', 'email', 'time_zone', 'language', 'preferences', 'totp_confirmed_at'])
      .where('staff.id', '=', id)
      .executeTakeFirstOrThrow();
    const teams = await ctx.tx.selectFrom('team_members').select('team_id').where('staff_id', '=', id).execute();
    return {
      ...common,
      kind: 'staff' as const,
      id,
      name: staff.name,
      email: staff.email,
      timeZone: staff.time_zone,
      language: staff.language,
      teamIds: teams.map((team) => team.team_id),
      preferences: staff.preferences as Record<string, unknown>,
      totpOn: staff.totp_confirmed_at !== null,
      needsSecondFactor: session.needsSecondFactor ?? false,
    };
  });
}
