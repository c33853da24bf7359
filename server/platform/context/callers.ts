import type { Ctx } from './context.ts';

/** A person of a client, where that client is known. */
export type CallingContact = { readonly clientId: string; readonly contactId: string };

/** The contact who calls, at their client. Throws for anybody else: such a route is declared for contacts alone. */
export function callingContact({ scope, actor }: Ctx): CallingContact {
  const [clientId] = scope.clientIds;
  if (!clientId || !actor.id) throw new Error('A route of contacts was called by somebody else');
  return { clientId, contactId: actor.id };
}

/** The staff member who acts; null for the program. */
export const actingStaff = ({ scope, actor }: Ctx): string | null =>
  scope.principal === 'staff' ? scope.principalId : actor.kind === 'staff' ? actor.id : null;
