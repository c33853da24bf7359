import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { LINK_KINDS, type LinkKind } from '#shared/vocabulary.ts';
import { call } from '#web/api/client.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { refreshTickets } from './refresh.ts';
import { closeAction, namesOf, type Target } from './store.ts';
import { takeBack } from './take-back.ts';
import { TicketPicker } from './ticket-picker.tsx';
import { useApply } from './use-apply.ts';

/** Merging into another ticket, which keeps everything that was said. */
export function MergeDialog({ targets }: { targets: readonly Target[] }) {
  const apply = useApply(targets);
  return (
    <TicketPicker
      label={`Merge ${namesOf(targets)} into`}
      targets={targets}
      error={apply.error}
      onPick={({ id, key }) => apply.run({ mergeInto: id }, `merged into ${key}`)}
    />
  );
}

/** Putting tickets under a parent: another one, or one of those selected. */
export function ParentDialog({ targets }: { targets: readonly Target[] }) {
  const [parent, setParent] = useState<string | null>(null);
  const children = targets.filter(({ id }) => id !== parent);
  const apply = useApply(children);
  return (
    <TicketPicker
      label={`Put ${namesOf(targets)} under`}
      targets={targets}
      withTargets={targets.length > 1}
      error={apply.error}
      onPick={({ id, key }) => {
        setParent(id);
        // After the parent is known to be none of the children.
        setTimeout(() => apply.run({ parentId: id }, `under ${key}`), 0);
      }}
    />
  );
}

const LINKS: Readonly<Record<LinkKind, string>> = {
  related: 'is related to',
  duplicates: 'duplicates',
  blocks: 'blocks',
  caused_by: 'was caused by',
};

/** Linking to another ticket. */
export function LinkDialog({ target }: { target: Target }) {
  const [kind, setKind] = useState<LinkKind>('related');
  const link = useMutation({
    mutationFn: (to: string) =>
      call('POST /tickets/{idOrKey}/links', { params: { idOrKey: target.id }, body: { kind, to } }),
    onSuccess: async (_answer, to) => {
      closeAction();
      const undo = { params: { idOrKey: target.id }, body: { kind, to } };
      toast.done(`${target.key} is linked`, {
        undo: () => takeBack([{ key: target.key, run: () => call('DELETE /tickets/{idOrKey}/links', undo) }]),
      });
      await refreshTickets();
    },
  });
  return (
    <>
      <div className="f-action-more">
        <Select
          label={`${target.key} …`}
          data={LINK_KINDS.map((value) => ({ value, label: LINKS[value] }))}
          value={kind}
          allowDeselect={false}
          onChange={(next) => next && setKind(next as LinkKind)}
        />
      </div>
      <TicketPicker
        label={`${target.key} ${LINKS[kind]}`}
        targets={[target]}
        error={link.error}
        onPick={({ key }) => link.mutate(key)}
      />
    </>
  );
}
