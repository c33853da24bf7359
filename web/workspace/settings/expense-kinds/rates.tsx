import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import type { ExpenseKindView } from '#shared/expense.ts';
import { put, without } from '#web/ui/form/order.ts';
import { IconX } from '#web/ui/icons.ts';
import '../../time/expenses/expenses.css';

type Rate = ExpenseKindView['rates'][number];
type Props = { label: string; rates: readonly Rate[]; error: string | undefined; onChange(rates: Rate[]): void };

/** What one of a unit costs, a currency a line. */
export function Rates({ label, rates, error, onChange }: Props) {
  return (
    <fieldset className="f-expense-receipts">
      <legend className="f-legend">{label}</legend>
      {rates.map(({ currency, price }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rates have no identity but their place
        <div key={at} className="f-expense-rate">
          <TextInput
            aria-label={`Currency ${at + 1}`}
            placeholder="AUD"
            maxLength={3}
            value={currency}
            error={Boolean(error)}
            onChange={(event) => onChange(put(rates, at, { price, currency: event.currentTarget.value }))}
          />
          <TextInput
            aria-label={`Price ${at + 1}`}
            placeholder="0.88"
            inputMode="decimal"
            value={price}
            error={Boolean(error)}
            onChange={(event) => onChange(put(rates, at, { currency, price: event.currentTarget.value }))}
          />
          <ActionIcon
            aria-label={`Remove price ${at + 1}`}
            data-tip="Remove"
            onClick={() => onChange(without(rates, at))}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {error && <Input.Error>{error}</Input.Error>}
      <Button variant="default" size="compact-sm" onClick={() => onChange([...rates, { currency: '', price: '' }])}>
        Add a price
      </Button>
    </fieldset>
  );
}
