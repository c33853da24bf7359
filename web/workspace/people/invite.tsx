import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TextField } from '#web/ui/form/fields.tsx';
import { both, email, needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { type Form, useForm } from '#web/ui/form/use-form.ts';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { PERSON_RULES, type PersonValues, RightsFields, WorkFields } from './person-fields.tsx';

type Values = PersonValues & { email: string };

/** Inviting somebody: who they are and what they may do, then the link to hand over. */
export function Invite({ onClose }: { onClose(): void }) {
  const me = useMe();
  const [link, setLink] = useState<string | null>(null);
  const form = useForm<Values>({
    values: {
      email: '',
      name: '',
      title: '',
      timeZone: me.timeZone,
      language: me.language,
      skills: [],
      capacity: 20,
      roleKeys: ['technician'],
      allClients: me.allClients,
      clientIds: [],
    },
    rules: { ...PERSON_RULES, email: both(needed('their e-mail address'), email) },
    draft: 'staff.new',
    save: async ({ values: { language: _language, clientIds, ...body } }) => {
      const { link: made } = await send(
        'POST /staff',
        { body: { ...body, ...(body.allClients ? {} : { clientIds }) } },
        ['GET /staff'],
      );
      setLink(made);
    },
  });
  if (link) return <HandOver link={link} hours={72} onClose={onClose} />;
  return (
    <FormShell form={form} submit="Invite" onCancel={onClose}>
      <TextField
        form={form}
        name="email"
        type="email"
        label="E-mail"
        description="They sign in with it"
        required
        data-autofocus
      />
      <WorkFields form={form as unknown as Form<PersonValues>} />
      <RightsFields form={form as unknown as Form<PersonValues>} />
    </FormShell>
  );
}

/** A link that is shown once, to be handed over by a way that only that person reads. */
export function HandOver({ link, hours, onClose }: { link: string; hours: number; onClose(): void }) {
  return (
    <div className="f-form">
      <p className="f-plain">
        Give this link to that person, by a way that only they read. It works once, for{' '}
        {hours === 1 ? 'one hour' : `${hours} hours`}, and is shown only now.
      </p>
      <TextInput
        aria-label="Link"
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
        className="f-mono"
      />
      <Group justify="flex-end">
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>Done</Button>
      </Group>
    </div>
  );
}
