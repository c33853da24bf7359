import { Button, TextInput } from '@mantine/core';
import type { ProductPrice, ProductView } from '#shared/product.ts';
import {
  BILLED_WAY_WORDS,
  BILLED_WAYS,
  type BilledWay,
  PRODUCT_KIND_WORDS,
  PRODUCT_KINDS,
  type ProductKind,
} from '#shared/product-words.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { put, without } from '#web/ui/form/order.ts';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { PRODUCTS_TOUCHED } from './touched.ts';

type Values = {
  code: string;
  name: string;
  description: string;
  kind: string | null;
  billed: string | null;
  unit: string;
  supplier: string;
  taxRateId: string | null;
  prices: readonly ProductPrice[];
};
const LABELS = {
  ...{ code: 'Code', name: 'Name', description: 'What clients read of it', kind: 'Kind', billed: 'Billed' },
  ...{ unit: 'Counted in', supplier: 'Bought from', taxRateId: 'Tax', prices: 'Prices' },
} as const;

/** What is sold, with its prices. */
export function ProductForm({ product, onClose }: { product: ProductView | null; onClose(): void }) {
  const { data: taxes } = useGet('GET /tax-rates', {});
  const form = useForm<Values>({
    values: {
      ...{ code: product?.code ?? '', name: product?.name ?? '', description: product?.description ?? '' },
      ...{ kind: product?.kind ?? 'goods', billed: product?.billed ?? 'once', unit: product?.unit ?? '' },
      ...{ supplier: product?.supplier ?? '', taxRateId: product?.taxRate?.id ?? null },
      prices: product?.prices ?? [{ currency: 'AUD', price: '', cost: null }],
    },
    version: product?.version ?? 0,
    rules: { code: needed('a code of its own'), name: needed('what it is called') },
    parts: ['prices'],
    save: ({ values, version }) => {
      const prices = values.prices.map(({ currency, price, cost }) => ({
        ...{ currency: currency.trim().toUpperCase(), price: price.trim(), cost: cost?.trim() ? cost.trim() : null },
      }));
      const body = { ...values, kind: values.kind as ProductKind, billed: values.billed as BilledWay, prices };
      return product
        ? send('PATCH /products/{id}', { params: { id: product.id }, body: { version, ...body } }, PRODUCTS_TOUCHED)
        : send('POST /products', { body }, PRODUCTS_TOUCHED);
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit={product ? 'Save' : 'Add it'} onCancel={onClose} labels={LABELS}>
      <div className="f-billing-bar">
        <TextField form={form} name="code" label={LABELS.code} maxLength={60} required />
        <TextField form={form} name="name" label={LABELS.name} maxLength={200} required />
      </div>
      <div className="f-billing-bar">
        <PickField
          form={form}
          name="kind"
          label={LABELS.kind}
          data={PRODUCT_KINDS.map((value) => ({ value, label: PRODUCT_KIND_WORDS[value] }))}
        />
        <PickField
          form={form}
          name="billed"
          label={LABELS.billed}
          data={BILLED_WAYS.map((value) => ({ value, label: BILLED_WAY_WORDS[value] }))}
        />
        <TextField form={form} name="unit" label={LABELS.unit} maxLength={40} />
      </div>
      <AreaField form={form} name="description" label={LABELS.description} autosize minRows={2} maxLength={2_000} />
      <Prices prices={form.values.prices} errors={form.errors} onChange={(prices) => form.set('prices', prices)} />
      <div className="f-billing-bar">
        <TextField form={form} name="supplier" label={LABELS.supplier} maxLength={200} />
        <PickField
          form={form}
          name="taxRateId"
          label={LABELS.taxRateId}
          placeholder="As the client pays"
          clearable
          data={named(taxes?.items.filter(({ active }) => active) ?? [])}
        />
      </div>
    </FormShell>
  );
}

type PricesProps = {
  prices: readonly ProductPrice[];
  errors: Readonly<Record<string, string>>;
  onChange(prices: readonly ProductPrice[]): void;
};

function Prices({ prices, errors, onChange }: PricesProps) {
  return (
    <fieldset className="f-prices">
      <legend>Price of one, before tax, and what it costs you</legend>
      {prices.map((price, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand in this order
        <div key={nth} className="f-billing-bar">
          {(['currency', 'price', 'cost'] as const).map((field) => (
            <TextInput
              key={field}
              label={{ currency: 'Currency', price: 'Price', cost: 'Costs you' }[field]}
              inputMode={field === 'currency' ? 'text' : 'decimal'}
              maxLength={field === 'currency' ? 3 : 14}
              w={field === 'currency' ? 90 : 140}
              value={price[field] ?? ''}
              error={errors[`prices.${nth}.${field}`]}
              onChange={(event) => onChange(put(prices, nth, { ...price, [field]: event.currentTarget.value }))}
            />
          ))}
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Remove the price in ${price.currency || 'no currency'}`}
            onClick={() => onChange(without(prices, nth))}
          >
            Remove
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onChange([...prices, { currency: '', price: '', cost: null }])}
        >
          Add a currency
        </Button>
      </div>
    </fieldset>
  );
}
