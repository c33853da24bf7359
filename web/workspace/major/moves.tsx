import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { MajorView } from '#shared/major.ts';
import { useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { AreaField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useShortcuts } from '#web/ui/keys/use-shortcuts.ts';
import { useCommands } from '../palette/commands.ts';
import { send } from '../session/send.ts';
import { MAJOR_STATES, TOUCHED } from './words.ts';

type Move = MajorView['moves'][number];

const lackId = ({ to }: Move) => `major-lacks-${to}`;

/** The steps from where it stands; one that still lacks something says what. */
export function Moves({ major }: { major: MajorView }) {
  const [asking, setAsking] = useState<Move | null>(null);
  const { moves } = major;
  const open = moves.filter(({ missing }) => missing === null);
  const [first] = open;
  useCommands(open.map((move) => ({ label: move.label, group: 'Do', run: () => setAsking(move) })));
  useShortcuts([
    { combo: 's', label: 'Next step', group: 'Major incident', off: !first, run: () => first && setAsking(first) },
  ]);
  return (
    <>
      {moves.toReversed().map((move) => (
        <Button
          key={move.to}
          variant={move === moves[0] ? 'filled' : 'default'}
          {...(move.missing === null ? {} : { 'data-disabled': true, 'aria-disabled': true, title: move.missing })}
          aria-describedby={move.missing === null ? undefined : lackId(move)}
          onClick={() => move.missing === null && setAsking(move)}
        >
          {move.label}…
        </Button>
      ))}
      <Dialog title={asking?.label ?? ''} opened={asking !== null} onClose={() => setAsking(null)}>
        {asking && <MoveForm major={major} move={asking} onClose={() => setAsking(null)} />}
      </Dialog>
    </>
  );
}

/** What the other steps from where it stands still lack. */
export function Lacking({ moves }: Pick<MajorView, 'moves'>) {
  const lacking = moves.filter(({ missing }) => missing !== null);
  return lacking.map((move) => (
    <p key={move.to} id={lackId(move)} className="f-plain f-dim">
      “{move.label}” is not open yet: {move.missing}
    </p>
  ));
}

const HELP: Readonly<Record<string, string>> = {
  declared: 'From now on clients are told on a cadence, and whoever tells them is reminded. Its ticket is in progress.',
  stabilised: 'It gets no worse; the service is not back yet.',
  restored: 'The service is back. What was announced ends with these words, and its ticket is resolved with them.',
  declined: 'It stays an incident like others.',
  review: 'What happened, what went well, and what is to be improved.',
  completed: 'Nothing more is done about it here; its actions are tasks. Its ticket is closed.',
};

function MoveForm({ major, move, onClose }: { major: MajorView; move: Move; onClose(): void }) {
  const [version] = useState(major.version);
  const isLast = move.to === 'restored' && major.announcementId !== null;
  const declares = move.to === 'declared' && major.state === 'proposed';
  const { data } = useGet('GET /major-incident-suggestions', {}, { enabled: declares });
  const offered = declares ? [...new Set([...major.criteria, ...(data?.criteria ?? [])])] : [];
  const form = useForm<{ reason: string; criteria: readonly string[] }>({
    values: { reason: '', criteria: major.criteria },
    rules: {
      ...(move.asksWhy ? { reason: needed('why') } : {}),
      ...(offered.length > 0
        ? { criteria: (chosen) => (chosen.length > 0 ? null : 'Choose at least one that it meets.') }
        : {}),
    },
    draft: `major.${major.id}.${move.to}`,
    save: ({ values }) =>
      send(
        'POST /major-incidents/{idOrKey}/moves',
        {
          params: { idOrKey: major.id },
          body: {
            ...{ to: move.to, version, reason: values.reason.trim() },
            ...(declares ? { criteria: [...values.criteria] } : {}),
          },
        },
        TOUCHED,
      ),
    onSaved: () => {
      toast.done(`It is ${MAJOR_STATES[move.to].toLowerCase()}`);
      onClose();
    },
  });
  return (
    <FormShell form={form} submit={move.label} onCancel={onClose}>
      {HELP[move.to] && <p className="f-plain">{HELP[move.to]}</p>}
      {declares && major.manager === null && (
        <p className="f-plain">
          Nobody leads it yet: you become its incident manager. You can hand that on afterwards.
        </p>
      )}
      {offered.length > 0 && (
        <Checkbox.Group
          label="What holds of it"
          description="At least one, or it is an incident like others."
          withAsterisk
          value={[...form.values.criteria]}
          error={form.errors['criteria']}
          onChange={(chosen) => form.set('criteria', chosen)}
        >
          {offered.map((one) => (
            <Checkbox key={one} value={one} label={one} mt={12} />
          ))}
        </Checkbox.Group>
      )}
      <AreaField
        form={form}
        name="reason"
        label={isLast ? 'Last word to clients' : move.asksWhy ? 'Why' : 'What is to be noted'}
        description={isLast ? 'People of affected clients read it' : move.asksWhy ? undefined : 'May stay empty'}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={2_000}
        data-autofocus
      />
    </FormShell>
  );
}
