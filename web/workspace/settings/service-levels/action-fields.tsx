import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { MultiSelect, Select } from '#web/ui/form/select.tsx';
import { useTeams, useWorkers } from '../../desk/names.ts';
import { ACTION_NAMES, RECIPIENTS } from './action-words.ts';
import type { Action } from './policy-values.ts';

const TYPES = Object.entries(ACTION_NAMES).map(([value, label]) => ({ value, label }));
const BLANKS: Readonly<Record<Action['type'], Action>> = {
  notify: { type: 'notify', who: ['assignee'] },
  raise_priority: { type: 'raise_priority' },
  reassign: { type: 'reassign' },
  page: { type: 'page' },
  macro: { type: 'macro', macroId: '' },
};

type Props<A extends Action = Action> = {
  action: A;
  /** For those who hear the fields one by one: `Action 1 at 75 %`. */
  name: string;
  faultOf(part: string): string | undefined;
  onChange(next: Action): void;
};

/** One thing that happens at a threshold. */
export function ActionFields(props: Props) {
  const { action, name, onChange } = props;
  return (
    <div className="f-form-pair">
      <Select
        label="What happens"
        aria-label={`${name}: what happens`}
        description={
          action.type === 'raise_priority'
            ? 'By one, for each clock that gets so far: two of them raise it twice'
            : undefined
        }
        data={TYPES}
        value={action.type}
        onChange={(type) => type && onChange(BLANKS[type as Action['type']])}
      />
      {action.type === 'notify' && <Notify {...props} action={action} />}
      {action.type === 'reassign' && <Reassign {...props} action={action} />}
      {action.type === 'page' && <Page {...props} action={action} />}
      {action.type === 'macro' && <Macro {...props} action={action} />}
    </div>
  );
}

type Of<T extends Action['type']> = Props<Extract<Action, { type: T }>>;

function Notify({ action: { who, staffIds = [] }, faultOf, onChange }: Of<'notify'>) {
  const workers = useWorkers();
  const roles = Object.entries(RECIPIENTS).map(([value, label]) => ({ value, label }));
  const isRole = (value: string): value is (typeof who)[number] => value in RECIPIENTS;
  return (
    <MultiSelect
      label="Whom"
      searchable
      error={faultOf('who') ?? staffIds.map((_, at) => faultOf(`staffIds.${at}`)).find(Boolean)}
      data={[
        { group: 'Of the ticket', items: roles },
        { group: 'People', items: named(workers) },
      ]}
      value={[...who, ...staffIds]}
      onChange={(chosen) => {
        const people = chosen.filter((value) => !isRole(value));
        onChange({ type: 'notify', who: chosen.filter(isRole), ...(people.length > 0 ? { staffIds: people } : {}) });
      }}
    />
  );
}

function Reassign({ action: { teamId, assigneeId }, faultOf, onChange }: Of<'reassign'>) {
  const teams = useTeams().filter(({ active }) => active);
  const workers = useWorkers();
  const put = (team: string | null | undefined, person: string | null | undefined) =>
    onChange({ type: 'reassign', ...(team ? { teamId: team } : {}), ...(person ? { assigneeId: person } : {}) });
  const common = { clearable: true, searchable: true };
  return (
    <>
      <Select
        label="Team"
        placeholder="Stays"
        {...common}
        data={named(teams)}
        value={teamId ?? null}
        error={faultOf('teamId')}
        onChange={(next) => put(next, assigneeId)}
      />
      <Select
        label="Person"
        placeholder="Nobody certain"
        {...common}
        data={named(workers)}
        value={assigneeId ?? null}
        error={faultOf('assigneeId')}
        onChange={(next) => put(teamId, next)}
      />
    </>
  );
}

function Page({ action: { pathId }, faultOf, onChange }: Of<'page'>) {
  const { data } = useGet('GET /escalation-paths', {});
  return (
    <Select
      label="Along"
      placeholder="The path of the ticket’s team or client"
      clearable
      searchable
      data={named(data?.items ?? [])}
      value={pathId ?? null}
      error={faultOf('pathId')}
      onChange={(next) => onChange({ type: 'page', ...(next ? { pathId: next } : {}) })}
    />
  );
}

function Macro({ action: { macroId }, faultOf, onChange }: Of<'macro'>) {
  const { data } = useGet('GET /macros', {});
  return (
    <Select
      label="Macro"
      description="One that is shared with everybody"
      placeholder="Choose one"
      searchable
      data={named((data?.items ?? []).filter(({ shared }) => shared))}
      value={macroId || null}
      error={faultOf('macroId')}
      onChange={(next) => onChange({ type: 'macro', macroId: next ?? '' })}
    />
  );
}
