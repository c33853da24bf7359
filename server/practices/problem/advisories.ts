import { Fault, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type { AdvisoryView, EnterAdvisory } from '#shared/problem.ts';
import type { Severity } from '#shared/problem-words.ts';
import { addressOf, titleFor, wordsFor } from './advisory-defaults.ts';
import { LOOK_JOB } from './look.ts';

/** How many may be in force at once: each is held against every item. */
const MOST_ADVISORIES = 1_000;

/** Advisories in force, the newest first. */
export async function listAdvisories(ctx: Ctx): Promise<{ items: AdvisoryView[] }> {
  const rows = await ctx.tx
    .selectFrom('problem_advisories')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(MOST_ADVISORIES)
    .execute();
  return {
    items: rows.map(({ published_on, entered_by, created_at, withdrawn_at, ...row }) => ({
      ...row,
      severity: row.severity as Severity | null,
      publishedOn: published_on,
      enteredBy: entered_by,
      createdAt: created_at,
    })),
  };
}

/** Enters what a vendor warns of, and looks at once whom it concerns. */
export async function enterAdvisory(ctx: Ctx, input: EnterAdvisory): Promise<string> {
  requireAllClients(ctx, 'An advisory');
  const said = saidOf(input);
  await refuseTooMany(ctx, 1);
  const id = await keepAdvisory(ctx, said);
  if (id === null)
    throw new Fault('conflict', `${said.vendor || 'The vendor'}’s ${said.reference} is entered already.`, {
      errors: [{ path: 'reference', message: 'is entered already' }],
    });
  await ctx.services.jobs.enqueue(ctx, LOOK_JOB, {});
  return id;
}

/** What one is entered with; title, words and address follow from the rest where they are not given, as in a list. */
function saidOf(input: EnterAdvisory): Advisory {
  const [vendor, product, reference] = [input.vendor, input.product, input.reference].map((text = '') => text.trim());
  const told = { vendor: vendor ?? '', product: product ?? '', reference: reference ?? '' };
  const isNamed = told.vendor !== '' && told.product !== '';
  const words = input.words ?? (isNamed ? wordsFor(told) : []);
  const lacks = 'is needed where vendor and product are not both said';
  const faults = [
    ...(input.title === undefined && !isNamed ? [{ path: 'title', message: lacks }] : []),
    ...(words.length === 0
      ? [{ path: 'words', message: isNamed ? 'must hold a word that the items have' : lacks }]
      : []),
  ];
  if (faults.length > 0) throw invalid(faults);
  return {
    ...told,
    ...{ severity: input.severity ?? null, text: input.text?.trim() ?? '', words },
    ...{ title: input.title ?? titleFor(told), url: input.url || addressOf(told.reference) },
    publishedOn: input.publishedOn ?? null,
  };
}

export type Advisory = {
  readonly title: string;
  readonly vendor: string;
  readonly product: string;
  readonly severity: Severity | null;
  readonly reference: string;
  readonly url: string;
  readonly publishedOn: string | null;
  readonly text: string;
  readonly words: readonly string[];
};

/** Keeps an advisory and tells of it. Returns its id; null where one of this vendor and reference is entered already. */
export async function keepAdvisory(ctx: Ctx, advisory: Advisory): Promise<string | null> {
  const { title, vendor, product, severity, reference, text, words, url, publishedOn } = advisory;
  const kept = await ctx.tx
    .insertInto('problem_advisories')
    .values({
      ...{ id: newId(), title, vendor, product, severity, reference, text, words: [...words], url },
      ...{ published_on: publishedOn, entered_by: ctx.actor.name, created_at: ctx.now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!kept) return null;
  await tellOfAdvisory(ctx, kept.id, 'entered', { title });
  return kept.id;
}

/** Refuses more than may be in force at once. */
export async function refuseTooMany(ctx: Ctx, more: number): Promise<void> {
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

/** Takes an advisory back: nothing is proposed from it any more. */
export async function withdrawAdvisory(ctx: Ctx, id: string): Promise<void> {
  requireAllClients(ctx, 'An advisory');
  const gone = await ctx.tx
    .updateTable('problem_advisories')
    .set({ withdrawn_at: ctx.now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('title')
    .executeTakeFirst();
  if (!gone) throw notFound('advisory');
  await tellOfAdvisory(ctx, id, 'withdrawn', { title: gone.title });
}

const tellOfAdvisory = (ctx: Ctx, subjectId: string, verb: string, data: { title: string }) =>
  appendEvent(ctx, {
    clientId: null,
    subjectType: 'problem_advisory',
    subjectId,
    type: `problem_advisory.${verb}`,
    data,
  });
