import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { LINK_KINDS, type LinkKind } from '#shared/vocabulary.ts';
import { call } from '#web/api/client.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Select } from '#web/ui/form/select.tsx';
import { MergeReaders } from './merge-readers.tsx';
import { refreshTickets } from './refresh.ts';
import { closeAction, namesOf, type Target } from './store.ts';
import { takeBack } from './take-back.ts';
import { TicketPicker } from './ticket-picker.tsx';
import { useApply } from './use-apply.ts';

const without = (targets: readonly Target[], id: string) => targets.filter((one) => one.id !== id);

/** Tickets of several clients: says why nothing can be done to all of them, and whose they are. */
function Apart({ targets, what }: { targets: readonly Target[]; what: string }) {
  const clients = Map.groupBy(targets, ({ client }) => client.name);
  return (
    <div className="f-action-form">
      <h2>These belong to {clients.size} clients</h2>
      <p>Only tickets of one client {what}, so that none reads what is another’s. Select those of one:</p>
      <ul className="f-apart">
        {[...clients].map(([name, own]) => (
          <li key={name}>
            <bdi>{name}</bdi>: {namesOf(own)}
          </li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button onClick={closeAction} data-autofocus>
          Close
        </Button>
      </Group>
    </div>
  );
}

const areApart = (targets: readonly Target[]) => new Set(targets.map(({ client }) => client.id)).size > 1;

/** Merging into another ticket, or one of those selected, which keeps everything that was said. */
export function MergeDialog({ targets }: { targets: readonly Target[] }) {
  const apply = useApply(targets);
  if (areApart(targets)) return <Apart targets={targets} what="are merged" />;
  return (
    <TicketPicker
      label={`Merge ${namesOf(targets)} into`}
      targets={targets}
      withTargets={targets.length > 1}
      openOnly
      error={apply.error}
      busy={apply.isPending}
      verb="Merge"
      outcome={({ id, key }) => {
        const gone = without(targets, id);
        return (
          <>
            {gone.length === 1
              ? `${namesOf(gone)} is closed and its conversation goes on in ${key}.`
              : `${namesOf(gone)} are closed and their conversations go on in ${key}.`}
            <MergeReaders into={id} gone={gone} />
          </>
        );
      }}
      onPick={({ id, key }) => apply.run({ mergeInto: id }, `merged into ${key}`, without(targets, id))}
    />
  );
}

/** Putting tickets under a parent: another one, or one of those selected. */
export function ParentDialog({ targets }: { targets: readonly Target[] }) {
  const apply = useApply(targets);
  if (areApart(targets)) return <Apart targets={targets} what="go under one parent" />;
  return (
    <TicketPicker
      label={`Put ${namesOf(targets)} under`}
      targets={targets}
      withTargets={targets.length > 1}
      error={apply.error}
      busy={apply.isPending}
      verb="Put under it"
      outcome={({ id, key }) => {
        const under = without(targets, id);
        return `${namesOf(under)} ${under.length === 1 ? 'goes' : 'go'} under ${key}. Nothing is closed.`;
      }}
      onPick={({ id, key }) => apply.run({ parentId: id }, `under ${key}`, without(targets, id))}
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
    <TicketPicker
      label={`${target.key} ${LINKS[kind]}`}
      targets={[target]}
      error={link.error}
      busy={link.isPending}
      verb="Link"
      outcome={({ key }) => `${target.key} ${LINKS[kind]} ${key}. Both show the link, and nothing else changes.`}
      onPick={({ key }) => link.mutate(key)}
    >
      <Select
        label={`${target.key} …`}
        data={LINK_KINDS.map((value) => ({ value, label: LINKS[value] }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => next && setKind(next as LinkKind)}
      />
    </TicketPicker>
  );
}
