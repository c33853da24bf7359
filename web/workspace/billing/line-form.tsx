import type { ContractView, LineView } from '#shared/contract.ts';
import { LINE_KIND_WORDS, LINE_KINDS, type LineKind, WORK_HOURS, WORK_HOURS_WORDS } from '#shared/contract-words.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { ManyField, NumberField, PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { type Form, useForm } from '#web/ui/form/use-form.ts';
import { dayAfter, dayBefore } from '#web/ui/marks/day-in.ts';
import { send } from '../session/send.ts';
import { shortDay } from './money.ts';
import { amount, neededAmount, neededPrice } from './rules.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Values = {
  kind: string | null;
  name: string;
  unit: string;
  quantity: string;
  price: string;
  from: string;
  until: string;
  prorated: boolean;
  percent: string;
  weighted: boolean;
  keepsMonths: number | null;
  taxRateId: string | null;
  workTypeIds: readonly string[];
  categoryIds: readonly string[];
  hours: readonly string[];
  countSource: string | null;
  classKey: string | null;
  productId: string | null;
};
const LABELS = {
  ...{ kind: 'What it is', name: 'Name', unit: 'Counted in', quantity: 'How many', price: 'Price each, a month' },
  ...{
    from: 'From',
    until: 'Last day',
    prorated: 'A part of a month costs a part',
    percent: 'Per cent of the rates',
  },
  ...{ weighted: 'A dearer hour takes more off the block', keepsMonths: 'Good for', taxRateId: 'Tax' },
  ...{ workTypeIds: 'Kinds of work', categoryIds: 'Categories', hours: 'Times' },
  ...{ countSource: 'Counted by', classKey: 'Which items', productId: 'Which product' },
} as const;

const valuesOf = ({ begins }: ContractView, line: LineView | null): Values => ({
  ...{ kind: line?.kind ?? 'all_inclusive', name: line?.name ?? '', unit: line?.unit ?? '', quantity: '', price: '' },
  ...{
    from: line?.from ?? begins,
    until: line?.until ? dayBefore(line.until) : '',
    prorated: line?.prorated ?? true,
    percent: line?.percent ?? '100',
  },
  ...{
    weighted: line?.weighted ?? false,
    keepsMonths: line?.keepsMonths ?? null,
    taxRateId: line?.taxRate?.id ?? null,
  },
  ...{
    workTypeIds: line?.covers?.workTypeIds ?? [],
    categoryIds: line?.covers?.categoryIds ?? [],
    hours: line?.covers?.hours ?? [],
  },
  ...{
    countSource: line?.counts?.source ?? null,
    classKey: line?.counts?.classKey ?? null,
    productId: line?.counts?.productId ?? null,
  },
});

const isCounted = (kind: string | null): boolean => kind === 'fixed' || kind === 'all_inclusive';
const isBlock = (kind: string | null): boolean => kind === 'block_hours' || kind === 'block_money';

function bodyOf({ name, unit, prorated, percent, weighted, keepsMonths, taxRateId, ...rest }: Values) {
  const { workTypeIds, categoryIds, hours } = rest;
  const covers = {
    workTypeIds: [...workTypeIds],
    categoryIds: [...categoryIds],
    hours: hours as (typeof WORK_HOURS)[number][],
  };
  return {
    ...{ name, unit, prorated, percent, weighted, keepsMonths, taxRateId },
    ...(rest.kind === 'fixed' ? {} : { covers }),
    ...(isCounted(rest.kind) ? { counts: countsOf(rest) } : {}),
  };
}

function countsOf({ countSource, classKey, productId }: Pick<Values, 'countSource' | 'classKey' | 'productId'>) {
  if (countSource === 'people') return { source: countSource } as const;
  if (countSource === 'items') return { source: countSource, ...(classKey ? { classKey } : {}) } as const;
  return countSource === 'vendor' ? ({ source: countSource, ...(productId ? { productId } : {}) } as const) : null;
}

