import { useState } from 'react';
import { type ItemTerms, includeParts } from '#kernel/catalogue.ts';
import { type Answers, evaluateForm, validateForm } from '#kernel/form.ts';
import { formatMoney } from '#shared/money-words.ts';
import { useGet } from '#web/api/use.ts';
import { AnswersForm } from '#web/ui/answers/answers-form.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { dayIn } from '#web/ui/marks/day-in.ts';
import { ItemIcon } from '#web/ui/marks/item-icon.tsx';
import { useReader } from '#web/ui/marks/reader.ts';

/** How people see the item, to be tried out; nothing is sent. */
export function Preview({ terms }: { terms: ItemTerms }) {
  const [answers, setAnswers] = useState<Answers>({});
  const today = dayIn(Date.now(), useReader().timeZone);
  const faults = validateForm(terms.form);
  const known = new Set(terms.form.fields.map(({ key }) => key));
  const kept = Object.fromEntries(Object.entries(answers).filter(([key]) => known.has(key)));
  const evaluated = faults.length === 0 ? evaluateForm(terms.form, kept, today) : null;
  const missing = evaluated?.faults.length ?? 0;
  const items = useGet('GET /catalogue-items', {}).data?.items ?? [];
  const brought = includeParts(terms.parts, evaluated?.answers ?? {}).flatMap((part) =>
    part.included ? [part.itemId] : [],
  );
  const approved = items
    .filter(({ id, needsApproval }) => needsApproval && brought.includes(id))
    .map(({ name }) => name);
  return (
    <Section title="As people see it" help="Try it: the form changes with the answers. Nothing is sent.">
      <div className="f-item-card">
        <span className="f-item-name">
          <ItemIcon icon={terms.icon} /> <bdi>{terms.name}</bdi>
        </span>
        {terms.summary && <span className="f-dim">{terms.summary}</span>}
        <span>
          {terms.price ? formatMoney(terms.price) : 'No price'}
          {terms.deliveryDays !== null && ` · ${terms.deliveryDays} business days`}
          {(terms.approval || approved.length > 0) && ' · needs approval'}
          {approved.length > 0 && (
            <>
              , {terms.approval ? 'also ' : ''}for <bdi>{approved.join(', ')}</bdi>
            </>
          )}
        </span>
        <AnswersForm form={terms.form} answers={kept} errors={{}} people={[]} clientId={null} onChange={setAnswers} />
        <p className="f-plain f-dim" role="status">
          {faults.length > 0
            ? `The form cannot be published yet: ${faults[0]?.path.replaceAll('.', ' › ')} ${faults[0]?.message}.`
            : missing > 0
              ? `${missing} still to be answered.`
              : 'It could be sent.'}
        </p>
      </div>
    </Section>
  );
}
