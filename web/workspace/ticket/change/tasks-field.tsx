import { Button, TextInput } from '@mantine/core';
import type { ModelTask } from '#shared/change.ts';
import { named } from '#web/ui/form/choices.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { MultiSelect, Select } from '#web/ui/form/select.tsx';
import { useTeams, useWorkers } from '../../desk/names.ts';
import { tidy, withAnother } from './task-list.ts';
import './change.css';

type Props = {
  tasks: readonly ModelTask[];
  /** Whose people may carry them out; empty for those who work for everybody. */
  clientIds: readonly string[];
  /** What is wrong, by path such as `tasks.0.title`. */
  errors: Readonly<Record<string, string>>;
  onChange(tasks: ModelTask[]): void;
};

/** Tasks in their order: what each waits for, its owner and its window. */
export function TasksField({ tasks, clientIds, errors, onChange }: Props) {
  const [teams, staff] = [useTeams(), useWorkers([...clientIds])];
  const set = (at: number, more: Partial<ModelTask>) =>
    onChange(tasks.map((task, nth) => (nth === at ? { ...task, ...more } : task)));
  const moveUp = (at: number) =>
    onChange(tidy(tasks.toSpliced(at - 1, 2, tasks[at] as ModelTask, tasks[at - 1] as ModelTask)));
  return (
    <>
      {tasks.map((task, at) => (
        <fieldset key={task.key} className="f-change-task">
          <legend>Task {at + 1}</legend>
          <TextInput
            label="What is done"
            value={task.title}
            maxLength={200}
            error={errors[`tasks.${at}.title`]}
            onChange={(event) => set(at, { title: event.currentTarget.value })}
          />
          <div className="f-two">
            <Select
              label="Person"
              placeholder="Nobody yet"
              clearable
              searchable
              data={named(staff)}
              value={task.staffId}
              onChange={(staffId) => set(at, { staffId })}
            />
            <Select
              label="Team"
              placeholder="No team"
              clearable
              data={named(teams)}
              value={task.teamId}
              onChange={(teamId) => set(at, { teamId })}
            />
          </div>
          <div className="f-two">
            <NumberInput
              label="Begins, minutes after the change does"
              value={task.startMinutes ?? ''}
              error={errors[`tasks.${at}.minutes`]}
              onChange={(value) => set(at, { startMinutes: typeof value === 'number' ? value : null })}
            />
            <NumberInput
              label="Takes, in minutes"
              min={1}
              value={task.minutes ?? ''}
              onChange={(value) => set(at, { minutes: typeof value === 'number' ? value : null })}
            />
          </div>
          {at > 0 && (
            <MultiSelect
              label="Waits for"
              placeholder={task.after.length === 0 ? 'Nothing: it can begin at once' : ''}
              data={tasks
                .slice(0, at)
                .map(({ key, title }, nth) => ({ value: key, label: title.trim() || `Task ${nth + 1}` }))}
              value={[...task.after]}
              error={errors[`tasks.${at}.after`]}
              onChange={(after) => set(at, { after })}
            />
          )}
          <div className="f-change-buttons">
            {at > 0 && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={`Move task ${at + 1} up`}
                onClick={() => moveUp(at)}
              >
                Move up
              </Button>
            )}
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={`Take off task ${at + 1}`}
              onClick={() => onChange(tidy(tasks.toSpliced(at, 1)))}
            >
              Take off
            </Button>
          </div>
        </fieldset>
      ))}
      <Button variant="default" onClick={() => onChange(withAnother(tasks))}>
        Add a task
      </Button>
    </>
  );
}
