import type { TicketTemplateView } from '#client/index.ts';
import type { Level } from '#kernel/priority.ts';
import { plainText } from '#web/ui/text/plain.ts';
import type { Form } from './form.ts';

/** What the panel shows once a template is chosen. Words that somebody wrote themselves stay. */
export function filled(
  form: Form,
  template: TicketTemplateView,
  before: TicketTemplateView | undefined,
): Partial<Form> {
  const { fields, id, name } = template;
  const titleBefore = before && (before.fields.title ?? before.name);
  const textBefore = before && plainText(before.fields.description ?? '');
  return {
    templateId: id,
    kind: fields.kind,
    ...(form.title.trim() === '' || form.title === titleBefore ? { title: fields.title ?? name } : {}),
    ...(form.description.trim() === '' || form.description === textBefore
      ? { description: plainText(fields.description ?? '') }
      : {}),
    ...(fields.impact ? { impact: fields.impact as Level } : {}),
    ...(fields.urgency ? { urgency: fields.urgency as Level } : {}),
    ...(fields.source ? { source: fields.source } : {}),
    categoryId: fields.categoryId ?? null,
    serviceId: fields.serviceId ?? null,
  };
}
