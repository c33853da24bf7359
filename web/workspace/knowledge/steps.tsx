import { useState } from 'react';
import type { ArticleView } from '#shared/knowledge.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { AreaField, TextField } from '#web/ui/form/fields.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import { dayOrNone, notOver, ReaderFields, type ReaderValues, todayUtc } from './article-fields.tsx';
import { TOUCHED } from './touched.ts';
import { readersOf } from './words.ts';

type Props = { article: ArticleView; onClose(): void };

const HALF_A_YEAR_MS = 182 * 86_400_000;
const inHalfAYear = () => new Date(Date.now() + HALF_A_YEAR_MS).toISOString().slice(0, 10);

/** Puts the draft in force: why, and when it is to be looked at again. */
export function PublishForm({ article, onClose }: Props) {
  // What was looked at is what is published: somebody else's change meanwhile is refused.
  const [version] = useState(article.version);
  const { reviewOn } = article;
  const form = useForm<{ note: string; reviewOn: string }>({
    values: { note: '', reviewOn: reviewOn && reviewOn > todayUtc() ? reviewOn : inHalfAYear() },
    rules: { reviewOn: notOver() },
    save: ({ values }) =>
      send(
        'POST /articles/{id}/publish',
        {
          params: { id: article.id },
          body: { version, note: values.note.trim(), reviewOn: dayOrNone(values.reviewOn) },
        },
        TOUCHED,
      ),
    onSaved: () => {
      toast.done(`Published for: ${readersOf(article)}`);
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Publish" onCancel={onClose}>
      <p className="f-plain">
        It is read by: <strong>{readersOf(article)}</strong>.
        {article.published && ` Version ${article.published.number} stays in its history.`}
      </p>
      <AreaField
        form={form}
        name="note"
        label="What is new"
        description="For whoever reads its history"
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
      />
      <TextField form={form} name="reviewOn" label="Review by" description="Empty: never" type="date" />
    </FormShell>
  );
}

/** Gives a draft back from review. */
export function ReturnForm({ article, onClose }: Props) {
  const form = useForm<{ remark: string }>({
    values: { remark: '' },
    save: ({ values }) =>
      send(
        'POST /articles/{id}/return',
        { params: { id: article.id }, body: { version: article.version, remark: values.remark.trim() } },
        TOUCHED,
      ),
    onSaved: () => {
      toast.done('Given back to its writer');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Give back" onCancel={onClose}>
      <AreaField
        form={form}
        name="remark"
        label="What is to be changed"
        autosize
        minRows={3}
        maxLength={2_000}
        data-autofocus
      />
    </FormShell>
  );
}

/** Decides who reads it. */
export function ReadersForm({ article, onClose }: Props) {
  const { id, visibility, clients } = article;
  const before = { visibility, clientIds: clients.map((client) => client.id) };
  const put = (values: ReaderValues, version: number) =>
    send(
      'PUT /articles/{id}/visibility',
      {
        params: { id },
        body: {
          version,
          visibility: values.visibility,
          ...(values.visibility === 'chosen' ? { clientIds: [...values.clientIds] } : {}),
        },
      },
      TOUCHED,
    );
  const form = useForm<ReaderValues>({
    values: before,
    rules: { clientIds: (ids, all) => (all.visibility === 'chosen' && ids.length === 0 ? 'Choose a client.' : null) },
    save: async ({ values }) => {
      const after = await put(values, article.version);
      toast.done(`It is for: ${readersOf(after)}`, {
        undo: () => put(before, after.version).catch((error: unknown) => toast.fault(error, 'Not taken back')),
      });
    },
    onSaved: onClose,
  });
  return (
    <FormShell form={form} submit="Save" onCancel={onClose}>
      <p className="f-plain f-dim">This holds at once, for what is in force and for what follows.</p>
      <ReaderFields form={form} />
    </FormShell>
  );
}
