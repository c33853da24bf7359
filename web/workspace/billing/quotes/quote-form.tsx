import type { QuoteDetail } from '#shared/quote.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { Section } from '#web/ui/form/section.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { type DraftLine, draftOf, inputOf } from './draft-line.ts';
import { LinesEditor } from './lines-editor.tsx';
import { QUOTES_TOUCHED } from './touched.ts';

type Values = {
  title: string;
  contactId: string | null;
  currency: string;
  validUntil: string;
  introduction: string;
  terms: string;
  lines: readonly DraftLine[];
};
const LABELS = {
  ...{ title: 'What it is about', contactId: 'For', currency: 'Currency', validUntil: 'Valid until' },
  ...{ introduction: 'Introduction', terms: 'Terms', lines: 'Lines' },
} as const;

const valuesOf = (quote: QuoteDetail): Values => ({
  ...{ title: quote.title, contactId: quote.contact?.id ?? null, currency: quote.currency },
  ...{ validUntil: quote.validUntil, introduction: quote.introduction, terms: quote.terms },
  lines: quote.lines.map(draftOf),
});

/** A draft of a quote: for whom, what is offered, and the words around it. Everything is saved together. */
export function QuoteForm({ quote }: { quote: QuoteDetail }) {
  const { id, client, version } = quote;
  const { data: contacts } = useGet('GET /clients/{id}/signers', { params: { id: client.id } });
  // Whom a draft names stays named until somebody else is chosen.
  const offered = contacts?.items ?? [];
  const kept = quote.contact && !offered.some(({ id: one }) => one === quote.contact?.id) ? [quote.contact] : [];
  const form = useForm<Values>({
    values: valuesOf(quote),
    version,
    rules: { title: needed('what it is about'), validUntil: needed('until when it can be accepted') },
    parts: ['lines'],
    save: ({ values, version: at }) => {
      const { lines, currency, ...rest } = values;
      const body = { version: at, ...rest, currency: currency.trim().toUpperCase(), lines: lines.map(inputOf) };
      return send('PATCH /quotes/{id}', { params: { id }, body }, QUOTES_TOUCHED);
    },
  });
  return (
    <FormShell form={form} submit="Save" labels={LABELS} show={() => 'changed'}>
      <TextField form={form} name="title" label={LABELS.title} maxLength={200} required />
      <div className="f-billing-bar">
        <PickField
          form={form}
          name="contactId"
          label={LABELS.contactId}
          placeholder="Who looks after the company"
          searchable
          clearable
          data={named([...kept, ...offered])}
        />
        <TextField form={form} name="validUntil" type="date" label={LABELS.validUntil} />
        <TextField form={form} name="currency" label={LABELS.currency} maxLength={3} w={90} />
      </div>
      <AreaField form={form} name="introduction" label={LABELS.introduction} autosize minRows={2} maxLength={10_000} />
      <Section
        title="Lines"
        help="Type a code or a name to add what is in the price book. Alt with an arrow key moves a line."
      >
        <LinesEditor
          lines={form.values.lines}
          currency={form.values.currency}
          errors={form.errors}
          onChange={(lines) => form.set('lines', lines)}
        />
      </Section>
      <AreaField form={form} name="terms" label={LABELS.terms} autosize minRows={2} maxLength={20_000} />
    </FormShell>
  );
}
