import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SimulationPresent } from '#shared/simulation.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { isStale } from '#web/ui/form/faults.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../../session/send.ts';
import { TOUCHED as CALENDARS } from '../service-levels/touched.ts';
import { TOUCHED as SETTINGS } from '../values/touched.ts';
import { changedSince } from './changed-since.ts';

type Setting = SimulationPresent['hours'][number] | SimulationPresent['priorities'][number];
type Calendar = SimulationPresent['calendars'][number];
type Props = { what: string } & (
  | { settingKey: 'sla.hours' | 'ticket.priority'; at: Setting; value: unknown }
  | { calendarId: string; at: Calendar; value: Calendar['terms'] }
);

/** Saves hours, a calendar or priorities as they were simulated. They hold at once: they have no versions to begin on a day. */
export function PublishValueButton(props: Props) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Publish…</Button>
      <Dialog title={`Publish: ${props.what}`} opened={open} onClose={close}>
        {open && <PublishValue {...props} onClose={close} />}
      </Dialog>
    </>
  );
}

function PublishValue(props: Props & { onClose(): void }) {
  const navigate = useNavigate();
  const { what, onClose } = props;
  const form = useForm({
    values: {},
    save: () =>
      put(props).catch((error: unknown) => {
        throw isStale(error) ? changedSince(what) : error;
      }),
    onSaved: async () => {
      toast.done('Published; it is in force');
      onClose();
      if ('calendarId' in props) return navigate({ to: '/settings/calendars' });
      const { level, placeId } = props.at;
      const place = placeId === null ? {} : level === 'client' ? { client: placeId } : { group: placeId };
      return navigate({ to: '/settings/values/$key', params: { key: props.settingKey }, search: place });
    },
  });
  const matrix = 'settingKey' in props && props.settingKey === 'ticket.priority';
  return (
    <FormShell form={form} submit="Publish" onCancel={onClose}>
      <p className="f-plain">
        {matrix
          ? 'It holds at once, for tickets logged or changed from now on. What has a priority keeps it until its impact, its urgency or who asks changes.'
          : 'It holds at once. Clocks that run follow: what they used up stays, what is left is counted anew.'}
      </p>
    </FormShell>
  );
}

function put(props: Props): Promise<unknown> {
  if ('calendarId' in props) {
    const body = { version: props.at.version, terms: props.value };
    return send('PATCH /service-levels/calendars/{id}', { params: { id: props.calendarId }, body }, CALENDARS);
  }
  const { level, placeId, version } = props.at;
  const body = { level, id: placeId, value: props.value, version };
  return send('PUT /settings/{key}', { params: { key: props.settingKey }, body }, SETTINGS);
}
