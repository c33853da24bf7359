import { sql } from 'kysely';
import { invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { actingStaff, type Ctx, readAnew } from '../context/index.ts';
import { appendEvent } from '../events/index.ts';

/**
 * Rules that are written as drafts and hold by versions: where they and their versions are kept, how the log calls them, and what a person
 * does. The versions name theirs in `rule_id`.
 */
export type Drafted = {
  readonly table: 'alert_rules' | 'change_rules' | 'value_streams';
  readonly versions: 'alert_rule_versions' | 'change_rule_versions' | 'value_stream_versions';
  readonly subject: 'alert_rule' | 'change_rule' | 'value_stream';
  /** A rule, unless it is called otherwise. */
  readonly noun?: string;
};

/** Such a rule as it is stored; one of the provider alone has no client. */
export type DraftedRow<Terms> = {
  readonly id: string;
  readonly client_id?: string | null;
  readonly name: string;
  readonly position: number;
  readonly terms: Terms | null;
  readonly draft: Terms | null;
  readonly version: number;
};

/** A version of such a rule; terms of null ended it. */
export type DraftedVersion<Terms> = {
  number: number;
  terms: Terms | null;
  note: string;
  publishedAt: string;
  publishedBy: string | null;
};

const NO_DRAFT = { draft: null, draft_by: null, draft_at: null };

/** Whose a rule is, by its columns; of the provider alone, none. Names and positions are those of one place. */
export type DraftedPlace = { readonly client_id: string | null; readonly group_id: string | null };

/** The columns of a draft as it is written now. */
const draftOf = (ctx: Ctx, terms: unknown) => ({
  ...{ draft: JSON.stringify(terms), draft_by: actingStaff(ctx), draft_at: ctx.now },
});

/** Begins a rule as a draft, which holds once it is published. It stands last in its place unless a position says otherwise. Returns its id. */
export async function createDrafted(
  ctx: Ctx,
  kind: Drafted,
  { name, position, terms }: { name: string; position?: number | undefined; terms: unknown },
  place?: DraftedPlace,
): Promise<string> {
  await refuseTakenName(ctx, kind, name, null, place);
  const id = newId();
  const columns = {
    ...{ id, ...place, name: name.trim(), position: position ?? (await nextPosition(ctx, kind, place)) },
    ...{ ...draftOf(ctx, terms), created_at: ctx.now, updated_at: ctx.now },
  };
  await sql`insert into ${sql.table(kind.table)} (${sql.join(Object.keys(columns).map((column) => sql.ref(column)))})
    values (${sql.join(Object.values(columns))})`.execute(ctx.tx);
  await tellDrafted(ctx, kind, { id, name: columns.name, ...(place ? { client_id: place.client_id } : {}) }, 'created');
  return id;
}

/** Refuses a name that another rule of the place has, however it is written. */
export async function refuseTakenName(
  ctx: Ctx,
  { table, noun = 'rule' }: Drafted,
  name: string,
  own: string | null,
  place?: DraftedPlace,
): Promise<void> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from ${sql.table(table)} where ${inPlace(place)}`.execute(ctx.tx);
  if (rows.some((row) => row.id !== own && row.name.toLowerCase() === name.trim().toLowerCase()))
    throw invalid([{ path: 'name', message: `is the name of another ${noun}${place ? ' here' : ''}` }]);
}

async function nextPosition(ctx: Ctx, { table }: Drafted, place?: DraftedPlace): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(position), 0)::int as last from ${sql.table(table)} where ${inPlace(place)}`.execute(ctx.tx);
  return Math.min(10_000, (rows[0]?.last ?? 0) + 10);
}

const inPlace = (place: DraftedPlace | undefined) =>
  place
    ? sql`client_id is not distinct from ${place.client_id} and group_id is not distinct from ${place.group_id}`
    : sql`true`;

/** The rule, locked; `not_found` when it is not there, `conflict` when the writer saw an older version. */
export async function lockDrafted<Terms>(
  ctx: Ctx,
  { table, noun = 'rule' }: Drafted,
  id: string,
  version: number | null,
): Promise<DraftedRow<Terms>> {
  const { rows } = await sql<DraftedRow<Terms>>`select * from ${sql.table(table)} where id = ${id} for update`.execute(
    ctx.tx,
  );
  const [row] = rows;
  if (!row) throw notFound(noun);
  if (version !== null && row.version !== version) throw staleVersion(noun, row.version);
  return row;
}

type Written<Terms> = { name?: string | undefined; position?: number | undefined; terms?: Terms | null | undefined };

/** Changes name, position or draft; terms of null throw the draft away. What is in force stays, but for where it stands. */
export async function saveDrafted<Terms>(
  ctx: Ctx,
  kind: Drafted,
  before: DraftedRow<Terms>,
  { name, position, terms }: Written<Terms>,
): Promise<void> {
  const named = name?.trim() ?? before.name;
  await change(ctx, kind, before, {
    ...(name === undefined ? {} : { name: named }),
    ...(position === undefined ? {} : { position }),
    ...(terms === undefined ? {} : terms === null ? NO_DRAFT : draftOf(ctx, terms)),
  });
  const moved = position !== undefined && position !== before.position;
  await tellDrafted(ctx, kind, { ...before, name: named }, 'changed', {
    ...(moved ? { changes: { position: [before.position, position] } } : {}),
  });
}

