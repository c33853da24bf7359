import { dayAfter } from '#kernel/day.ts';
import type { Ctx } from '#platform/context/index.ts';
import { putSetting } from '#platform/settings/index.ts';
import {
  addPayment,
  closeRun,
  createRun,
  creditInvoice,
  issueClient,
  viewInvoice,
} from '#server/business/billing/index.ts';
import {
  addLine,
  CURRENCY,
  createContract,
  createRate,
  createTaxRate,
  createTemplate,
  SELLER as SELLER_SETTING,
  saveBilling,
  saveContract,
  setTerms,
  TAX,
} from '#server/business/contract/index.ts';
import { countNow, importList, listCounts, mapName } from '#server/business/count/index.ts';
import { listExpenseKinds, saveExpenseKind } from '#server/business/expense/index.ts';
import { createCost } from '#server/business/margin/index.ts';
import {
  type BookedLine,
  CREDITED,
  DEVICES,
  ENDING,
  HOUR_COST,
  HOUR_COSTS,
  LICENCES,
  linesFor,
  NEW_CURRENCY,
  pricesFor,
  SEATS,
  SEATS_ADDED,
  SELLER,
  UPLIFT_PERCENT,
} from '../world/books.ts';
import type { ClientSpec } from '../world/client-spec.ts';
import { GROUPS } from '../world/groups.ts';
import { STAFF } from '../world/staff.ts';
import { as, LOADER } from './identities.ts';
import { writeProjects, writeProjectTemplates } from './projects.ts';
import { writeQuotes } from './quotes.ts';
import type { References } from './references.ts';
import { approveTime } from './timesheets.ts';

const BUNDLE = 'books';
/** Who keeps the books. */
const KEEPER = { kind: 'staff', key: 'ruth' } as const;
/** How many months are billed and closed before this one. */
const CLOSED = 3;

/** Where it is written: one transaction after the other, so that no run holds up the desk. */
export type BookWriting = {
  readonly write: <R>(work: (ctx: Ctx) => Promise<R>) => Promise<R>;
  readonly refs: References;
  readonly endsAt: string;
  readonly clients: readonly ClientSpec[];
};

/**
 * What clients agreed to, three months that are billed and closed, with what was paid and credited, and the run of this month; once. What
 * was written before it broke off stays, and is gone on from.
 */
export async function writeBooks(writing: BookWriting): Promise<void> {
  const { write, endsAt } = writing;
  const done = (name: string) => write((ctx) => isThere(ctx, name));
  const once = async (name: string, work: (ctx: Ctx) => Promise<void>) => {
    if (await done(name)) return;
    await write(async (ctx) => {
      await work(ctx);
      await ctx.tx.insertInto('sample_bundles').values({ name }).execute();
    });
  };
  await once(BUNDLE, (ctx) => writeTerms(ctx, writing));
  for (const client of writing.clients)
    await once(`${BUNDLE} ${client.code}`, (ctx) => writeContract(ctx, writing, client));
  await once('projects', (ctx) => writeProjectTemplates(ctx, writing));
  for (const { code } of writing.clients) await once(`projects ${code}`, (ctx) => writeProjects(ctx, writing, code));
  await once(`${BUNDLE} templates`, (ctx) => writeTemplates(ctx, writing));
  await once(`${BUNDLE} time`, (ctx) => approveTime(ctx, writing.refs, endsAt));
  for (let month = -CLOSED; month < 0; month += 1) await writeMonth(writing, month, once);
  await once(`${BUNDLE} quotes`, (ctx) => writeQuotes(ctx, writing));
  await once(`${BUNDLE} open`, async (ctx) => {
    await writeNews(ctx, writing);
    await createRun(keeper(ctx, writing, endsAt), runOf(endsAt, 0));
  });
}

type Once = (name: string, work: (ctx: Ctx) => Promise<void>) => Promise<void>;

const isThere = async (ctx: Ctx, name: string): Promise<boolean> =>
  (await ctx.tx.selectFrom('sample_bundles').select('name').where('name', '=', name).executeTakeFirst()) !== undefined;

const keeper = (ctx: Ctx, { refs }: Pick<BookWriting, 'refs'>, at: string) => as(ctx, KEEPER, at, refs);

/** The first day of the month so many after that of an instant. */
function monthOf(at: string, months: number): string {
  const then = new Date(at);
  return new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
}
const noon = (day: string) => `${day}T02:00:00.000Z`;

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function runOf(endsAt: string, month: number) {
  const last = dayAfter(monthOf(endsAt, month + 1), -1);
  return { name: MONTH.format(new Date(last)), by: last, issuedOn: last };
}

