import { sumOffers } from '#kernel/quote.ts';
import { minorDigits } from '#shared/money-words.ts';
import type { QuoteDetail, QuoteLineView } from '#shared/quote.ts';

/** What lines that were taken come to with tax, in minor units. */
export function sumsTaken({ currency }: Pick<QuoteDetail, 'currency'>, taken: readonly QuoteLineView[]) {
  const digits = minorDigits(currency);
  return { once: sumOffers(taken, 'once', digits).total, monthly: sumOffers(taken, 'monthly', digits).total };
}

/**
 * Everything that somebody signs, as one text: the quote as it was sent, each line that they took, and what it comes to. The same quote and
 * choice give the same text to the letter, so that its SHA-256 shows whether anything was altered.
 */
export function contentOf(quote: QuoteDetail, taken: readonly QuoteLineView[]): string {
  const { number, revision, title, introduction, terms, currency, validUntil, seller, buyer } = quote;
  const party = ({ name, address, taxNumber }: QuoteDetail['seller']) => ({ name, address, taxNumber });
  const digits = minorDigits(currency);
  const sums = (billed: 'once' | 'monthly') => {
    const { net, tax, total } = sumOffers(taken, billed, digits);
    return { net, tax, total };
  };
  return JSON.stringify(
    {
      ...{ quote: number, revision, title, seller: party(seller), buyer: party(buyer), currency, validUntil },
      ...{ introduction, terms },
      lines: taken.map((line) => ({
        ...{
          name: line.name,
          description: line.description,
          billed: line.billed,
          quantity: line.quantity,
          unit: line.unit,
        },
        ...{ price: line.price, discount: line.discount, unitPrice: line.unitPrice, amount: line.amount },
        ...{ tax: `${line.taxName} ${line.taxPercent} %`, taxAmount: line.tax, choice: line.choice },
      })),
      notTaken: quote.lines.filter(({ id }) => !taken.some((one) => one.id === id)).map(({ name }) => name),
      ...{ once: sums('once'), monthly: sums('monthly') },
    },
    null,
    1,
  );
}
