import { Fault, type FieldError, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import type { AdvisoriesImported, AdvisoryPreview, ImportAdvisories } from '#shared/problem.ts';
import { MOST_ADVISORIES, tellOfAdvisory } from './advisories.ts';
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
  for (const { title, vendor, product, severity, reference, text, words, url, publishedOn } of wanted) {
    const kept = await ctx.tx
      .insertInto('problem_advisories')
      .values({
        ...{ id: newId(), title, vendor, product, severity, reference, text, words: [...words], url },
        ...{ published_on: publishedOn, entered_by: ctx.actor.name, created_at: ctx.now },
      })
      // Somebody may enter the same at this moment.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!kept) continue;
    entered += 1;
    await tellOfAdvisory(ctx, kept.id, 'entered', { title });
  }
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

async function refuseTooMany(ctx: Ctx, more: number): Promise<void> {
  const { count } = await ctx.tx
    .selectFrom('problem_advisories')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(count) + more > MOST_ADVISORIES)
    throw new Fault(
      'conflict',
      `At most ${MOST_ADVISORIES.toLocaleString('en')} advisories are in force at once, and ${count} are. Take some back first.`,
    );
}
