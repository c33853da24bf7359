import { sql } from 'kysely';
import { notFound } from '#kernel/errors.ts';
import { bookValue } from '#kernel/estate/book-value.ts';
import { believed, type Precedence } from '#kernel/estate/effective.ts';
import { type Identifier, identifierText } from '#kernel/estate/identifiers.ts';
import { NEXT_STATES } from '#kernel/estate/life.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import type { ClassAttribute, EstateItemRow, EstateItemView, ItemAttribute } from '#shared/estate.ts';
import type { ItemState } from '#shared/estate-words.ts';
import { moneyOf } from '#shared/money-words.ts';
import { type Classes, loadClasses } from './classes.ts';
import { asSaid, type SourceRow } from './hold.ts';
import { BESIDE, ROW, rowOf } from './row-columns.ts';
import { PRECEDENCE } from './settings.ts';

type Held = Omit<EstateItemRow, 'className'> & {
  clientId: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  service: { id: string; name: string } | null;
  mergedInto: string | null;
  attributes: Record<string, string | number | boolean | null>;
};

/** One item whole: what holds, and who says so. */
export async function viewItem(ctx: Ctx, id: string): Promise<EstateItemView> {
  const classes = await loadClasses(ctx);
  const { rows } =
    await sql<Held>`select ${ROW}, i.client_id as "clientId", i.version, i.created_at as "createdAt", i.updated_at as "updatedAt",
      (select json_build_object('id', x.id, 'name', x.name) from services x where x.id = i.service_id) as service,
      i.merged_into as "mergedInto", i.attributes
    from configuration_items i ${BESIDE} where i.id = ${id}`.execute(ctx.tx);
  const [held] = rows;
  if (!held) throw notFound('item');
  const { clientId, attributes: values, ...item } = held;
  const at = [clientId, item.id];
  const sources = await ctx.hot<SourceView>('ci_view_sources', SOURCES, at);
  const { value: precedence } = await resolveSetting(ctx, PRECEDENCE, null);
  const [counted] = await ctx.hot<{ count: number }>('ci_view_software', SOFTWARE, at);
  const attributes = attributesOf(item.classKey, values, sources, classes, precedence as Precedence);
  return {
    ...rowOf(item, classes),
    attributes,
    identifiers: (await ctx.hot<Identifier>('ci_view_identifiers', IDENTIFIERS, at)).map((one) => ({
      kind: one.kind,
      value: identifierText(one),
    })),
    sources: sources.map(shown),
    relations: (await ctx.hot<RelatedRow>('ci_view_relations', RELATIONS, at)).map(({ item: other, ...relation }) => ({
      ...relation,
      item: { id: other.id, name: other.name, state: other.state, className: classes.nameOf(other.classKey) },
    })),
    sections: sectionsOf(await ctx.hot<SectionRow>('ci_view_sections', SECTIONS, at)),
    softwareCount: counted?.count ?? 0,
    ends: classes
      .attributesOf(item.classKey)
      .filter(({ key, ends }) => ends && typeof values[key] === 'string')
      .map(({ key, name }) => ({ attribute: key, name, on: String(values[key]) })),
    bookValue: bookValueOf(values, ctx.now),
    nextStates: [...NEXT_STATES[item.state as ItemState]],
  };
}

type SourceView = SourceRow & {
  external_id: string;
  matched_by: string;
  first_at: string;
  open_url: string | null;
  remote_url: string | null;
};
const SOURCES = `
select id, item_id, source_kind, source_id, source_name, external_id, name, class_key, site_id, attributes, last_user, online, last_seen_at,
  in_maintenance, matched_by, first_at, seen_at, gone_at, open_url, remote_url
from ci_sources where client_id = $1 and item_id = $2 order by gone_at nulls first, first_at, id`;

const shown = (row: SourceView): EstateItemView['sources'][number] => ({
  id: row.id,
  kind: row.source_kind,
  sourceId: row.source_id,
  name: row.source_name,
  externalId: row.external_id,
  matchedBy: row.matched_by,
  firstAt: row.first_at,
  seenAt: row.seen_at,
  goneAt: row.gone_at,
  openUrl: row.open_url,
  remoteUrl: row.remote_url,
  attributes: row.attributes,
});