/** Who bills, which taxes there are, what an hour costs everybody, what people cost, and what there is to count. */
async function writeTerms(ctx: Ctx, { endsAt, refs }: BookWriting): Promise<void> {
  const at: Ctx = { ...ctx, ...LOADER, now: endsAt };
  const gst = await createTaxRate(at, { name: 'GST', percent: '10' });
  await createTaxRate(at, { name: 'GST-free export', percent: '0', note: 'GST-free: supplied outside Australia.' });
  await putSetting(at, SELLER_SETTING.key, { level: 'provider', id: null }, SELLER);
  await putSetting(at, TAX.key, { level: 'provider', id: null }, { taxRateId: gst });
  // What is paid at home has the tax in it, which the firm has back.
  for (const { id, version, unit } of await listExpenseKinds(at))
    if (unit === '') await saveExpenseKind(at, id, { version, taxRateId: gst });
  await countNow(at, {});
  await createRate(at, { perHour: '180', from: monthOf(endsAt, -24) });
  for (const { key } of STAFF)
    await createCost(at, {
      ...{ staffId: refs.staff(key), perHour: HOUR_COSTS[key] ?? HOUR_COST, from: monthOf(endsAt, -24) },
    });
}

/** What a client agreed to a year ago, in its currency; billed here since three months ago. */
async function writeContract(ctx: Ctx, writing: BookWriting, client: ClientSpec): Promise<void> {
  const { refs, endsAt } = writing;
  const clientId = refs.client(client.code);
  const prices = pricesFor(client);
  const begins = monthOf(endsAt, -13);
  const then = keeper(ctx, writing, noon(begins));
  await writePlace(ctx, clientId, client, prices.currency);
  if (prices.currency !== 'AUD') await createRate(then, { clientId, perHour: prices.hour, from: monthOf(endsAt, -24) });
  const site = client.sites[0]?.address.replaceAll(', ', '\n') ?? '';
  await saveBilling(then, clientId, {
    ...{ version: 0, legalName: client.country === 'AU' ? `${client.name} Pty Ltd` : '', address: site },
    ...{ taxNumber: '', reference: '', mail: `accounts@${client.domain}` },
  });
  const rises = client.code === SEATS.client ? { upliftPercent: UPLIFT_PERCENT, upliftMonths: 12 } : {};
  const { inMonths, ...term } = ENDING[client.code] ?? {};
  const ending = inMonths === undefined ? {} : { ends: monthOf(endsAt, inMonths), ...term };
  const contract = await createContract(then, {
    ...{ clientId, name: 'Managed service', begins, billsFrom: monthOf(endsAt, -CLOSED) },
    ...{ currency: prices.currency, ...rises, ...ending },
  });
  for (const line of linesFor(client, prices)) {
    const { counts, ...terms } = line;
    const by = {
      ...(counts ? { counts: await countedBy(ctx, writing, counts) } : {}),
      ...(counts === 'devices' ? { quantity: await agreedDevices(ctx, clientId) } : {}),
    };
    if (client.code !== SEATS.client || line.name !== SEATS.line) await addLine(then, contract, { ...terms, ...by });
    else {
      const added = seatsAdded(endsAt);
      const had = client.people - added.reduce((sum, { more }) => sum + more, 0);
      const id = await addLine(then, contract, { ...terms, ...by, quantity: String(had) });
      await addSeats(ctx, writing, { contract, id, had, added });
    }
  }
  await saveContract(then, contract, { version: 1, state: 'active' });
}

/** What each tier is offered at home, and that who is there already is held against it. */
async function writeTemplates(ctx: Ctx, { refs, endsAt, clients }: BookWriting): Promise<void> {
  const at: Ctx = { ...ctx, ...LOADER, now: endsAt };
  for (const group of ['gold', 'silver', 'bronze'] as const) {
    const { name, description } = GROUPS[group];
    const row = await ctx.tx.selectFrom('client_groups').select('id').where('name', '=', name).executeTakeFirst();
    const templateId = await createTemplate(at, {
      ...{ name: `Managed service, ${name}`, description, groupId: row?.id ?? null, termMonths: 12, renewsMonths: 12 },
      lines: linesFor({ code: '', group, people: 1 }, pricesFor({ country: 'AU' })).map(
        ({ counts: _, ...line }) => line,
      ),
    });
    for (const client of clients.filter((one) => one.group === group && one.country === 'AU')) {
      const held = ctx.tx
        .selectFrom('contracts')
        .select(['id', 'version'])
        .where('client_id', '=', refs.client(client.code));
      for (const { id, version } of await held.execute()) await saveContract(at, id, { version, templateId });
    }
  }
}

/** What counts a line: people, computers, or the licences of a vendor, whose list of back then said as many. */
async function countedBy(ctx: Ctx, { endsAt }: BookWriting, counts: NonNullable<BookedLine['counts']>) {
  if (counts === 'people') return { source: 'people' } as const;
  if (counts === 'devices') return { source: 'items', classKey: DEVICES.classKey } as const;
  const { vendor, product, before } = LICENCES;
  const day = monthOf(endsAt, -CLOSED);
  const then: Ctx = { ...ctx, ...LOADER, now: noon(day) };
  await importList(then, { vendor, day, csv: before });
  await mapName(then, { version: 0, vendor, kind: 'product', name: product, newProduct: product });
  const { id } = await ctx.tx
    .selectFrom('vendor_products')
    .select('id')
    .where('name', '=', product)
    .executeTakeFirstOrThrow();
  return { source: 'vendor', productId: id } as const;
}

