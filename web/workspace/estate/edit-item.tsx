import type { EstateItemView, ItemAttribute } from '#shared/estate.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { PickField, TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import { ITEM_LABELS, ITEM_RULES, ItemFields, type ItemValues } from './item-fields.tsx';
import { TOUCHED } from './touched.ts';

/** Attributes are fields of the form by their key, each as it is typed; empty stands for what the other sources say. */
type Values = ItemValues & { [attribute: `a:${string}`]: string };
const field = (key: string) => `a:${key}` as const;

const FLAG = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** No currency is taken for granted: one firm buys in several. */
const MONEY_HELP = 'With its currency, such as 1200.00 AUD';

/** What people said of it by hand; what machines say is only shown. */
const byHand = ({ said }: ItemAttribute) => said.find(({ kind }) => kind === 'person')?.value ?? null;

const valuesOf = (item: EstateItemView): Values => ({
  name: item.name,
  classKey: item.classKey,
  state: item.state,
  assetTag: item.assetTag,
  siteId: item.site?.id ?? null,
  contactId: item.contact?.id ?? null,
  serviceId: item.service?.id ?? null,
  ...Object.fromEntries(item.attributes.map((one) => [field(one.key), String(byHand(one) ?? '')])),
});

function typed(text: string, { type }: ItemAttribute): ItemAttribute['value'] {
  if (text.trim() === '') return null;
  if (type === 'number') return Number.isFinite(Number(text)) ? Number(text) : text;
  return type === 'flag' ? text === 'true' : text;
}

/** Changing an item by hand: what every item has, and what its class knows. */
export function EditItem({ item, onClose }: { item: EstateItemView; onClose(): void }) {
  const params = { id: item.id };
  const { data: classes } = useGet('GET /item-classes', {});
  const itsClass = classes?.items.find(({ key }) => key === item.classKey);
  // What a source says beyond its class is shown on its page, and is nobody's to say by hand.
  // What is its class's own is asked before what every item has.
  const keys = [...(itsClass?.attributes ?? []), ...(itsClass?.inherited ?? [])].map(({ key }) => key);
  const asked = keys.flatMap((key) => item.attributes.find((one) => one.key === key) ?? []);
  const form = useForm<Values>({
    values: valuesOf(item),
    version: item.version,
    rules: ITEM_RULES as never,
    draft: `item.${item.id}`,
    rename: (path) => path.replace(/^attributes\./, 'a:'),
    save: ({ changed, version }) => {
      const plain = Object.fromEntries(Object.entries(changed).filter(([key]) => !key.startsWith('a:')));
      const attributes = Object.fromEntries(
        item.attributes
          .filter(({ key }) => field(key) in changed)
          .map((one) => [one.key, typed(String(changed[field(one.key)] ?? ''), one)]),
      );
      const body = {
        version: version ?? item.version,
        ...plain,
        ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
      };
      return send('PATCH /items/{id}', { params, body }, TOUCHED);
    },
    latest: async () => {
      const stored = await call('GET /items/{id}', { params });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  const labels = Object.fromEntries(item.attributes.map(({ key, name }) => [field(key), name]));
  return (
    <FormShell form={form} submit="Save" onCancel={onClose} labels={{ ...ITEM_LABELS, ...labels } as never}>
      <ItemFields form={form as never} clientId={item.client.id} states={[item.state, ...item.nextStates]} />
      <fieldset className="f-item-attributes">
        <legend>By hand</legend>
        <p className="f-dim">What you leave empty is as the other sources say.</p>
        {asked.map((one) => (
          <Attribute key={one.key} form={form as never} attribute={one} />
        ))}
      </fieldset>
    </FormShell>
  );
}

function Attribute({ form, attribute }: { form: never; attribute: ItemAttribute }) {
  const { key, name, type, unit, help, options, said } = attribute;
  const other = said.find(({ kind }) => kind !== 'person');
  const helps = [help, type === 'money' ? MONEY_HELP : null].filter((one) => one !== null);
  const common = {
    form,
    name: field(key) as never,
    label: unit ? `${name} (${unit})` : name,
    ...(helps.length > 0 ? { description: helps.join('. ') } : {}),
    placeholder: other ? String(other.value) : '',
  };
  if (type === 'flag') return <PickField {...common} clearable data={FLAG} />;
  if (type === 'choice')
    return <PickField {...common} clearable data={options.map((value) => ({ value, label: value }))} />;
  return <TextField {...common} type={type === 'date' ? 'date' : 'text'} />;
}
