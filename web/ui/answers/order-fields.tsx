import { Textarea } from '@mantine/core';
import type { Form } from '#kernel/form.ts';
import type { CatalogueItem } from '#shared/request.ts';
import { MOST_OFFERED, Select } from '../form/select.tsx';
import { ui } from '../words/words.ts';
import { AnswersForm } from './answers-form.tsx';
import { faultsBelow, type OrderValues } from './order.ts';

type Props = {
  item: CatalogueItem;
  values: OrderValues;
  /** What a bundle brings with these answers. */
  included: readonly string[];
  faults: Readonly<Record<string, string>>;
  people: readonly { id: string; name: string }[];
  /** Whom it is for where nobody else is named. */
  usually: string;
  change(part: Partial<OrderValues>): void;
};

/** Everything that is asked for an order: the item's form, those of what it brings, whom it is for and why. */
export function OrderFields({ item, values, included, faults, people, usually, change }: Props) {
  const parts = item.parts.filter(({ id }) => included.includes(id));
  return (
    <>
      <AnswersForm
        form={item.form as Form}
        answers={values.answers}
        errors={faultsBelow(faults, 'answers')}
        people={people}
        clientId={item.clientId}
        onChange={(answers) => change({ answers })}
      />
      {parts.map((part, at) => (
        <section key={part.id} aria-label={part.name} className="f-order-part">
          <h2>
            <bdi>{part.name}</bdi>
          </h2>
          {part.summary && <p className="f-dim">{part.summary}</p>}
          <AnswersForm
            form={part.form as Form}
            answers={values.parts[part.id] ?? {}}
            errors={faultsBelow(faults, `parts.${at}.answers`)}
            people={people}
            clientId={item.clientId}
            onChange={(answers) => change({ parts: { ...values.parts, [part.id]: answers } })}
          />
        </section>
      ))}
      <Select
        label={ui('order.forWhom')}
        searchable
        clearable
        limit={MOST_OFFERED}
        placeholder={usually}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.forContactId}
        error={faults['forContactId']}
        onChange={(forContactId) => change({ forContactId })}
      />
      <Textarea
        label={ui('order.why')}
        description={item.needsApproval ? ui('order.whyRead') : undefined}
        autosize
        minRows={2}
        maxLength={2_000}
        value={values.reason}
        error={faults['reason']}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
    </>
  );
}
