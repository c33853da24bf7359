import { TagsInput } from '@mantine/core';
import { ActionForm } from './action-form.tsx';
import { Refused } from './refused.tsx';
import { namesOf, type Target } from './store.ts';
import { useApply } from './use-apply.ts';
import { useKeptWords } from './use-kept-words.ts';

/** Adding tags. */
export function TagDialog({ targets }: { targets: readonly Target[] }) {
  const kept = useKeptWords('tag', targets, { tags: [] as string[] });
  const { tags } = kept.values;
  const apply = useApply(targets, kept.clear);
  return (
    <ActionForm
      title={`Tag ${namesOf(targets)}`}
      verb="Add"
      onSubmit={() => apply.run({ addTags: tags }, `tagged ${tags.join(', ')}`)}
      busy={apply.isPending}
      disabled={tags.length === 0}
      kept={kept}
    >
      <TagsInput
        label="Tags"
        description="Enter after each"
        value={tags}
        onChange={(next) => kept.change({ tags: next })}
        maxTags={10}
        data-autofocus
      />
      <Refused error={apply.error} />
    </ActionForm>
  );
}
