import { type FieldError, invalid, notFound, staleVersion } from '#kernel/errors.ts';
import { type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import { idFromText } from '#platform/text/index.ts';
import type { ClassAttribute, ClassView, CreateClass, UpdateClass } from '#shared/estate.ts';
import { type Classes, loadClasses } from './classes.ts';
import { followEnds } from './ends-of-class.ts';

/** Every class with what it inherits, parents before children. */
export async function listClasses(ctx: Ctx): Promise<ClassView[]> {
  const classes = await loadClasses(ctx);
  const rows = await ctx.tx.selectFrom('ci_classes').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    key: row.key,
    parentKey: row.parent_key,
    name: row.name,
    active: row.active,
    builtIn: row.built_in,
    version: row.version,
    attributes: row.attributes as unknown as ClassAttribute[],
    inherited: classes.attributesOf(row.key).filter((one) => one.from !== row.key),
  }));
}

/** Adds a class below another. */
export async function createClass(ctx: Ctx, input: CreateClass): Promise<void> {
  requireAllClients(ctx, 'A class of items');
  const classes = await loadClasses(ctx);
  const errors: FieldError[] = [];
  if (classes.has(input.key)) errors.push({ path: 'key', message: 'is the key of another class' });
  if (!classes.has(input.parentKey)) errors.push({ path: 'parentKey', message: 'is no class' });
  errors.push(
    ...(await nameFaults(ctx, input.name, null)),
    ...attributeFaults(input.attributes ?? [], input.parentKey, null, classes),
  );
  if (errors.length > 0) throw invalid(errors);
  await ctx.tx
    .insertInto('ci_classes')
    .values({
      key: input.key,
      parent_key: input.parentKey,
      name: input.name.trim(),
      attributes: JSON.stringify(input.attributes ?? []),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await tell(ctx, input.key, 'created', { name: input.name.trim(), parentKey: input.parentKey });
}

/** Changes a class. An attribute that came with Fettle keeps its type; what items say under one that is taken away stays, unshown. */
export async function updateClass(ctx: Ctx, key: string, input: UpdateClass): Promise<void> {
  requireAllClients(ctx, 'A class of items');
  const before = await ctx.tx
    .selectFrom('ci_classes')
    .selectAll()
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
  if (!before) throw notFound('class');
  if (before.version !== input.version) throw staleVersion('class', before.version);
  const classes = await loadClasses(ctx);
  const errors = [
    ...(input.name === undefined ? [] : await nameFaults(ctx, input.name, key)),
    ...(input.attributes ? attributeFaults(input.attributes, before.parent_key ?? '', key, classes) : []),
    ...(input.attributes ? typeFaults(before.attributes as unknown as ClassAttribute[], input.attributes) : []),
    ...(key === 'item' && input.active === false
      ? [{ path: 'active', message: 'must stay: every class is below it' }]
      : []),
  ];
  if (errors.length > 0) throw invalid(errors);
  await ctx.tx
    .updateTable('ci_classes')
    .set({
      ...(input.name === undefined ? {} : { name: input.name.trim() }),
      ...(input.active === undefined ? {} : { active: input.active }),
      ...(input.attributes === undefined ? {} : { attributes: JSON.stringify(input.attributes) }),
      version: before.version + 1,
      updated_at: ctx.now,
    })
    .where('key', '=', key)
    .execute();
  if (input.attributes)
    await followEnds(ctx, classes.below(key), before.attributes as unknown as ClassAttribute[], input.attributes);
  await tell(ctx, key, 'changed', {});
}

async function nameFaults(ctx: Ctx, name: string, key: string | null): Promise<FieldError[]> {
  const taken = await ctx.hot<{ key: string }>(
    'ci_class_named',
    'select key from ci_classes where lower(name) = lower($1) and key is distinct from $2',
    [name.trim(), key],
  );
  return taken.length > 0 ? [{ path: 'name', message: 'is the name of another class' }] : [];
}

/** An attribute's key is one of its kind along the tree, above and below. */
function attributeFaults(
  attributes: readonly ClassAttribute[],
  parentKey: string,
  key: string | null,
  classes: Classes,
): FieldError[] {
  const below = key ? classes.below(key).filter((one) => one !== key) : [];
  const elsewhere = new Set([
    ...classes.attributesOf(parentKey).map((one) => one.key),
    ...below.flatMap((one) => classes.ownOf(one).map((own) => own.key)),
  ]);
  return attributes.flatMap((one, at) => {
    const path = `attributes[${at}]`;
    return [
      ...(elsewhere.has(one.key)
        ? [{ path: `${path}.key`, message: 'is an attribute of a class above or below' }]
        : []),
      ...(attributes.findIndex((other) => other.key === one.key) < at
        ? [{ path: `${path}.key`, message: 'is there twice' }]
        : []),
      ...(one.type === 'choice' && !one.options?.length
        ? [{ path: `${path}.options`, message: 'must name at least one' }]
        : []),
      ...(one.ends && one.type !== 'date' ? [{ path: `${path}.ends`, message: 'is for days alone' }] : []),
      ...(one.remindDays !== undefined && !one.ends
        ? [{ path: `${path}.remindDays`, message: 'is for days on which something ends' }]
        : []),
    ];
  });
}

const typeFaults = (before: readonly ClassAttribute[], after: readonly ClassAttribute[]): FieldError[] =>
  after.flatMap((one, at) => {
    const was = before.find((other) => other.key === one.key);
    return was && was.type !== one.type
      ? [{ path: `attributes[${at}].type`, message: `must stay ${was.type}: items have values of it` }]
      : [];
  });

const tell = (ctx: Ctx, key: string, verb: string, data: object) =>
  appendEvent(ctx, {
    clientId: null,
    subjectType: 'class',
    subjectId: idFromText(`class ${key}`),
    type: `class.${verb}`,
    data: { key, ...data },
  });
