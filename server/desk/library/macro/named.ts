import { Fault } from '#kernel/errors.ts';
import type { Ctx } from '#platform/context/index.ts';
import { findTicket } from '#server/desk/ticket/index.ts';
import type { MacroStep } from '#shared/library.ts';

type Macro = { readonly steps: readonly MacroStep[] };

const contactsIn = ({ steps }: Macro) =>
  steps.flatMap(({ watch }) => (watch?.kind === 'contact' && watch.id ? [watch.id] : []));
const ticketsIn = ({ steps }: Macro) =>
  steps.flatMap(({ link, transition }) => [link?.to ?? [], transition?.duplicateOfId ?? []].flat());

/**
 * Of macros, those that name nothing in clients' data which the caller may not see: what a macro says about a client would tell
 * its readers that the client is there.
 */
export async function withoutHidden<M extends Macro>(ctx: Ctx, macros: readonly M[]): Promise<M[]> {
  if (ctx.scope.allClients) return [...macros];
  const seen = new Set<string>();
  const contacts = [...new Set(macros.flatMap(contactsIn))];
  if (contacts.length > 0)
    for (const { id } of await ctx.tx.selectFrom('contacts').select('id').where('id', 'in', contacts).execute())
      seen.add(id);
  for (const ref of new Set(macros.flatMap(ticketsIn))) if (await seesTicket(ctx, ref)) seen.add(ref);
  return macros.filter((macro) => [...contactsIn(macro), ...ticketsIn(macro)].every((ref) => seen.has(ref)));
}

async function seesTicket(ctx: Ctx, ref: string): Promise<boolean> {
  try {
    await findTicket(ctx, ref);
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === 'not_found') return false;
    throw error;
  }
}
