import { Textarea, TextInput } from '@mantine/core';
import type { ItemTerms } from '#kernel/catalogue.ts';
import { ITEM_ICONS, type ItemIcon } from '#shared/catalogue-words.ts';
import { minorDigits } from '#shared/money-words.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { inWords, useCategories, useServices } from '../../desk/names.ts';

type Props = { terms: ItemTerms; change(part: Partial<ItemTerms>): void };

/** What people read, what it costs, and when it is there. */
export function BasicFields({ terms, change }: Props) {
  const { price } = terms;
  const factor = 10 ** minorDigits(price?.currency ?? 'AUD');
  const text = (name: 'name' | 'summary' | 'heading') => ({
    value: terms[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <Section title="What people read">
      <TextInput label="Name" required maxLength={200} {...text('name')} />
      <TextInput label="In one line" maxLength={200} {...text('summary')} />
      <Textarea
        label="More about it"
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5_000}
        value={terms.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <div className="f-two">
        <TextInput label="Under the heading" placeholder="Hardware" maxLength={60} {...text('heading')} />
        <Select
          label="Picture"
          data={ITEM_ICONS.map((value) => ({ value, label: inWords(value) }))}
          value={terms.icon}
          onChange={(icon) => icon && change({ icon: icon as ItemIcon })}
        />
        <NumberInput
          label="Price"
          description="Empty: nothing is said; a bundle costs what it brings"
          min={0}
          decimalScale={minorDigits(price?.currency ?? 'AUD')}
          value={price ? price.minor / factor : ''}
          onChange={(next) =>
            change({
              price:
                typeof next === 'number'
                  ? { minor: Math.round(next * factor), currency: price?.currency ?? 'AUD' }
                  : null,
            })
          }
        />
        <TextInput
          label="Currency"
          maxLength={3}
          value={price?.currency ?? ''}
          disabled={price === null}
          onChange={(event) =>
            price && change({ price: { ...price, currency: event.currentTarget.value.toUpperCase() } })
          }
        />
        <NumberInput
          label="Delivered after"
          description="Business days where the client is"
          min={0}
          max={365}
          allowDecimal={false}
          value={terms.deliveryDays ?? ''}
          onChange={(next) => change({ deliveryDays: typeof next === 'number' ? next : null })}
        />
        <Named
          label="Category of the ticket"
          list={useCategories().map(({ id, path }) => ({ id, name: path }))}
          value={terms.categoryId}
          onChange={(categoryId) => change({ categoryId })}
        />
        <Named
          label="Service"
          list={useServices()}
          value={terms.serviceId}
          onChange={(serviceId) => change({ serviceId })}
        />
      </div>
    </Section>
  );
}

type NamedProps = {
  label: string;
  list: readonly { id: string; name: string }[];
  value: string | null;
  placeholder?: string;
  onChange(id: string | null): void;
};

/** One of several things with names, or none. */
export function Named({ label, list, value, placeholder = 'None', onChange }: NamedProps) {
  return (
    <Select
      label={label}
      searchable
      clearable
      placeholder={placeholder}
      data={list.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
