import { type Ctx, systemIdentity } from '#platform/context/index.ts';
import { BUILT_IN_ROLES } from '#shared/permissions.ts';
import type { Who } from '../plan/story.ts';
import { staffByKey } from '../world/staff.ts';
import { OWNER, type References } from './references.ts';

/** The loading itself, where nobody of the story acts. */
export const LOADER = systemIdentity('Sample');

/** The same transaction as whoever set the installation up: only to have seen what there is. */
export function asOwner(ctx: Ctx, at: string, refs: References): Ctx {
  const scope = { principal: 'staff', principalId: refs.staff(OWNER), allClients: true, clientIds: [] } as const;
  return { ...ctx, now: at, scope, can: () => false };
}

/** The same transaction at another instant, in the name and with the permissions of somebody in the story. */
export function as(ctx: Ctx, who: Who, at: string, refs: References): Ctx {
  if (who.kind === 'system')
    return { ...ctx, ...LOADER, now: at, actor: { kind: 'system', id: null, name: who.name }, can: () => true };
  if (who.kind === 'contact') {
    const client = refs.client(who.client);
    const { id, name, companyWide } = refs.contact(who.client, who.email);
    return {
      ...ctx,
      now: at,
      actor: { kind: 'contact', id, name },
      scope: {
        principal: 'contact',
        principalId: id,
        allClients: false,
        clientIds: [client],
        contactId: id,
        companyWide,
      },
      can: () => false,
    };
  }
  const { name, role } = staffByKey(who.key);
  const id = refs.staff(who.key);
  const allowed = new Set<string>(BUILT_IN_ROLES.find(({ key }) => key === role)?.permissions);
  return {
    ...ctx,
    now: at,
    actor: { kind: 'staff', id, name },
    scope: { principal: 'staff', principalId: id, allClients: true, clientIds: [] },
    can: (permission) => allowed.has(permission),
  };
}
