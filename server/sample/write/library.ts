import type { Ctx } from '#platform/context/index.ts';
import { createCannedReply, createChecklist, createMacro, createTemplate } from '#server/desk/library/index.ts';
import type { MacroStep } from '#shared/library.ts';
import { CHECKLISTS } from '../world/checklists.ts';
import { MACROS } from '../world/macros.ts';
import { REPLIES } from '../world/replies.ts';
import type { TeamKey } from '../world/teams.ts';
import { TEMPLATES } from '../world/templates.ts';

export type ProviderIds = {
  teams: ReadonlyMap<TeamKey, string>;
  services: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
};

/** Canned replies, checklists, templates and macros, shared with everybody. */
export async function writeLibrary(ctx: Ctx, { teams, services, categories }: ProviderIds): Promise<void> {
  for (const reply of REPLIES) await createCannedReply(ctx, { ...reply, shared: true });
  const checklists = new Map<string, string>();
  for (const [key, { name, description, items }] of Object.entries(CHECKLISTS))
    checklists.set(key, await createChecklist(ctx, { name, description, items: [...items] }));
  for (const { key: _key, category, service, fields, ...template } of TEMPLATES)
    await createTemplate(ctx, {
      ...template,
      fields: { ...fields, categoryId: categories.get(category) ?? null, serviceId: services.get(service) ?? null },
    });
  for (const { steps, ...macro } of MACROS) {
    const known = steps.map((step): MacroStep => {
      if ('team' in step) return { assign: { teamId: teams.get(step.team) ?? null } };
      if (typeof step.checklist === 'string')
        return { checklist: { checklistId: checklists.get(step.checklist) ?? '' } };
      return step as MacroStep;
    });
    await createMacro(ctx, { ...macro, steps: known, shared: true });
  }
}
