import type { EstateItemView } from '#shared/estate.ts';
import { formatMoney } from '#shared/money-words.ts';
import { Facts, Section } from '#web/ui/form/section.tsx';
import { LongText } from './long-text.tsx';
import { daysUntil, untilWords } from './until-words.ts';
import { valueWords } from './words.ts';

/** What was paid for it, to whom, for how long it is under warranty, and what it is worth in the books today. */
export function Purchase({ item }: { item: EstateItemView }) {
  const saidOf = (key: string): string => {
    const found = item.attributes.find((one) => one.key === key);
    return found ? valueWords(found.value, found.type, found.unit) : '';
  };
  const { warrantyUntil, bookValue } = item;
  const facts = [
    ['Purchased on', saidOf('purchasedOn')],
    ['Price', saidOf('purchasePrice')],
    ['Supplier', saidOf('supplier')],
    ['Order number', saidOf('orderNumber')],
    ['Warranty until', warrantyUntil && `${saidOf('warrantyUntil')} (${warrantyWords(warrantyUntil)})`],
    ['Depreciated over', saidOf('depreciationMonths')],
    ['Residual value', saidOf('residualValue')],
    ['Worth in the books', bookValue && formatMoney({ minor: bookValue.value, currency: bookValue.currency })],
  ] as const;
  const known = facts.filter(([, words]) => words);
  if (known.length === 0) return null;
  return (
    <Section title="Purchase and warranty">
      <Facts
        facts={known.map(([name, words]) => [name, <LongText key={name} text={words ?? ''} what={name} />] as const)}
      />
    </Section>
  );
}

const warrantyWords = (until: string): string => {
  const words = untilWords(daysUntil(until, Date.now()));
  return words.charAt(0).toLowerCase() + words.slice(1);
};
