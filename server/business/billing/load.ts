import { sql } from 'kysely';
import type { Books, Grant, Tax } from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';
import { readSettingsOf, resolveSettings } from '#platform/settings/index.ts';
import { CURRENCY, TAX, TIME_BILLING } from '#server/business/contract/index.ts';
import { calendarOfChoice } from '#server/practices/service-level/index.ts';
import { minorDigits } from '#shared/money-words.ts';
import { type LoadedContract, loadContracts, type Replay } from './load-contracts.ts';
import { type LoadedEntry, loadTime, sortTime, type TimeToBill, type Waiting } from './load-entries.ts';
import { type LoadedCharge, loadCharges, loadRates, loadTaxes, type RatesOf } from './load-prices.ts';
import { timeLinesOf } from './time-lines.ts';

/** What a client owes in one currency is worked out of, and how what it names is called. */
export type ClientBooks = {
  readonly clientId: string;
  readonly currency: string;
  readonly books: Books;
  readonly contracts: readonly LoadedContract[];
  readonly entries: readonly LoadedEntry[];
  readonly charges: readonly LoadedCharge[];
  readonly taxes: ReadonlyMap<string, Tax & { readonly name: string; readonly note: string }>;
  /** Null: nobody has said which tax the client pays. */
  readonly taxRateId: string | null;
  /** Time that would be billed, were it approved. */
  readonly waiting: Waiting | null;
  /** Lines that take in time, of contracts in another currency than the client's rates are in. */
  readonly foreign: readonly string[];
};

/**
 * `lock`: nobody changes what was read until the end of the transaction. `unapproved`: time that nobody has approved, too. `replay`: the past
 * once more instead of what is due.
 */
type Until = { readonly by: string; readonly lock: boolean; readonly unapproved?: boolean; readonly replay?: Replay };

type Client = { readonly id: string; readonly timeZone: string; readonly country: string; readonly region: string };

type Loaded = {
  time: readonly TimeToBill[];
  contracts: readonly LoadedContract[];
  charges: readonly LoadedCharge[];
  rates: RatesOf;
  taxes: ClientBooks['taxes'];
  unapproved: boolean;
};

/**
 * The books of clients by a day, one for each currency in which they owe something: the client's own currency has its time, too. Reads only.
 */
export async function loadBooks(
  ctx: Ctx,
  clientIds: readonly string[],
  { by, lock, unapproved = false, replay }: Until,
): Promise<ClientBooks[]> {
  const contracts = await loadContracts(ctx, clientIds, by, replay);
  const charges = await loadCharges(ctx, clientIds, { by, lock });
  const taxes = await loadTaxes(ctx);
  const rates = await loadRates(ctx, clientIds);
  const time = await loadTime(ctx, clientIds, { by, lock, again: replay?.since ?? null });
  const places = new Map((await placesOf(ctx, clientIds)).map((place) => [place.id, place]));
  await readSettingsOf(ctx, clientIds);
  const of = { contracts: byClient(contracts), charges: byClient(charges), time: byClient(time) };
  const all: ClientBooks[] = [];
  for (const id of clientIds) {
    const place = places.get(id);
    if (!place) continue;
    const own = {
      contracts: of.contracts.get(id) ?? [],
      charges: of.charges.get(id) ?? [],
      time: of.time.get(id) ?? [],
    };
    all.push(...(await booksOf(ctx, place, by, { ...own, rates, taxes, unapproved })));
  }
  return all;
}

const byClient = <T extends { readonly clientId: string }>(rows: readonly T[]) =>
  Map.groupBy(rows, ({ clientId }) => clientId);

async function placesOf(ctx: Ctx, clientIds: readonly string[]): Promise<Client[]> {
  const { rows } = await sql<Client>`
    select id, time_zone as "timeZone", country, region from clients where id = any (${clientIds}::uuid[])`.execute(
    ctx.tx,
  );
  return rows;
}

async function booksOf(ctx: Ctx, client: Client, by: string, loaded: Loaded): Promise<ClientBooks[]> {
  const clientId = client.id;
  const [currency, terms, tax] = await resolveSettings(ctx, [CURRENCY, TIME_BILLING, TAX], clientId);
  const own = currency.value.currency;
  const { entries, waiting } = sortTime(loaded.time, { approved: terms.value.approved && !loaded.unapproved });
  const { taxRateId } = tax.value;
  const { calendar } = await calendarOfChoice(ctx, client, 'service_hours', Number(ctx.now.slice(0, 4)));
  const currencies = new Set([
    own,
    ...loaded.contracts.map((one) => one.currency),
    ...loaded.charges.map((one) => one.currency),
  ]);
  return [...currencies].map((code) => {
    const contracts = loaded.contracts.filter((one) => one.currency === code);
    const charges = loaded.charges.filter((one) => one.currency === code);
    const mine = code === own;
    const digits = minorDigits(code);
    const { minimum, step, afterHours, holiday } = terms.value;
    return {
      ...{ clientId, currency: code, contracts, charges, taxes: loaded.taxes, taxRateId },
      ...{ entries: mine ? entries : [], waiting: mine ? waiting : null },
      foreign: mine
        ? []
        : contracts.flatMap(({ lines }) => lines.filter(({ covers }) => covers).map(({ name }) => name)),
      books: {
        ...{ by, digits, charges, contracts: contracts.map((one) => one.standing(digits)) },
        entries: mine ? entries : [],
        time: {
          ...{ digits, calendar, rounding: { minimum, step }, multipliers: { afterHours, holiday } },
          rates: [...(loaded.rates.ofClients.get(clientId) ?? []), ...loaded.rates.everybody],
          ofContracts: new Map(
            contracts.map(({ id, multipliers }) => [
              id,
              { rates: loaded.rates.ofContracts.get(id) ?? [], multipliers },
            ]),
          ),
          lines: mine ? timeLinesOf(contracts) : [],
          grants: contracts.flatMap(({ grants }): readonly Grant[] => grants),
        },
        tax: loaded.taxes.get(taxRateId ?? '') ?? { id: '', percent: '0' },
        taxOf: taxesOf(contracts, charges, loaded.taxes),
      },
    };
  });
}

function taxesOf(contracts: readonly LoadedContract[], charges: readonly LoadedCharge[], taxes: ClientBooks['taxes']) {
  const own = [...contracts.flatMap(({ lines }) => lines), ...charges];
  return new Map(
    own.flatMap(({ id, taxRateId }): [string, Tax][] => {
      const rate = taxRateId === null ? undefined : taxes.get(taxRateId);
      return rate ? [[id, { id: rate.id, percent: rate.percent }]] : [];
    }),
  );
}
