import type { CannedReplyView } from '#client/index.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { ManyField, SwitchField, TextField, WordsField } from '#web/ui/form/fields.tsx';
import { RichField } from '#web/ui/form/rich-field.tsx';
import { needed, shaped } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useTeams } from '../../desk/names.ts';
import { useCan } from '../../session/me.ts';
import { send } from '../../session/send.ts';
import { DeleteButton } from '../lists/delete-button.tsx';
import { RecordList } from '../lists/record-list.tsx';
import { Variables } from './variables.tsx';

type Values = Pick<CannedReplyView, 'name' | 'shortcut' | 'folder' | 'tags' | 'shared' | 'teamIds' | 'body'>;
const NEW: Values = { name: '', shortcut: '', folder: '', tags: [], shared: false, teamIds: [], body: '' };
const LABELS = {
  name: 'Name',
  shortcut: 'Shortcut',
  folder: 'Folder',
  tags: 'Tags',
  shared: 'Shared',
  teamIds: 'For teams',
  body: 'Text',
} as const;

const valuesOf = ({ name, shortcut, folder, tags, shared, teamIds, body }: CannedReplyView): Values => ({
  name,
  shortcut,
  folder,
  tags,
  shared,
  teamIds,
  body,
});

/** Replies written once: one's own, and those that everybody or some teams share. */
export default function CannedPage() {
  const can = useCan();
  const manages = can('library.manage');
  const { data, error, refetch } = useGet('GET /canned-replies', { query: manages ? { all: true } : {} });
  return (
    <RecordList
      title="Canned replies"
      one="canned reply"
      help="Type ; and the shortcut while you write on a ticket. Words such as {{ticket.key}} are filled in from it."
      empty="What you write every day, write once, well, and with the right name in it."
      lines={data?.items.map((reply) => ({
        record: reply,
        id: reply.id,
        name: reply.name,
        words: [reply.shortcut, reply.folder, ...reply.tags].join(' '),
        editable: reply.shared ? manages : reply.mine,
        note: [reply.shortcut && `;${reply.shortcut}`, reply.folder, reply.shared ? 'Shared' : 'Your own']
          .filter(Boolean)
          .join(' · '),
      }))}
      error={error}
      onRetry={() => void refetch()}
      mayEdit={can('ticket.reply')}
      form={(reply, onClose) => <CannedForm reply={reply} onClose={onClose} />}
    />
  );
}

function CannedForm({ reply, onClose }: { reply: CannedReplyView | null; onClose(): void }) {
  const can = useCan();
  const teams = useTeams();
  const form = useForm<Values>({
    values: reply ? valuesOf(reply) : NEW,
    version: reply?.version ?? 0,
    rules: {
      name: needed('a name'),
      body: needed('the text'),
      shortcut: shaped(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'Use small letters, digits, - and _, such as reset.'),
    },
    draft: `canned-reply.${reply?.id ?? 'new'}`,
    save: ({ values, changed, version }) =>
      reply
        ? send('PATCH /canned-replies/{id}', { params: { id: reply.id }, body: { version, ...changed } }, [
            'GET /canned-replies',
          ])
        : send('POST /canned-replies', { body: values }, ['GET /canned-replies']),
    latest: async () => {
      if (!reply) return { values: NEW, version: 0 };
      const stored = await call('GET /canned-replies/{id}', { params: { id: reply.id } });
      return { values: valuesOf(stored), version: stored.version };
    },
    onSaved: onClose,
  });
  return (
    <FormShell
      form={form}
      submit={reply ? 'Save' : 'Create canned reply'}
      onCancel={onClose}
      labels={LABELS}
      more={
        reply && (
          <DeleteButton
            what={`the canned reply “${reply.name}”`}
            body="Nobody finds it any more. What was sent with it stays as it is."
            remove={() => send('DELETE /canned-replies/{id}', { params: { id: reply.id } }, ['GET /canned-replies'])}
            onGone={onClose}
          />
        )
      }
    >
      <div className="f-form-pair">
        <TextField form={form} name="name" label={LABELS.name} required data-autofocus />
        <TextField form={form} name="shortcut" label={LABELS.shortcut} description="Typed after ;" />
      </div>
      <RichField
        label={LABELS.body}
        placeholder="Hello {{requester.firstName | there}}, …"
        value={form.values.body}
        error={form.errors['body']}
        onChange={(body) => form.set('body', body)}
        onSubmit={() => void form.submit()}
      />
      <Variables />
      <div className="f-form-pair">
        <TextField form={form} name="folder" label={LABELS.folder} placeholder="Printing/Paper" />
        <WordsField form={form} name="tags" label={LABELS.tags} />
      </div>
      {can('library.manage') && (
        <SwitchField form={form} name="shared" label={LABELS.shared} description="Otherwise it is yours alone" />
      )}
      {form.values.shared && (
        <ManyField
          form={form}
          name="teamIds"
          label={LABELS.teamIds}
          description="None: everybody"
          data={named(teams)}
        />
      )}
    </FormShell>
  );
}
