import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnnouncementView } from '#shared/announcement.ts';
import { call } from '#web/api/client.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { AreaField, SwitchField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { send } from '../session/send.ts';
import { clients, people } from './fields.tsx';
import { TOUCHED } from './touched.ts';

type Props = { announcement: AnnouncementView; onClose(): void };
const idsOf = (some: readonly { id: string }[]) => some.map(({ id }) => id);

/** Shows it to those whom it is for, who are counted before. */
export function PublishForm({ announcement, onClose }: Props) {
  // What was looked at is what is published: somebody else's change meanwhile is refused.
  const [version] = useState(announcement.version);
  const { id, audience } = announcement;
  const body = {
    audience,
    serviceIds: idsOf(announcement.services),
    groupIds: idsOf(announcement.groups),
    clientIds: idsOf(announcement.clients),
    siteIds: idsOf(announcement.sites),
  };
  const { data: reach } = useQuery({
    queryKey: ['POST /announcements/reach', JSON.stringify(body)],
    queryFn: () => call('POST /announcements/reach', { body }),
  });
  const form = useForm<{ mail: boolean }>({
    values: { mail: false },
    save: ({ values: { mail } }) =>
      send('POST /announcements/{id}/publish', { params: { id }, body: { version, mail } }, TOUCHED),
    onSaved: () => {
      toast.done('Published');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Publish" onCancel={onClose}>
      <p className="f-plain">
        {reach ? (
          <>
            It stands in the portal of <strong>{people(reach.people)}</strong> at{' '}
            <strong>{clients(reach.clients)}</strong> at once.
          </>
        ) : (
          'Counting whom it reaches …'
        )}
      </p>
      {reach && reach.mails > 0 && (
        <SwitchField
          form={form}
          name="mail"
          label={`Also write a mail to ${people(reach.mails)}`}
          description="They hear by mail how it goes on, too, until they stop it. Without it, only whoever says that it affects them does."
        />
      )}
    </FormShell>
  );
}

/** Says what has become of it. */
export function UpdateForm({ announcement, onClose }: Props) {
  const form = useForm<{ text: string }>({
    values: { text: '' },
    rules: { text: needed('what has become of it') },
    draft: `announcement.${announcement.id}.more`,
    save: ({ values }) =>
      send(
        'POST /announcements/{id}/updates',
        { params: { id: announcement.id }, body: { text: values.text.trim() } },
        TOUCHED,
      ),
    onSaved: () => {
      toast.done('Said');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="Say it" onCancel={onClose}>
      <AreaField
        form={form}
        name="text"
        label="What is to be said"
        description="Everybody whom it is for reads it"
        autosize
        minRows={3}
        maxRows={12}
        maxLength={5_000}
        data-autofocus
      />
    </FormShell>
  );
}

/** Ends it, with a last word where there is one. */
export function EndForm({ announcement, onClose }: Props) {
  const form = useForm<{ text: string }>({
    values: { text: '' },
    save: ({ values }) =>
      send(
        'POST /announcements/{id}/end',
        { params: { id: announcement.id }, body: { version: announcement.version, text: values.text.trim() } },
        TOUCHED,
      ),
    onSaved: () => {
      toast.done('Ended');
      onClose();
    },
  });
  return (
    <FormShell form={form} submit="End it" onCancel={onClose}>
      <p className="f-plain">
        From now on it is told as something that was
        {announcement.effect ? ', and its services work again as far as it says.' : '.'}
      </p>
      <AreaField
        form={form}
        name="text"
        label="Last word"
        description="Such as what was wrong; may stay empty"
        autosize
        minRows={2}
        maxRows={12}
        maxLength={5_000}
        data-autofocus
      />
    </FormShell>
  );
}
