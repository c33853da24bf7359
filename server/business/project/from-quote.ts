import type { Ctx } from '#platform/context/index.ts';
import type { Charged } from '#shared/project-words.ts';
import { layOut } from './plan.ts';
import { draftProject } from './projects.ts';

/** What was agreed to in a quote, as far as it becomes a project. `price` in minor units of the currency. */
export type QuotedProject = {
  readonly clientId: string;
  readonly name: string;
  readonly description?: string;
  readonly currency: string;
  readonly price: number;
  /** A fixed price unless given. */
  readonly charged?: Charged;
  readonly contractId?: string | null;
  readonly managerId?: string | null;
  readonly begins?: string | null;
  /** Lines of labour and services; what is sold or agreed to by the month is for others. */
  readonly lines: readonly { readonly name: string; readonly description?: string; readonly minutes?: number | null }[];
};

/**
 * Makes a project of a quote that was agreed to: a draft with the price as its budget, the hours of its lines together, a task for each line, and
 * one milestone that charges the price once the project is delivered. In the caller’s transaction; a quote becomes a project once, which is for the
 * caller to hold. Returns its id.
 */
export async function createProjectFromQuote(ctx: Ctx, quoted: QuotedProject): Promise<string> {
  const { lines, price, charged = 'fixed', ...project } = quoted;
  const minutes = lines.reduce((sum, line) => sum + (line.minutes ?? 0), 0);
  const id = await draftProject(ctx, {
    ...{ ...project, charged },
    budgetAmount: price > 0 ? price : null,
    budgetMinutes: minutes > 0 ? minutes : null,
  });
  await layOut(ctx, id, {
    phases: [{ name: 'Delivery', tasks: lines.map((line, at) => ({ ...PLAIN, ...taskOf(line), key: String(at) })) }],
    milestones: charged === 'fixed' ? [{ name: 'Delivered', day: null, percent: '100', shown: true }] : [],
  });
  return id;
}

const PLAIN = { from: null, days: null, shown: false, after: [] };
const taskOf = ({ name, description = '', minutes = null }: QuotedProject['lines'][number]) => ({
  ...{ title: name.slice(0, 300), description, estimateMinutes: minutes && minutes > 0 ? minutes : null },
});