/** A line of a contract: what it costs, and which work it takes in. */
export function LineForm({
  contract,
  line,
  onClose,
}: {
  contract: ContractView;
  line: LineView | null;
  onClose(): void;
}) {
  const { data: types } = useGet('GET /work-types', {});
  const { data: categories } = useGet('GET /categories', {});
  const { data: taxes } = useGet('GET /tax-rates', {});
  const { id } = contract;
  const costsNow = ({ kind }: Values) => line === null && kind !== 'time';
  const form = useForm<Values>({
    values: valuesOf(contract, line),
    version: line?.version ?? 0,
    rules: {
      name: needed('a name, which stands on the invoice'),
      quantity: (value, all) => (costsNow(all) ? neededAmount('how many')(value, all) : null),
      price: (value, all) => (costsNow(all) ? neededPrice('a price')(value, all) : null),
      percent: amount,
      classKey: (value, all) => (all.countSource === 'items' ? needed('the class of items')(value) : null),
      productId: (value, all) => (all.countSource === 'vendor' ? needed('the product')(value) : null),
    },
    rename: (path) => path.replace('counts.', ''),
    save: ({ values, version }) => {
      const body = bodyOf(values);
      const { kind, from, until, quantity, price } = values;
      if (line)
        return send(
          'PATCH /contracts/{id}/lines/{lineId}',
          { params: { id, lineId: line.id }, body: { version, ...body, until: until ? dayAfter(until) : null } },
          BILLING_TOUCHED,
        );
      const costs = kind === 'time' ? {} : { quantity: quantity.trim(), price: price.trim() };
      return send(
        'POST /contracts/{id}/lines',
        { params: { id }, body: { kind: kind as LineKind, from, ...body, ...costs } },
        BILLING_TOUCHED,
      );
    },
    onSaved: onClose,
  });
  const { kind } = form.values;
  return (
    <FormShell form={form} submit={line ? 'Save' : 'Add the line'} onCancel={onClose} labels={LABELS}>
      {!line && (
        <PickField
          form={form}
          name="kind"
          label={LABELS.kind}
          description={LINE_KIND_WORDS[kind as LineKind].help}
          data={LINE_KINDS.map((value) => ({ value, label: LINE_KIND_WORDS[value].name }))}
        />
      )}
      <TextField form={form} name="name" label={LABELS.name} required />
      {!line && kind !== 'time' && (
        <div className="f-billing-bar">
          <TextField
            form={form}
            name="quantity"
            label={LABELS.quantity}
            inputMode="decimal"
            description={kind === 'block_hours' ? 'Hours a month' : undefined}
          />
          <TextField form={form} name="price" label={`${LABELS.price} (${contract.currency})`} inputMode="decimal" />
          <TextField form={form} name="from" type="date" label={LABELS.from} />
        </div>
      )}
      {kind !== 'time' && (
        <TextField
          form={form}
          name="unit"
          label={LABELS.unit}
          placeholder={kind === 'block_hours' ? 'h' : 'user, device, site'}
        />
      )}
      {isCounted(kind) && <CountedBy form={form} clientId={contract.client.id} />}
      {line && (
        <TextField
          form={form}
          name="until"
          type="date"
          label={LABELS.until}
          description="Empty: it goes on with the contract"
        />
      )}
      {kind !== 'fixed' && (
        <>
          <ManyField
            form={form}
            name="workTypeIds"
            label={LABELS.workTypeIds}
            placeholder="All"
            data={named(types?.items ?? [])}
          />
          <ManyField
            form={form}
            name="categoryIds"
            label={LABELS.categoryIds}
            placeholder="All"
            data={(categories?.items ?? []).map(({ id: value, path }) => ({ value, label: path }))}
          />
          <ManyField
            form={form}
            name="hours"
            label={LABELS.hours}
            placeholder="All"
            data={WORK_HOURS.map((value) => ({ value, label: WORK_HOURS_WORDS[value] }))}
          />
        </>
      )}
      {(kind === 'time' || isBlock(kind)) && (
        <TextField
          form={form}
          name="percent"
          label={LABELS.percent}
          inputMode="decimal"
          description={isBlock(kind) ? 'For what goes beyond the block' : 'For the work that it takes in'}
        />
      )}
      {isBlock(kind) && (
        <NumberField
          form={form}
          name="keepsMonths"
          label={LABELS.keepsMonths}
          description="Months; empty: for good"
          min={1}
          max={60}
          allowDecimal={false}
        />
      )}
      {kind === 'block_hours' && <SwitchField form={form} name="weighted" label={LABELS.weighted} />}
      {kind !== 'time' && <SwitchField form={form} name="prorated" label={LABELS.prorated} />}
      <PickField
        form={form}
        name="taxRateId"
        label={LABELS.taxRateId}
        placeholder="As the client pays"
        clearable
        data={named(taxes?.items ?? [])}
      />
    </FormShell>
  );
}

/** What counts how many there are, so that a difference is seen before the run. */
function CountedBy({ form, clientId }: { form: Form<Values>; clientId: string }) {
  const { countSource, classKey, productId } = form.values;
  const { data: classes } = useGet('GET /item-classes', {}, { enabled: countSource === 'items' });
  const { data: products } = useGet('GET /vendor-products', {}, { enabled: countSource === 'vendor' });
  const { data: counts } = useGet('GET /counts', { query: { clientId } }, { enabled: countSource !== null });
  const key = { people: '', items: classKey, vendor: productId }[countSource ?? ''] ?? null;
  const last = counts?.items.find((one) => one.source === countSource && one.key === key);
  return (
    <>
      <PickField
        form={form}
        name="countSource"
        label={LABELS.countSource}
        description={SOURCE_HELP[countSource ?? '']}
        placeholder="Nothing: it is as many as the contract says"
        clearable
        data={SOURCES}
      />
      {countSource === 'items' && (
        <PickField
          form={form}
          name="classKey"
          label={LABELS.classKey}
          searchable
          data={(classes?.items ?? []).map(({ key: value, name: label }) => ({ value, label }))}
        />
      )}
      {countSource === 'vendor' && (
        <PickField
          form={form}
          name="productId"
          label={LABELS.productId}
          description={products?.items.length === 0 ? 'Import a vendor’s list first, and map its products.' : undefined}
          searchable
          data={(products?.items ?? []).map(({ id: value, vendor, name }) => ({ value, label: `${vendor}: ${name}` }))}
        />
      )}
      {key !== null && counts && (
        <p className="f-plain f-dim" role="status">
          {last
            ? `Counted last: ${last.number} on ${shortDay(last.day)}`
            : 'Not counted at this client yet; it is from tomorrow on, or by “Count now” or the next list.'}
        </p>
      )}
    </>
  );
}

const SOURCES = [
  { value: 'people', label: 'People' },
  { value: 'items', label: 'Items of a class' },
  { value: 'vendor', label: 'A product of a vendor’s list' },
];
const SOURCE_HELP: Readonly<Record<string, string>> = {
  people: 'The active people of the client, each day',
  items: 'What is in use or in maintenance, of a class and all below it, each day',
  vendor: 'What the last list says that was imported',
};
