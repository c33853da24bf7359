import type { ArticleView } from '#shared/knowledge.ts';
import type { ArticleVisibility } from '#shared/knowledge-words.ts';
import { languages, named } from '#web/ui/form/choices.ts';
import { ManyField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { RichField } from '#web/ui/form/rich-field.tsx';
import { needed, type Rules } from '#web/ui/form/rules.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { useCategories, useClients, useServices, useStaff } from '../desk/names.ts';
import { uploadPicture } from './upload-picture.ts';
import { READER_CHOICES, READERS } from './words.ts';

export type ArticleValues = {
  title: string;
  body: string;
  language: string;
  categoryId: string | null;
  serviceId: string | null;
  ownerId: string | null;
  reviewOn: string;
};
export type ReaderValues = { visibility: ArticleVisibility; clientIds: readonly string[] };

export const LABELS = {
  title: 'Title',
  body: 'Text',
  language: 'Language',
  categoryId: 'Category',
  serviceId: 'Service',
  ownerId: 'Owner',
  reviewOn: 'Review by',
} as const;

export const RULES: Rules<ArticleValues> = {
  title: needed('what it is about, in words that people would search for'),
  body: needed('the text'),
};

export const todayUtc = (): string => new Date().toISOString().slice(0, 10);

/** A day to look it through lies ahead, or stood there before. */
export const notOver =
  (before: string | null = null) =>
  (day: string): string | null =>
    day === '' || day === before || day >= todayUtc() ? null : 'This day is over. Take today or a later one.';

export const valuesOf = ({ draft, published, title, ...article }: ArticleView): ArticleValues => ({
  title: draft?.title ?? title,
  body: draft?.body ?? published?.body ?? '',
  language: article.language,
  categoryId: article.category?.id ?? null,
  serviceId: article.service?.id ?? null,
  ownerId: article.owner?.id ?? null,
  reviewOn: article.reviewOn ?? '',
});

/** A day that may be empty, as the API takes it. */
export const dayOrNone = (day: string): string | null => (day === '' ? null : day);

/** Title and text; a new one takes the keyboard at once. */
export function TextFields<V extends ArticleValues>({ form }: { form: Form<V> }) {
  const bound = form as unknown as Form<ArticleValues>;
  return (
    <>
      <TextField form={bound} name="title" label={LABELS.title} required maxLength={200} autoFocus={form.isNew} />
      <div className="f-article-editor">
        <RichField
          label={LABELS.body}
          placeholder="What to do, step by step. Pictures can be pasted."
          value={bound.values.body}
          error={bound.errors['body']}
          onChange={(html) => bound.set('body', html)}
          onSubmit={() => void bound.submit()}
          uploadPicture={uploadPicture}
        />
      </div>
    </>
  );
}

export function AboutFields<V extends ArticleValues>({ form }: { form: Form<V> }) {
  const bound = form as unknown as Form<ArticleValues>;
  const categories = useCategories().filter(({ active, id }) => active || id === bound.values.categoryId);
  const services = useServices().filter(({ active, id }) => active || id === bound.values.serviceId);
  const staff = useStaff().filter(({ active, id }) => active || id === bound.values.ownerId);
  return (
    <>
      <PickField
        form={bound}
        name="categoryId"
        label={LABELS.categoryId}
        clearable
        data={categories.map(({ id, path }) => ({ value: id, label: path }))}
      />
      <PickField form={bound} name="serviceId" label={LABELS.serviceId} clearable data={named(services)} />
      <PickField form={bound} name="language" label={LABELS.language} data={languages()} />
      <PickField
        form={bound}
        name="ownerId"
        label={LABELS.ownerId}
        description="Who keeps it right"
        clearable
        data={named(staff)}
      />
      <TextField
        form={bound}
        name="reviewOn"
        label={LABELS.reviewOn}
        description="From this day on it is listed as due"
        type="date"
      />
    </>
  );
}

/** For whom it is, and where that is chosen clients, which. */
export function ReaderFields<V extends ReaderValues>({ form }: { form: Form<V> }) {
  const bound = form as unknown as Form<ReaderValues>;
  const clients = useClients();
  const { visibility } = bound.values;
  return (
    <>
      <PickField
        form={bound}
        name="visibility"
        label="Who reads it, once it is published"
        description={READERS[visibility].help}
        data={READER_CHOICES}
      />
      {visibility === 'chosen' && (
        <ManyField form={bound} name="clientIds" label="Clients" required data={named(clients)} />
      )}
    </>
  );
}
