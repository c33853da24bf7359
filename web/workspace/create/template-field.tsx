import type { TicketTemplateView } from '#client/index.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useTeams } from '../desk/names.ts';
import type { Form } from './form.ts';
import { filled } from './template.ts';

type Props = { form: Form; templates: readonly TicketTemplateView[]; change(part: Partial<Form>): void };

/** What comes again and again is written down once: a template fills the panel, and brings what the panel does not show. */
export function TemplateField({ form, templates, change }: Props) {
  const teams = useTeams();
  if (templates.length === 0) return null;
  const chosen = templates.find(({ id }) => id === form.templateId);
  const brings = chosen && [
    ...(chosen.items.length > 0 ? [`a checklist of ${chosen.items.length}`] : []),
    ...teams.filter(({ id }) => id === chosen.fields.teamId).map(({ name }) => `team ${name}`),
    ...(chosen.fields.tags?.length ? [`tags ${chosen.fields.tags.join(', ')}`] : []),
  ];
  return (
    <Select
      label="Template"
      placeholder="None"
      searchable
      clearable
      data={templates.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen?.id ?? null}
      description={brings?.length ? `Brings ${brings.join(', ')}` : undefined}
      onChange={(id) => {
        const next = templates.find((one) => one.id === id);
        change(next ? filled(form, next, chosen) : { templateId: null });
      }}
    />
  );
}
