import { LINE_KIND_WORDS, LINE_KINDS, type LineKind } from '#shared/contract-words.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { NumberField, PickField, SwitchField, TextField } from '#web/ui/form/fields.tsx';
import type { Form } from '#web/ui/form/use-form.ts';
import { CoversFields } from './covers-fields.tsx';
import { isBlock, isCounted, LINE_LABELS as LABELS, type LineValues as Values } from './line-values.ts';
import { shortDay } from './money.ts';

type Props = {
  form: Form<Values>;
  currency: string;
  isNew: boolean;
  /** Whether it holds from a day on, as those of contracts do; lines of templates are for whenever. */
  dated: boolean;
  /** Where it is told how many there are. */
  clientId: string | null;
};

/** What a line costs, what counts it, and which work it takes in. */
export function LineFields({ form, currency, isNew, dated, clientId }: Props) {
  const { data: taxes } = useGet('GET /tax-rates', {});
  const { kind } = form.values;
  return (
    <>
      {isNew && (
        <PickField
          form={form}
          name="kind"
          label={LABELS.kind}
          description={LINE_KIND_WORDS[kind as LineKind].help}
          data={LINE_KINDS.map((value) => ({ value, label: LINE_KIND_WORDS[value].name }))}
        />
      )}
      <TextField form={form} name="name" label={LABELS.name} required />
      {(isNew || !dated) && kind !== 'time' && (
        <div className="f-billing-bar">
          <TextField
            form={form}
            name="quantity"
            label={LABELS.quantity}
            inputMode="decimal"
            description={kind === 'block_hours' ? 'Hours a month' : undefined}
          />
          <TextField form={form} name="price" label={`${LABELS.price} (${currency})`} inputMode="decimal" />
          {dated && <TextField form={form} name="from" type="date" label={LABELS.from} />}
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
      {isCounted(kind) && <CountedBy form={form} clientId={clientId} />}
      {!isNew && dated && (
        <TextField
          form={form}
          name="until"
          type="date"
          label={LABELS.until}
          description="Empty: it goes on with the contract"
        />
      )}
      {kind !== 'fixed' && <CoversFields form={form} clientId={clientId} />}
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
    </>
  );
}

/** What counts how many there are, so that a difference is seen before the run. */
function CountedBy({ form, clientId }: { form: Form<Values>; clientId: string | null }) {
  const { countSource, classKey, productId } = form.values;
  const { data: classes } = useGet('GET /item-classes', {}, { enabled: countSource === 'items' });
  const { data: products } = useGet('GET /vendor-products', {}, { enabled: countSource === 'vendor' });
  const { data: counts } = useGet(
    'GET /counts',
    { query: { clientId: clientId ?? '' } },
    { enabled: clientId !== null && countSource !== null },
  );
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