/** The attributes of the class, said or not, and after them what sources say beyond it. */
function attributesOf(
  classKey: string,
  values: Held['attributes'],
  sources: readonly SourceRow[],
  classes: Classes,
  precedence: Precedence,
): ItemAttribute[] {
  const said = sources.map((row) => asSaid(row, classes));
  const known = classes.attributesOf(classKey);
  const beyond: ClassAttribute[] = Object.keys(values)
    .filter((key) => !known.some((one) => one.key === key))
    .map((key) => classes.attribute(key) ?? { key, name: key, type: 'text' });
  return [...known, ...beyond].map(({ key, name, type, unit, help, options }) => ({
    key,
    name,
    type,
    unit: unit ?? null,
    help: help ?? null,
    options: options ?? [],
    value: Object.hasOwn(values, key) ? (values[key] ?? null) : null,
    said: believed(said, key, precedence).map((one) => ({
      by: one.name,
      kind: one.kind,
      value: one.values[key] ?? null,
      at: one.seenAt,
    })),
  }));
}

const IDENTIFIERS = `
select distinct kind, value from ci_identifiers where client_id = $1 and item_id = $2 order by kind, value limit 100`;
const SOFTWARE = `
select count(distinct (x.name, x.version))::int as count from ci_sources s join ci_software x on x.client_id = s.client_id and x.source_ref = s.id
where s.client_id = $1 and s.item_id = $2 and s.gone_at is null`;

type RelatedRow = Omit<EstateItemView['relations'][number], 'item'> & {
  item: { id: string; name: string; state: ItemState; classKey: string };
};
const OTHER = `jsonb_build_object('id', o.id, 'name', o.name, 'state', o.state, 'classKey', o.class_key) as item`;
const RELATIONS = `
select r.id, r.kind, k.name as words, true as outward, r.source_kind as by, ${OTHER} from ci_relations r
join ci_relation_kinds k on k.key = r.kind join configuration_items o on o.client_id = r.client_id and o.id = r.to_id
where r.client_id = $1 and r.from_id = $2
union all
select r.id, r.kind, k.inverse, false, r.source_kind, ${OTHER} from ci_relations r
join ci_relation_kinds k on k.key = r.kind join configuration_items o on o.client_id = r.client_id and o.id = r.from_id
where r.client_id = $1 and r.to_id = $2
limit 1000`;

type SectionRow = {
  section: string;
  by: string;
  kind: string;
  at: string;
  records: EstateItemView['sections'][number]['records'];
};
const SECTIONS = `
select x.section, s.source_name as by, s.source_kind as kind, x.updated_at as at, x.content as records
from ci_sources s join ci_sections x on x.client_id = s.client_id and x.source_ref = s.id
where s.client_id = $1 and s.item_id = $2 order by s.gone_at is not null, s.source_kind = 'agent' desc, x.updated_at desc`;

/** Each list once, as the source tells it that runs on the machine itself, else the latest. */
function sectionsOf(rows: readonly SectionRow[]): EstateItemView['sections'] {
  const first = new Map<string, SectionRow>();
  for (const row of rows) if (!first.has(row.section)) first.set(row.section, row);
  return [...first.values()].map(({ kind: _, ...row }) => row).sort((a, b) => a.section.localeCompare(b.section));
}

function bookValueOf(values: Held['attributes'], now: string): EstateItemView['bookValue'] {
  const price = moneyOf(values.purchasePrice);
  if (!price || typeof values.purchasedOn !== 'string' || typeof values.depreciationMonths !== 'number') return null;
  const residual = moneyOf(values.residualValue);
  const value = bookValue(
    {
      purchasedOn: values.purchasedOn,
      price: price.minor,
      residual: residual?.currency === price.currency ? residual.minor : 0,
      months: Math.floor(values.depreciationMonths),
    },
    now.slice(0, 10),
  );
  return { value, currency: price.currency };
}
