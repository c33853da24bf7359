import { type FieldError, invalid } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import type { AdvisoriesImported, AdvisoryPreview, ImportAdvisories } from '#shared/problem.ts';
import { keepAdvisory, refuseTooMany } from './advisories.ts';
import { type ListedAdvisory, readAdvisoryList } from './advisory-list.ts';
import { itemsWarnedOf } from './items-warned-of.ts';
import { LOOK_JOB } from './look.ts';

const MOST_FAULTS = 50;

/** What a list of advisories would enter, line by line, with what is wrong and whom each concerns. Nothing is kept. */
export async function previewAdvisories(ctx: Ctx, { list }: ImportAdvisories): Promise<AdvisoryPreview> {
  requireAllClients(ctx, 'An advisory');
  const { lines, ignored } = readAdvisoryList(list);
  const already = await passedOver(ctx, lines);
  const items = await itemsWarnedOf(ctx, lines);
  return {
    ignored,
    lines: lines.map((one) => {
      const concerned =
        one.faults.length > 0 ? [] : items.filter((item) => one.words.every((word) => item.words.includes(word)));
      return {
        line: one.line,
        title: one.title,
        severity: one.severity,
        words: [...one.words],
        already: already.has(one),
        items: new Set(concerned.map(({ id }) => id)).size,
        clients: new Set(concerned.map(({ clientId }) => clientId)).size,
        faults: [...one.faults],
      };
    }),
  };
}

/**
 * Enters a list of advisories, all of it or nothing, and looks at once whom they concern. What is entered already, by vendor and
 * reference, is passed over; a line that is wrong refuses the list, named by line and field.
 */
export async function importAdvisories(ctx: Ctx, { list }: ImportAdvisories): Promise<AdvisoriesImported> {
  requireAllClients(ctx, 'An advisory');
  const { lines } = readAdvisoryList(list);
  const faults = lines.flatMap(({ line, faults: wrong }): FieldError[] =>
    wrong.map(({ field, message }) => ({ path: `line ${line}, ${field}`, message })),
  );
  if (faults.length > 0) throw invalid(faults.slice(0, MOST_FAULTS));
  const already = await passedOver(ctx, lines);
  const wanted = lines.filter((one) => !already.has(one));
  await refuseTooMany(ctx, wanted.length);
  let entered = 0;
  // Somebody may enter the same at this moment.
  for (const one of wanted) if ((await keepAdvisory(ctx, one)) !== null) entered += 1;
  if (entered > 0) await ctx.services.jobs.enqueue(ctx, LOOK_JOB, {});
  return { entered, already: lines.length - entered };
}

/** Those of a list that are entered already, or that stand further up in it. What has no reference is never the same. */
async function passedOver(ctx: Ctx, lines: readonly ListedAdvisory[]): Promise<ReadonlySet<ListedAdvisory>> {
  const known = await ctx.tx
    .selectFrom('problem_advisories')
    .select(['vendor', 'reference'])
    .where('withdrawn_at', 'is', null)
    .where('reference', '<>', '')
    .execute();
  const seen = new Set(known.map(nameOf));
  const passed = new Set<ListedAdvisory>();
  for (const one of lines) {
    if (one.reference === '' || one.faults.length > 0) continue;
    if (seen.has(nameOf(one))) passed.add(one);
    seen.add(nameOf(one));
  }
  return passed;
}

const nameOf = ({ vendor, reference }: { vendor: string; reference: string }): string =>
  `${vendor.toLowerCase()}\n${reference.toLowerCase()}`;
