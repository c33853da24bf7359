import type { CategoryView } from '#shared/classification.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField, SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useTeams } from '../../desk/names.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { RecordList } from './record-list.tsx';
import { asTree, withBelow } from './tree.ts';

type Values = Pick<CategoryView, 'name' | 'parentId' | 'teamId' | 'skills' | 'active'>;
const NEW: Values = { name: '', parentId: null, teamId: null, skills: [], active: true };
const valuesOf = ({ name, parentId, teamId, skills, active }: CategoryView): Values => ({
  name,
  parentId,
  teamId,
  skills,
  active,
});
const LABELS = { name: 'Name', parentId: 'Below', teamId: 'Team', skills: 'Skills', active: 'Active' } as const;

/** The tree of categories: what a ticket is about, and who is good at it. */
export default function CategoriesPage() {
  const can = useCan();
  const teams = useTeams();
  const { data, error, refetch } = useGet('GET /categories', {});
  const all = data?.items;
  return (
    <RecordList
      title="Categories"
      one="category"
      help="What a ticket is about. A category may name the team that deals with it and the skills it takes; assignment by skill uses both."
      empty="Categories tell where the work comes from, and send it to the right team by themselves."
      lines={
        all &&
        asTree(all).map(({ node, depth }) => ({
          record: node,
          id: node.id,
          name: node.name,
          active: node.active,
          depth,
          note: [teams.find(({ id }) => id === node.teamId)?.name, ...node.skills].filter(Boolean).join(' · '),
        }))
      }
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('settings.manage')}
      form={(category, onClose) => <CategoryForm category={category} all={all ?? []} onClose={onClose} />}
    />
  );
}

type Props = { category: CategoryView | null; all: readonly CategoryView[]; onClose(): void };

function CategoryForm({ category, all, onClose }: Props) {
  const teams = useTeams();
  const form = useForm<Values>({
    values: category ? valuesOf(category) : NEW,
    version: category?.version ?? 0,
    rules: { name: needed('a name such as Printing') },
    draft: `category.${category?.id ?? 'new'}`,
    save: ({ values: { active: _active, ...body }, changed, version }) =>
      category
        ? send('PATCH /categories/{id}', { params: { id: category.id }, body: { version, ...changed } }, [
            'GET /categories',
          ])
        : send('POST /categories', { body }, ['GET /categories']),
    latest: async () => {
      const { items } = await call('GET /categories', {});
      const stored = items.find(({ id }) => id === category?.id);
      return stored ? { values: valuesOf(stored), version: stored.version } : { values: NEW, version: 0 };
    },
    onSaved: onClose,
  });
  const own = category ? withBelow(all, category.id) : new Set<string>();
  const parents = all.filter(({ id }) => !own.has(id)).map(({ id, path }) => ({ value: id, label: path }));
  return (
    <FormShell form={form} submit={category ? 'Save' : 'Create category'} onCancel={onClose} labels={LABELS}>
      <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
      <PickField
        form={form}
        name="parentId"
        label={LABELS.parentId}
        placeholder="Top of the tree"
        clearable
        data={parents}
      />
      <PickField
        form={form}
        name="teamId"
        label={LABELS.teamId}
        description="New tickets of this category go there"
        placeholder="As the category above"
        clearable
        data={named(teams)}
      />
      <WordsField
        form={form}
        name="skills"
        label={LABELS.skills}
        description="Each closed by Enter"
        placeholder="Add a skill"
      />
      {category && (
        <SwitchField
          form={form}
          name="active"
          label={LABELS.active}
          description="An inactive category is offered no more"
        />
      )}
    </FormShell>
  );
}
