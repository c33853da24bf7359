import { Button, Checkbox, SegmentedControl, TagsInput, TextInput } from '@mantine/core';
import type { ApprovalStep, ApprovalTerms, Approver } from '#kernel/approval.ts';
import { minorDigits } from '#shared/money-words.ts';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { moved, put, without } from '#web/ui/form/order.ts';
import { RowTools } from '#web/ui/form/row-tools.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { MultiSelect, Select } from '#web/ui/form/select.tsx';
import { useStaff, useTeams } from '../../desk/names.ts';
import { newApproval, newStep, ofAuthority } from './values.ts';

type Props = {
  approval: ApprovalTerms | null;
  currency: string;
  /** Of changes: whoever has the authority over them may be asked, and is to begin with. */
  authority?: boolean;
  onChange(approval: ApprovalTerms | null): void;
};

/** Who has to approve it, in which order, and above which cost. */
export function ApprovalFields({ approval, currency, authority = false, onChange }: Props) {
  const begin = (): ApprovalTerms => (authority ? ofAuthority(currency) : newApproval(currency));
  const change = (part: Partial<ApprovalTerms>) => approval && onChange({ ...approval, ...part });
  return (
    <Section
      title="Approval"
      help={`Nobody decides about what they asked for themselves.${authority ? '' : ' A group or client may have its own.'}`}
    >
      <Checkbox
        label="It has to be approved"
        checked={approval !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? begin() : null)}
      />
      {approval && (
        <>
          <div className="f-two">
            <div>
              <span className="f-field-label">Steps</span>
              <SegmentedControl
                fullWidth
                aria-label="Order of the steps"
                data={[
                  { value: 'serial', label: 'One after the other' },
                  { value: 'parallel', label: 'All at once' },
                ]}
                value={approval.order}
                onChange={(order) => change({ order: order as ApprovalTerms['order'] })}
              />
            </div>
            <NumberInput
              label="Expires after hours"
              min={1}
              max={2_184}
              allowDecimal={false}
              value={approval.expireAfterHours}
              onChange={(next) => typeof next === 'number' && change({ expireAfterHours: next })}
            />
            <NumberInput
              label="Reminds every hours"
              description="Empty: never"
              min={1}
              max={2_184}
              allowDecimal={false}
              value={approval.remindEveryHours ?? ''}
              onChange={(next) => change({ remindEveryHours: typeof next === 'number' ? next : null })}
            />
          </div>
          <ol className="f-item-list">
            {approval.steps.map((step, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps may be called alike while they are written
              <li key={at}>
                <StepRow
                  step={step}
                  currency={approval.currency}
                  authority={authority}
                  onChange={(next) => change({ steps: put(approval.steps, at, next) })}
                  tools={
                    <RowTools
                      name={step.name || `step ${at + 1}`}
                      at={at}
                      count={approval.steps.length}
                      onMove={(by) => change({ steps: moved(approval.steps, at, by) })}
                      onRemove={() =>
                        approval.steps.length > 1 ? change({ steps: without(approval.steps, at) }) : onChange(null)
                      }
                    />
                  }
                />
              </li>
            ))}
          </ol>
          <Button variant="default" onClick={() => change({ steps: [...approval.steps, newStep('')] })}>
            Add a step
          </Button>
        </>
      )}
    </Section>
  );
}

type RowProps = {
  step: ApprovalStep;
  currency: string;
  authority: boolean;
  tools: React.ReactNode;
  onChange(step: ApprovalStep): void;
};

function StepRow({ step, currency, authority, tools, onChange }: RowProps) {
  const change = (part: Partial<ApprovalStep>) => onChange({ ...step, ...part });
  const factor = 10 ** minorDigits(currency);
  const quorum = typeof step.quorum === 'number' ? 'number' : step.quorum;
  return (
    <div className="f-item-row">
      <TextInput
        label="Called"
        required
        maxLength={200}
        value={step.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <Approvers value={step.approvers} authority={authority} onChange={(approvers) => change({ approvers })} />
      <div className="f-two">
        <Select
          label="Approved when"
          data={[
            { value: 'any', label: 'one of them approves' },
            { value: 'all', label: 'all of them approve' },
            { value: 'number', label: 'so many approve' },
          ]}
          value={quorum}
          onChange={(next) => change({ quorum: next === 'number' ? 2 : next === 'all' ? 'all' : 'any' })}
        />
        {typeof step.quorum === 'number' && (
          <NumberInput
            label="How many"
            description="Where fewer can be asked it cannot be approved, and says so."
            min={1}
            max={50}
            allowDecimal={false}
            value={step.quorum}
            onChange={(next) => typeof next === 'number' && change({ quorum: next })}
          />
        )}
        <NumberInput
          label={`Only above (${currency})`}
          description="Empty: always asked"
          min={0}
          decimalScale={minorDigits(currency)}
          value={step.above === null ? '' : step.above / factor}
          onChange={(next) => change({ above: typeof next === 'number' ? Math.round(next * factor) : null })}
        />
      </div>
      <div className="f-item-foot">
        <Checkbox
          label="One rejection rejects"
          checked={step.veto}
          onChange={(event) => change({ veto: event.currentTarget.checked })}
        />
        {tools}
      </div>
    </div>
  );
}

type ApproversProps = { value: readonly Approver[]; authority: boolean; onChange(value: readonly Approver[]): void };

/** Whom a step asks. People of one client are named in what holds for that client, and kept here. */
function Approvers({ value, authority, onChange }: ApproversProps) {
  const teams = useTeams();
  const staff = useStaff();
  const kinds = [
    ...(authority ? [{ group: 'Here', items: [{ value: 'authority', label: 'Whoever may change these rules' }] }] : []),
    { group: 'At the client', items: [{ value: 'manager', label: 'Manager of whoever it is for' }] },
    { group: 'Teams', items: teams.map(({ id, name }) => ({ value: `team ${id}`, label: name })) },
    { group: 'People here', items: staff.map(({ id, name }) => ({ value: `staff ${id}`, label: name })) },
  ];
  const roles = value.flatMap((one) => (one.kind === 'role' ? [one.role] : []));
  const others = value.filter((one) => one.kind !== 'role');
  const contacts = others.filter((one) => one.kind === 'contact');
  const keyOf = (one: Approver) => ('id' in one ? `${one.kind} ${one.id}` : one.kind);
  const read = (key: string): Approver => {
    const [kind, id = ''] = key.split(' ');
    if (kind === 'team' || kind === 'staff') return { kind, id };
    return { kind: kind === 'authority' ? 'authority' : 'manager' };
  };
  return (
    <div className="f-two">
      <MultiSelect
        label="Asks"
        searchable
        data={kinds}
        value={others.filter((one) => one.kind !== 'contact').map(keyOf)}
        onChange={(keys) =>
          onChange([...keys.map(read), ...contacts, ...roles.map((role) => ({ kind: 'role' as const, role }))])
        }
      />
      <TagsInput
        label="Roles at the client"
        description="As on the contact’s card, such as director"
        value={roles}
        onChange={(next) =>
          onChange([...others, ...next.map((role) => ({ kind: 'role' as const, role: role.trim().toLowerCase() }))])
        }
      />
    </div>
  );
}
