import type { Form } from '#kernel/form.ts';
import type { Say } from '#platform/words/index.ts';
import type { ApprovalView } from '#shared/approval.ts';
import type { CatalogueCard, CatalogueItem, QuoteView } from '#shared/request.ts';

/** A card of the catalogue as its reader reads it. */
export const cardSaid = <C extends CatalogueCard>(card: C, say: Say): C => ({
  ...card,
  name: say(card.name, 'item'),
  summary: say(card.summary, 'item'),
  heading: say(card.heading, 'item'),
});

/** A form as its reader reads it. Answers and conditions keep to the options as they were written. */
export const formSaid = <F extends Form>(form: F, say: Say): F => ({
  ...form,
  fields: form.fields.map((field) => ({
    ...field,
    label: say(field.label, 'item'),
    help: say(field.help, 'item'),
    ...(field.options.length > 0 ? { optionWords: field.options.map((option) => say(option, 'item')) } : {}),
  })),
});

/** An item with its form, and those of what it brings. */
export const itemSaid = (item: CatalogueItem, say: Say): CatalogueItem => ({
  ...cardSaid(item, say),
  description: say(item.description, 'item'),
  form: formSaid(item.form as Form, say) as CatalogueItem['form'],
  parts: item.parts.map((part) => ({
    ...cardSaid(part, say),
    form: formSaid(part.form as Form, say) as CatalogueItem['form'],
  })),
});

export const quoteSaid = (quote: QuoteView, say: Say): QuoteView => ({
  ...quote,
  approval: quote.approval.map((step) => ({
    ...step,
    step: say(step.step, 'item'),
    parts: step.parts.map((part) => say(part, 'item')),
  })),
});

export const approvalSaid = (approval: ApprovalView, say: Say): ApprovalView => ({
  ...approval,
  steps: approval.steps.map((step) => ({ ...step, name: say(step.name, 'item') })),
});
