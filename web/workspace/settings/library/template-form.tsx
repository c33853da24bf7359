import type { TicketTemplateView } from '#client/index.ts';
import { call } from '#web/api/client.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, PickField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { LinesField } from '#web/ui/form/lines-field.tsx';
import { RichField } from '#web/ui/form/rich-field.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { CustomValuesFields } from '../../desk/custom-values.tsx';
import { useCategories, useServices, useTeams, useWorkers } from '../../desk/names.ts';
import { send } from '../../session/send.ts';
import { DeleteButton } from '../lists/delete-button.tsx';
import { KINDS, LEVELS } from './choices.ts';
import { lineFault, showLines } from './lines.ts';
import { NEW_TEMPLATE, type TemplateValues, templateFields, templateValues } from './template-values.ts';

const TOUCHED = ['GET /ticket-templates', 'GET /recurring-tickets'] as const;
const LABELS = { name: 'Name', description: 'When to use it', folder: 'Folder', title: 'Title', text: 'Description' };

/** Faults of the ticket's fields come as `fields.…`; the form has them by their own names. */
const FIELDS = { description: 'text' } as const;

type Props = { template: TicketTemplateView | null; onClose(): void };

/** One template: what it is called, and the ticket that it makes. */
export function TemplateForm({ template, onClose }: Props) {
  const categories = useCategories();
  const services = useServices();
  const teams = useTeams();
  const staff = useWorkers();
  const form = useForm<TemplateValues>({
    values: template ? templateValues(template) : NEW_TEMPLATE,
    version: template?.version ?? 0,
    rules: { name: needed('a name such as New starter'), items: lineFault(0) },
    draft: `ticket-template.${template?.id ?? 'new'}`,
    rename: (path) => {
      const [first, name = ''] = path.split('.');
      return first === 'fields' ? (FIELDS[name as keyof typeof FIELDS] ?? name) : path;
    },
    save: ({ values, version }) => {
      const { name, description, folder, items } = values;
      const body = { name, description, folder, items, fields: templateFields(values, template?.fields) };
      return template
        ? send('PATCH /ticket-templates/{id}', { params: { id: template.id }, body: { version, ...body } }, TOUCHED)
        : send('POST /ticket-templates', { body }, TOUCHED);
    },
    latest: async () => {
      if (!template) return { values: NEW_TEMPLATE, version: 0 };
      const stored = await call('GET /ticket-templates/{id}', { params: { id: template.id } });
      return { values: templateValues(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  const { kind, teamId } = form.values;
  const team = teams.find(({ id }) => id === teamId);
  const people = staff.filter(({ id, active }) => active && (!team || team.members.some((one) => one.staffId === id)));
  const open = 'Left open';
  return (
    <FormShell
      form={form}
      submit={template ? 'Save' : 'Create template'}
      onCancel={onClose}
      labels={LABELS}
      show={showLines}
      more={
        template && (
          <DeleteButton
            what={`the template “${template.name}”`}
            body="Tickets that were made from it stay. Recurring tickets that use it have to end first."
            remove={() => send('DELETE /ticket-templates/{id}', { params: { id: template.id } }, TOUCHED)}
            onGone={onClose}
          />
        )
      }
    >
      <div className="f-form-pair">
        <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
        <TextField form={form} name="folder" label={LABELS.folder} placeholder="People/Joining" maxLength={100} />
      </div>
      <AreaField form={form} name="description" label={LABELS.description} minRows={2} maxRows={6} />
      <h3 className="f-form-part">The ticket</h3>
      <div className="f-form-pair">
        <PickField form={form} name="kind" label="Kind" data={KINDS} />
        <TextField
          form={form}
          name="title"
          label={LABELS.title}
          placeholder={form.values.name || 'As the template is called'}
          maxLength={300}
        />
      </div>
      <RichField
        label={LABELS.text}
        placeholder="What is to be done, or asked"
        value={form.values.text}
        error={form.errors['text']}
        onChange={(text) => form.set('text', text)}
      />
      <div className="f-form-pair">
        <PickField form={form} name="impact" label="Impact" placeholder={open} clearable data={LEVELS} />
        <PickField form={form} name="urgency" label="Urgency" placeholder={open} clearable data={LEVELS} />
      </div>
      <div className="f-form-pair">
        <PickField
          form={form}
          name="categoryId"
          label="Category"
          placeholder={open}
          clearable
          data={categories.filter(({ active }) => active).map(({ id, path }) => ({ value: id, label: path }))}
        />
        <PickField
          form={form}
          name="serviceId"
          label="Service"
          placeholder={open}
          clearable
          data={named(services.filter(({ active }) => active))}
        />
      </div>
      <div className="f-form-pair">
        <PickField
          form={form}
          name="teamId"
          label="Team"
          placeholder="As category and service say"
          clearable
          data={named(teams.filter(({ active }) => active))}
        />
        <PickField
          form={form}
          name="assigneeId"
          label="Person"
          placeholder="As the team assigns"
          clearable
          data={named(people)}
        />
      </div>
      <WordsField form={form} name="tags" label="Tags" description="Each closed by Enter" />
      <CustomValuesFields
        kind={kind}
        values={form.values.custom}
        {...(form.errors['custom'] ? { error: form.errors['custom'] } : {})}
        onChange={(custom) => form.set('custom', custom)}
      />
      <LinesField
        label="Checklist"
        items={form.values.items}
        {...(form.errors['items'] ? { error: form.errors['items'] } : {})}
        onChange={(items) => form.set('items', items)}
      />
    </FormShell>
  );
}