/** As many computers as were counted, and those that are gone. */
async function agreedDevices(ctx: Ctx, clientId: string): Promise<string> {
  const counted = await listCounts(ctx, { clientId });
  const { number } = counted.find(({ key }) => key === DEVICES.classKey) ?? { number: '0' };
  return String(Number(number) + DEVICES.gone);
}

/** What came since the last month was closed: a vendor's newer list, and a client that wants to be billed in its own currency. */
async function writeNews(ctx: Ctx, { refs, endsAt, clients }: BookWriting): Promise<void> {
  const yesterday = dayAfter(endsAt.slice(0, 10), -1);
  const has = (code: string) => clients.some((client) => client.code === code);
  const then: Ctx = { ...ctx, ...LOADER, now: endsAt };
  if (has(LICENCES.client)) await importList(then, { vendor: LICENCES.vendor, day: yesterday, csv: LICENCES.now });
  const { client, currency } = NEW_CURRENCY;
  if (has(client)) await putSetting(then, CURRENCY.key, { level: 'client', id: refs.client(client) }, { currency });
}

/** Who is billed in another currency than Harbour IT’s own, and charged no tax of Australia. */
async function writePlace(ctx: Ctx, id: string, { country }: ClientSpec, currency: string): Promise<void> {
  if (country === 'AU') return;
  const { id: taxRateId } = await ctx.tx
    .selectFrom('tax_rates')
    .select('id')
    .where('percent', '=', '0')
    .executeTakeFirstOrThrow();
  await putSetting({ ...ctx, ...LOADER }, TAX.key, { level: 'client', id }, { taxRateId });
  if (currency !== 'AUD') await putSetting({ ...ctx, ...LOADER }, CURRENCY.key, { level: 'client', id }, { currency });
}

/** The seats that came by an instant, and from which day on. */
const seatsAdded = (endsAt: string) =>
  SEATS_ADDED.map(({ month, day, more }) => ({ from: `${monthOf(endsAt, month).slice(0, 8)}${day}`, more })).filter(
    ({ from }) => noon(from) <= endsAt,
  );

type Seats = { contract: string; id: string; had: number; added: ReturnType<typeof seatsAdded> };

/** What is agreed about seats day by day, until there are as many as people. */
async function addSeats(ctx: Ctx, writing: BookWriting, { contract, id, had, added }: Seats): Promise<void> {
  let seats = had;
  for (const { from, more } of added) {
    const { version } = await ctx.tx
      .selectFrom('contract_lines')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    seats += more;
    const price = pricesFor({ country: 'AU' }).user;
    await setTerms(keeper(ctx, writing, noon(from)), contract, id, {
      ...{ version, from, quantity: String(seats), price },
    });
  }
}

/** A month that is billed client by client, partly paid and closed. */
async function writeMonth(writing: BookWriting, month: number, once: Once): Promise<void> {
  const { endsAt, refs, clients } = writing;
  const run = runOf(endsAt, month);
  const at = noon(run.by);
  await once(`${BUNDLE} ${run.by}`, async (ctx) => {
    await createRun(keeper(ctx, writing, at), run);
  });
  const runId = await writing.write(async ({ tx }) => {
    const { id } = await tx
      .selectFrom('billing_runs')
      .select('id')
      .where('name', '=', run.name)
      .orderBy('created_at')
      .executeTakeFirstOrThrow();
    return id;
  });
  for (const [nth, { code }] of clients.entries())
    await once(`${BUNDLE} ${run.by} ${code}`, async (ctx) => {
      const { issued } = await issueClient(keeper(ctx, writing, at), runId, {
        clientId: refs.client(code),
        mail: false,
      });
      for (const { invoice } of issued) await settle(ctx, writing, { id: invoice.id, nth, month, code });
    });
  await once(`${BUNDLE} ${run.by} closed`, (ctx) => closeRun(keeper(ctx, writing, at), runId, 1));
}

type ToSettle = { id: string; nth: number; month: number; code: string };

/** What was paid of an invoice, a fortnight after; each seventh client lets the newer ones wait, and the eleventh paid half. */
async function settle(ctx: Ctx, writing: BookWriting, { id, nth, month, code }: ToSettle): Promise<void> {
  const { total, issuedOn, lines } = await viewInvoice(keeper(ctx, writing, writing.endsAt), id);
  if (total <= 0) return;
  const paidOn = dayAfter(issuedOn, 9 + (nth % 5));
  const later = keeper(ctx, writing, noon(paidOn));
  if (noon(paidOn) > writing.endsAt || (month > -CLOSED && nth % 7 === 3)) return;
  if (code === CREDITED.client && month === CREDITED.month) {
    const [line] = lines;
    if (line) await creditInvoice(later, id, { lineIds: [line.id], reason: CREDITED.reason, again: false });
    return;
  }
  const amount = nth % 11 === 8 ? Math.round(total / 2) : total;
  await addPayment(later, id, { amount, paidOn, note: 'Bank transfer' });
}
