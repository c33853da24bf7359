import { exact, toMinor } from '#kernel/billing.ts';
import type { Ctx } from '#platform/context/index.ts';
import { partiesOf } from '#server/business/billing/index.ts';
import type { ContractView } from '#shared/contract.ts';
import { minorDigits } from '#shared/money-words.ts';
import type { ContractDocument } from '#shared/signing.ts';

/** A contract as it is now, as the document that is shown and signed. */
export async function documentOf(ctx: Ctx, contract: ContractView): Promise<ContractDocument> {
  const { name, currency, begins, ends, renewsMonths, noticeDays, everyMonths, advance, monthly, terms } = contract;
  const { upliftPercent, upliftMonths, afterHours, holiday } = contract;
  const { seller, buyer } = await partiesOf(ctx, contract.client);
  const digits = minorDigits(currency);
  return {
    ...{
      name,
      seller: shownOf(seller),
      buyer: shownOf(buyer),
      currency,
      begins,
      ends,
      renewsMonths,
      noticeDays,
      everyMonths,
      advance,
    },
    ...{ upliftPercent, upliftMonths, afterHours, holiday },
    lines: contract.lines.map((line) => ({
      ...{ name: line.name, kind: line.kind, unit: line.unit, until: line.until, percent: line.percent },
      prices: line.terms.map(({ from, quantity, price }) => ({
        ...{ from, quantity, price, amount: toMinor(exact(quantity).mul(exact(price)), digits) },
      })),
    })),
    ...{ monthly, terms },
  };
}

/** What of a party is shown; nothing else is signed. */
const shownOf = ({ name, address, taxNumberName, taxNumber }: ContractDocument['seller']) => ({
  ...{ name, address, taxNumberName, taxNumber },
});

/** The text that is signed: the same contract gives the same to the letter. */
export const textOf = (document: ContractDocument): string => JSON.stringify(document, null, 1);

/** What a text of ours says. */
export const readText = (text: string): ContractDocument => JSON.parse(text) as ContractDocument;
