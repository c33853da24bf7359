import type { ProjectView } from '#shared/project.ts';
import { CHARGED, CHARGED_WORDS, type Charged } from '#shared/project-words.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { amount } from '../billing/rules.ts';
import { useClients, useWorkers } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { send } from '../session/send.ts';
import { hours, minorOf, minutesOf, textOfMinor, textOfMinutes } from './amounts.ts';
import { PROJECT_TOUCHED } from './touched.ts';

type Values = {
  clientId: string | null;
  templateId: string | null;
  name: string;
  description: string;
  managerId: string | null;
  contractId: string | null;
  charged: string | null;
  begins: string;
  ends: string;
  budgetHours: string;
  budgetAmount: string;
};
const LABELS = {
  ...{ clientId: 'Client', templateId: 'From a template', name: 'Name', description: 'What it is about' },
  ...{ managerId: 'Manager', contractId: 'Contract', charged: 'How it is charged', begins: 'First day' },
  ...{ ends: 'Last day', budgetHours: 'Hours', budgetAmount: 'Budget or price' },
} as const;

const valuesOf = (project: ProjectView): Values => ({
  ...{ clientId: project.client.id, templateId: null, name: project.name, description: project.description },
  ...{ managerId: project.manager?.id ?? null, contractId: project.contract?.id ?? null, charged: project.charged },
  ...{ begins: project.begins ?? '', ends: project.ends ?? '', budgetHours: textOfMinutes(project.budgetMinutes) },
  budgetAmount: textOfMinor(project.budgetAmount, project.currency),
});

type Props = { project: ProjectView | null; clientId: string | null; onClose(): void; onMade?(id: string): void };

/** A project: whose, how it is charged, when, and what it may take. */
export function ProjectForm({ project, clientId, onClose, onMade }: Props) {
  const can = useCan();
  const money = can('contract.read');
  const clients = useClients();
  const { data: templates } = useGet('GET /project-templates', {}, { enabled: !project });
  const form = useForm<Values>({
    values: project
      ? valuesOf(project)
      : {
          ...{ clientId, templateId: null, name: '', description: '', managerId: null, contractId: null },
          ...{ charged: 'time', begins: '', ends: '', budgetHours: '', budgetAmount: '' },
        },
    version: project?.version ?? 0,
    rules: {
      name: needed('a name such as New office'),
      clientId: needed('the client'),
      budgetHours: hours,
      budgetAmount: amount,
    },
    rename: (path) => (path === 'budgetMinutes' ? 'budgetHours' : path),
    save: async ({ values, version }) => {
      const { name, description, managerId, contractId } = values;
      const charged = (values.charged ?? 'time') as Charged;
      const fields = { name, description, managerId, begins: values.begins || null, ends: values.ends || null };
      const budget = { budgetMinutes: minutesOf(values.budgetHours) };
      if (project) {
        const paid = money ? { contractId, budgetAmount: minorOf(values.budgetAmount, project.currency) } : {};
        const settled = project.state === 'draft' ? { charged } : {};
        const body = { version, ...fields, ...budget, ...paid, ...settled };
        await send('PATCH /projects/{id}', { params: { id: project.id }, body }, PROJECT_TOUCHED);
        return;
      }
      const templated = values.templateId ? { templateId: values.templateId } : {};
      const paid = money
        ? { contractId, ...(values.budgetAmount.trim() ? { budget: values.budgetAmount.trim() } : {}) }
        : {};
      const body = { clientId: values.clientId ?? '', charged, ...fields, ...budget, ...templated, ...paid };
      onMade?.((await send('POST /projects', { body }, PROJECT_TOUCHED)).id);
    },
    latest: async () => {
      const stored = await call('GET /projects/{id}', { params: { id: project?.id ?? '' } });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: () => project && onClose(),
  });
  const client = form.values.clientId;
  const workers = useWorkers(client ? [client] : []);
  const { data: contracts } = useGet(
    'GET /contracts',
    { query: client ? { clientId: client } : {} },
    { enabled: money && client !== null },
  );
  const settled = project !== null && project.state !== 'draft';
  return (
    <FormShell form={form} submit={project ? 'Save' : 'Draft the project'} onCancel={onClose} labels={LABELS}>
      {!project && (
        <div className="f-billing-bar">
          <PickField form={form} name="clientId" label={LABELS.clientId} data={named(clients)} searchable />
          <PickField
            form={form}
            name="templateId"
            label={LABELS.templateId}
            placeholder="None"
            clearable
            data={named(templates?.items ?? [])}
          />
        </div>
      )}
      <TextField form={form} name="name" label={LABELS.name} required />
      <AreaField form={form} name="description" label={LABELS.description} autosize minRows={2} />
      <div className="f-billing-bar">
        <PickField
          form={form}
          name="charged"
          label={LABELS.charged}
          description={CHARGED_WORDS[(form.values.charged ?? 'time') as Charged].help}
          disabled={settled}
          data={CHARGED.map((value) => ({ value, label: CHARGED_WORDS[value].name }))}
        />
      </div>
      <div className="f-billing-bar">
        <TextField form={form} name="begins" type="date" label={LABELS.begins} />
        <TextField form={form} name="ends" type="date" label={LABELS.ends} />
        <TextField
          form={form}
          name="budgetHours"
          label={LABELS.budgetHours}
          description="As planned; empty: not said"
          inputMode="decimal"
        />
        {money && (
          <TextField
            form={form}
            name="budgetAmount"
            label={form.values.charged === 'fixed' ? 'Price' : 'Budget'}
            description={project ? project.currency : 'In the client’s currency'}
            inputMode="decimal"
          />
        )}
      </div>
      <div className="f-billing-bar">
        <PickField form={form} name="managerId" label={LABELS.managerId} clearable searchable data={named(workers)} />
        {money && (
          <PickField
            form={form}
            name="contractId"
            label={LABELS.contractId}
            placeholder="None"
            clearable
            data={named(contracts?.items ?? [])}
          />
        )}
      </div>
    </FormShell>
  );
}
