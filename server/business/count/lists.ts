import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type ListedRow, readVendorList, type VendorListRead } from '#kernel/vendor-list.ts';
import { actingStaff, type Ctx, requireAllClients } from '#platform/context/index.ts';
import { appendEvent } from '#platform/events/index.ts';
import type {
  ImportVendorList,
  VendorListPreview,
  VendorListRow,
  VendorListTaken,
  VendorListView,
} from '#shared/count.ts';
import { countCurrent } from './count-list.ts';
import { keepKnownNames, knownNames } from './known-names.ts';
import { CURRENT_LISTS, vendorAsKnown } from './vendors.ts';

const WHAT = 'A list of a vendor';
const SHOWN = 50;
const MOST_FAULTS = 50;

/** The same text for the same list, whichever line ends and mark of the encoding it is saved with. */
const digestOf = (csv: string): string =>
  createHash('sha256')
    .update(
      csv
        .replace(/^\ufeff/, '')
        .replaceAll('\r\n', '\n')
        .trim(),
    )
    .digest('hex');

/** What a list of a vendor says, what is wrong with it and which names nobody has mapped yet. Nothing is kept. */
export async function previewList(ctx: Ctx, { vendor: said, day, csv }: ImportVendorList): Promise<VendorListPreview> {
  requireAllClients(ctx, WHAT);
  const read = readVendorList(csv);
  const vendor = await vendorAsKnown(ctx, said);
  const names = await knownNames(ctx, vendor);
  const { clients, products } = namesIn(read);
  const lists = await listsOf(ctx, vendor);
  const same = lists.find((one) => one.day === day && one.digest === digestOf(csv));
  const ofDay = lists.find((one) => one.day === day);
  return {
    ...{ rows: read.rows.length, clients: clients.length, ignored: [...read.ignored] },
    faults: dated(ctx, day, read).slice(0, MOST_FAULTS),
    unknownClients: clients.filter((name) => !names.has('client', name)),
    unknownProducts: products.filter((name) => !names.has('product', name)),
    already: same ? { id: same.id, at: same.at } : null,
    supersedes: ofDay && !same ? { id: ofDay.id, at: ofDay.at } : null,
    counts: !lists.some((one) => one.day > day),
    first: read.rows.slice(0, SHOWN).map((row) => ({
      ...row,
      forClient: names.calledBy('client', row.client),
      forProduct: names.calledBy('product', row.product),
    })),
  };
}

/**
 * Takes a list of a vendor as of a day, all of it or nothing: its rows are kept as they are, and what is known by name is counted. The same
 * file for the same day again makes nothing. `invalid` by line and column.
 */
export async function importList(ctx: Ctx, { vendor: said, day, csv }: ImportVendorList): Promise<VendorListTaken> {
  requireAllClients(ctx, WHAT);
  const read = readVendorList(csv);
  const faults = dated(ctx, day, read);
  if (faults.length > 0)
    throw invalid(
      faults.slice(0, MOST_FAULTS).map(({ line, column, message }) => ({ path: `line ${line}, ${column}`, message })),
    );
  const vendor = await vendorAsKnown(ctx, said);
  const id = newId();
  const made = await sql`
    insert into vendor_lists (id, vendor, day, digest, created_by, created_at)
    values (${id}, ${vendor}, ${day}, ${digestOf(csv)}, ${actingStaff(ctx)}, ${ctx.now})
    on conflict (lower(vendor), day, digest) do nothing returning id`.execute(ctx.tx);
  if (made.rows.length === 0) return { id: await sameList(ctx, vendor, day, csv), already: true, unknown: 0 };
  await keepRows(ctx, id, read.rows);
  await appendEvent(ctx, {
    ...{ clientId: null, subjectType: 'vendor_list', subjectId: id, type: 'vendor_list.imported' },
    data: { vendor, day, rows: read.rows.length },
  });
  const { clients, products } = namesIn(read);
  await keepKnownNames(ctx, vendor, { clients, products });
  await countCurrent(ctx, vendor);
  const names = await knownNames(ctx, vendor);
  const unknown = [
    ...clients.filter((name) => !names.has('client', name)),
    ...products.filter((name) => !names.has('product', name)),
  ];
  return { id, already: false, unknown: unknown.length };
}

/** The faults of a list, with that of its day: nobody knows yet how many there will be. */
function dated(ctx: Ctx, day: string, { faults }: VendorListRead) {
  const tomorrow = new Date(Date.parse(ctx.now) + 86_400_000).toISOString().slice(0, 10);
  return day > tomorrow
    ? [{ line: 1, column: 'the day', message: 'must not be a day to come' }, ...faults]
    : [...faults];
}

const unique = (names: readonly string[]): string[] => [
  ...new Map(names.map((name) => [name.toLowerCase(), name])).values(),
];
const namesIn = ({ rows }: VendorListRead) => ({
  clients: unique(rows.map(({ client }) => client)),
  products: unique(rows.map(({ product }) => product)),
});

async function listsOf(ctx: Ctx, vendor: string) {
  const { rows } = await sql<{ id: string; day: string; digest: string; at: string }>`
    select id, day, digest, created_at as at from vendor_lists where lower(vendor) = lower(${vendor}) order by day desc, id desc`.execute(
    ctx.tx,
  );
  return rows;
}

async function sameList(ctx: Ctx, vendor: string, day: string, csv: string): Promise<string> {
  const digest = digestOf(csv);
  return (await listsOf(ctx, vendor)).find((one) => one.day === day && one.digest === digest)?.id ?? '';
}

async function keepRows(ctx: Ctx, listId: string, rows: readonly ListedRow[]): Promise<void> {
  await sql`
    insert into vendor_list_rows (list_id, line, client_name, product_name, quantity)
    select ${listId}, line, client, product, quantity
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (line int, client text, product text, quantity numeric)`.execute(
    ctx.tx,
  );
}

const ROW = sql`
  select v.id, v.vendor, v.day, (select count(*)::int from vendor_list_rows r where r.list_id = v.id) as rows,
    v.id in (select id from ${CURRENT_LISTS} x) as counts, f.name as by, v.created_at as at
  from vendor_lists v left join staff f on f.id = v.created_by`;

/** The lists that were imported, the latest day first, each with whether it is the one that counts. */
export async function listLists(ctx: Ctx): Promise<VendorListRow[]> {
  requireAllClients(ctx, WHAT);
  const { rows } = await sql<VendorListRow>`${ROW} order by v.day desc, v.id desc limit 200`.execute(ctx.tx);
  return rows;
}

/** A list with its rows as they were imported, and whose and what each is by now. */
export async function viewList(ctx: Ctx, id: string): Promise<VendorListView> {
  requireAllClients(ctx, WHAT);
  const { rows } = await sql<VendorListRow>`${ROW} where v.id = ${id}`.execute(ctx.tx);
  const [list] = rows;
  if (!list) throw notFound('list');
  const names = await knownNames(ctx, list.vendor);
  const lines = await sql<ListedRow>`
    select line, client_name as client, product_name as product, trim_scale(quantity)::text as quantity
    from vendor_list_rows where list_id = ${id} order by line`.execute(ctx.tx);
  return {
    ...list,
    lines: lines.rows.map((row) => ({
      ...row,
      forClient: names.calledBy('client', row.client),
      forProduct: names.calledBy('product', row.product),
    })),
  };
}
