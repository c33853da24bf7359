import type { TicketTemplateView } from '#client/index.ts';
import type { Level } from '#kernel/priority.ts';
import type { Form } from './form.ts';

/** The text of a template's description, line by line, as the panel's plain field shows it. */
export function textOf(html: string): string {
  const lines = html.replace(/<\/(p|li|h[1-6])>|<br\s*\/?>/g, '\n');
  return (new DOMParser().parseFromString(lines, 'text/html').body.textContent ?? '').trim();
}

/** What the panel shows once a template is chosen. Words that somebody wrote themselves stay. */
export function filled(
  form: Form,
  template: TicketTemplateView,
  before: TicketTemplateView | undefined,
): Partial<Form> {
  const { fields, id, name } = template;
  const titleBefore = before && (before.fields.title ?? before.name);
  const textBefore = before && textOf(before.fields.description ?? '');
  return {
    templateId: id,
    kind: fields.kind,
    ...(form.title.trim() === '' || form.title === titleBefore ? { title: fields.title ?? name } : {}),
    ...(form.description.trim() === '' || form.description === textBefore
      ? { description: textOf(fields.description ?? '') }
      : {}),
    ...(fields.impact ? { impact: fields.impact as Level } : {}),
    ...(fields.urgency ? { urgency: fields.urgency as Level } : {}),
    ...(fields.source ? { source: fields.source } : {}),
    categoryId: fields.categoryId ?? null,
    serviceId: fields.serviceId ?? null,
  };
}
