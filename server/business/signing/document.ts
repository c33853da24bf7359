import { exact, toMinor } from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';
import { resolveSetting } from '#platform/settings/index.ts';
import { partiesOf } from '#server/business/billing/index.ts';
import { ratesUnder, TIME_BILLING } from '#server/business/contract/index.ts';
import type { ContractView, CoversShape, LineView } from '#shared/contract.ts';
import { minorDigits } from '#shared/money-words.ts';
import type { ContractDocument } from '#shared/signing.ts';

/** A contract as it is now, with all that binds, as the document that is shown and signed. */
export async function documentOf(ctx: Ctx, contract: ContractView): Promise<ContractDocument> {
  const { name, currency, begins, ends, renewsMonths, noticeDays, everyMonths, advance, monthly, terms } = contract;
  const { upliftPercent, upliftMonths, billsFrom, reference, lines, client } = contract;
  const { seller, buyer } = await partiesOf(ctx, client);
  const names = new Map(contract.covered.map(({ id, name: called }) => [id, called]));
  return {
    ...{ name, seller: shownOf(seller), buyer: shownOf(buyer), reference, currency },
    ...{ begins, ends, renewsMonths, noticeDays, everyMonths, advance, billsFrom, upliftPercent, upliftMonths },
    ...(await workOf(ctx, contract)),
    lines: lines.map((line) => ({
      ...{ name: line.name, kind: line.kind, unit: line.unit, from: line.from, until: line.until },
      ...{ prorated: line.prorated, covers: line.covers && coversOf(line.covers, names), percent: line.percent },
      ...{ weighted: line.weighted, keepsMonths: line.keepsMonths, prices: pricesOf(line, minorDigits(currency)) },
    })),
    ...{ monthly, terms },
  };
}

/** By what work is priced under the contract: a contract’s own multipliers, else those of its client. */
async function workOf(ctx: Ctx, { id, client, afterHours, holiday, begins }: ContractView) {
  const { value } = await resolveSetting(ctx, TIME_BILLING, client.id);
  const own = afterHours !== null || holiday !== null;
  const rates = await ratesUnder(ctx, { clientId: client.id, contractId: id, from: begins });
  return {
    afterHours: own ? (afterHours ?? '1') : value.afterHours,
    holiday: own ? (holiday ?? '1') : value.holiday,
    ...{ minimum: value.minimum, step: value.step },
    rates: rates.map(({ staff, role, workType, perHour, from: since }) => ({
      ...{ staff: staff?.name ?? null, role: role?.name ?? null, workType: workType?.name ?? null },
      ...{ perHour, from: since },
    })),
  };
}

function coversOf(covers: CoversShape, names: ReadonlyMap<string, string>) {
  const called = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id);
  return {
    ...{ workTypes: called(covers.workTypeIds), kinds: covers.kinds, categories: called(covers.categoryIds) },
    ...{ services: called(covers.serviceIds), staff: called(covers.staffIds), items: called(covers.itemIds) },
    ...{ contacts: called(covers.contactIds), hours: covers.hours },
  };
}

const pricesOf = ({ terms }: LineView, digits: number) =>
  terms.map(({ from, quantity, price }) => ({
    ...{ from, quantity, price, amount: toMinor(exact(quantity).mul(exact(price)), digits) },
  }));

/** What of a party is shown; nothing else is signed. */
const shownOf = ({ name, address, taxNumberName, taxNumber }: ContractDocument['seller']) => ({
  ...{ name, address, taxNumberName, taxNumber },
});

/** The text that is signed: the same contract gives the same to the letter. */
export const textOf = (document: ContractDocument): string => JSON.stringify(document, null, 1);

/** What a text of ours says. */
export const readText = (text: string): ContractDocument => JSON.parse(text) as ContractDocument;