/** Puts the draft in force, as the rule's next version. `check` refuses what cannot be meant any more. */
export async function publishDrafted<Terms>(
  ctx: Ctx,
  kind: Drafted,
  before: DraftedRow<Terms>,
  note: string | undefined,
  check: (ctx: Ctx, terms: Terms) => Promise<void>,
): Promise<void> {
  const { draft } = before;
  if (!draft) throw invalid([{ path: 'version', message: 'there is no draft to publish' }]);
  await check(ctx, draft);
  const inForce = { ...NO_DRAFT, terms: JSON.stringify(draft), fault: null, published_at: ctx.now };
  await change(ctx, kind, before, inForce);
  const number = await addVersion(ctx, kind, before.id, draft, note);
  await tellDrafted(ctx, kind, before, 'published', { number, terms: draft, before: before.terms, ...because(note) });
}

/** Takes a rule out of force; it stays as a draft. */
export async function withdrawDrafted<Terms>(
  ctx: Ctx,
  kind: Drafted,
  before: DraftedRow<Terms>,
  note: string | undefined,
): Promise<void> {
  if (!before.terms) throw invalid([{ path: 'version', message: 'it is not in force' }]);
  await change(ctx, kind, before, { terms: null, fault: null, draft: JSON.stringify(before.draft ?? before.terms) });
  const number = await addVersion(ctx, kind, before.id, null, note);
  await tellDrafted(ctx, kind, before, 'withdrawn', { number, before: before.terms, ...because(note) });
}

/** Throws a rule away. What it decided stays as it is, and says its name. */
export async function removeDrafted<Terms>(ctx: Ctx, kind: Drafted, before: DraftedRow<Terms>): Promise<void> {
  await sql`delete from ${sql.table(kind.table)} where id = ${before.id}`.execute(ctx.tx);
  readAnew(ctx);
  await tellDrafted(ctx, kind, before, 'removed', { before: before.terms });
}

const because = (note: string | undefined) => (note?.trim() ? { reason: note.trim() } : {});

async function change<Terms>(
  ctx: Ctx,
  { table }: Drafted,
  { id, version }: DraftedRow<Terms>,
  columns: Record<string, unknown>,
): Promise<void> {
  const written = { ...columns, version: version + 1, updated_at: ctx.now };
  const set = Object.entries(written).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  await sql`update ${sql.table(table)} set ${sql.join(set)} where id = ${id}`.execute(ctx.tx);
  readAnew(ctx);
}

/** Adds what a rule says from now on; terms of null end it. Returns the version's number. */
async function addVersion(
  ctx: Ctx,
  { versions }: Drafted,
  ruleId: string,
  terms: unknown,
  note: string | undefined,
): Promise<number> {
  const stored = terms === null ? null : JSON.stringify(terms);
  const { rows } = await sql<{ number: number }>`
    insert into ${sql.table(versions)} (rule_id, number, terms, note, published_at, published_by)
    select ${ruleId}::uuid, coalesce(max(number), 0) + 1, ${stored}::jsonb, ${note?.trim() ?? ''}, ${ctx.now}::timestamptz, ${ctx.actor.id}::uuid
    from ${sql.table(versions)} where rule_id = ${ruleId} returning number`.execute(ctx.tx);
  return rows[0]?.number ?? 1;
}

/** Every version of a rule, newest first. */
export async function draftedVersions<Terms>(
  ctx: Ctx,
  { versions }: Drafted,
  ruleId: string,
): Promise<DraftedVersion<Terms>[]> {
  const { rows } = await sql<DraftedVersion<Terms>>`
    select v.number, v.terms, v.note, v.published_at as "publishedAt", (select s.name from staff s where s.id = v.published_by) as "publishedBy"
    from ${sql.table(versions)} v where v.rule_id = ${ruleId} order by v.number desc limit 200`.execute(ctx.tx);
  return rows;
}

/** Notes on rules that their conditions could not be answered, so that people see it there. */
export async function noteDraftedFaults(
  ctx: Ctx,
  { table, subject }: Drafted,
  faults: readonly { readonly ruleId: string; readonly error: string }[],
): Promise<void> {
  const text = `
    update ${table} set fault = jsonb_build_object('at', $3::timestamptz, 'error', $2::text) where id = $1
      and (fault is null or fault ->> 'error' <> $2)`;
  const byRule = new Map(faults.map(({ ruleId, error }) => [ruleId, error]));
  for (const [ruleId, error] of byRule) await ctx.hot(`${subject}_fault`, text, [ruleId, error, ctx.now]);
}

/** Tells of a rule by its name. */
const tellDrafted = (
  ctx: Ctx,
  { subject }: Drafted,
  rule: { readonly id: string; readonly client_id?: string | null; readonly name: string },
  verb: string,
  data: Record<string, unknown> = {},
) =>
  appendEvent(ctx, {
    clientId: rule.client_id ?? null,
    subjectType: subject,
    subjectId: rule.id,
    type: `${subject}.${verb}`,
    data: { text: rule.name, ...data },
  });
