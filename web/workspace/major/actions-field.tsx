import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Select } from '#web/ui/form/select.tsx';
import { IconX } from '#web/ui/icons.ts';

export type ReviewAction = { readonly text: string; readonly staffId: string | null; readonly dueOn: string | null };
type Props = {
  actions: readonly ReviewAction[];
  people: { value: string; label: string }[];
  fault: string | undefined;
  onChange(actions: readonly ReviewAction[]): void;
};

/** What is to be done after a major incident, by whom and by when; each becomes a task. */
export function ActionsField({ actions, people, fault, onChange }: Props) {
  const change = (at: number, part: Partial<ReviewAction>) =>
    onChange(actions.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="f-major-actions">
      <legend>Actions</legend>
      <p className="f-dim f-plain">Each becomes a task of whoever is to do it.</p>
      {fault && <p role="alert">{fault}</p>}
      {actions.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
        <div key={at} className="f-major-action">
          <TextInput
            aria-label={`Action ${at + 1}`}
            placeholder="What is to be done"
            maxLength={200}
            value={one.text}
            onChange={(event) => change(at, { text: event.currentTarget.value })}
          />
          <Select
            aria-label={`Who does action ${at + 1}`}
            placeholder="Nobody yet"
            clearable
            searchable
            data={people}
            value={one.staffId}
            onChange={(staffId) => change(at, { staffId })}
          />
          <TextInput
            type="date"
            aria-label={`Action ${at + 1} by`}
            value={one.dueOn ?? ''}
            onChange={(event) => change(at, { dueOn: event.currentTarget.value || null })}
          />
          <ActionIcon
            aria-label={`Remove action ${at + 1}`}
            onClick={() => onChange(actions.filter((_, index) => index !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => onChange([...actions, { text: '', staffId: null, dueOn: null }])}
      >
        Add an action
      </Button>
    </fieldset>
  );
}
