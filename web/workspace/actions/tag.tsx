import { Button, Group, TagsInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Refused } from './refused.tsx';
import { namesOf, type Target } from './store.ts';
import { useApply } from './use-apply.ts';

/** Adding tags. */
export function TagDialog({ targets }: { targets: readonly Target[] }) {
  const [tags, setTags] = useState<string[]>([]);
  const apply = useApply(targets);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tags.length > 0) apply.run({ addTags: tags }, `tagged ${tags.join(', ')}`);
  };
  return (
    <form className="f-action-form" onSubmit={submit}>
      <h2>Tag {namesOf(targets)}</h2>
      <TagsInput
        label="Tags"
        description="Enter after each"
        value={tags}
        onChange={setTags}
        maxTags={10}
        data-autofocus
      />
      <Refused error={apply.error} />
      <Group justify="flex-end">
        <Button type="submit" loading={apply.isPending} disabled={tags.length === 0}>
          Add
        </Button>
      </Group>
    </form>
  );
}
