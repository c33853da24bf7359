import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { IncomingView } from '#shared/mail.ts';
import { call } from '#web/api/client.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { PickField } from '#web/ui/form/fields.tsx';
import { needed } from '#web/ui/form/rules.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { useClients } from '../desk/names.ts';
import { send } from '../session/send.ts';

/** Stands for somebody who is not one of the client's people yet. */
const NEW = 'new';
const WAIT_MS = 150;
const MOST_OFFERED = 100;

type Values = { clientId: string | null; contactId: string | null };
type Props = { mail: IncomingView; onSettled(): void };

/** Whose a mail is that was kept back: a client, and one of its people or somebody new. Or nobody's: it is put away. */
export function Settle({ mail, onSettled }: Props) {
  const clients = useClients();
  const { address } = mail.from;
  const form = useForm<Values>({
    values: { clientId: null, contactId: address ? NEW : null },
    rules: {
      clientId: needed('the client whose it is'),
      contactId: (id) => (id === null ? 'Choose who asks: the mail does not say.' : null),
    },
    // Whoever was chosen belongs to the client that was chosen before.
    follow: (next, before) => (next.clientId === before.clientId ? next : { ...next, contactId: address ? NEW : null }),
    save: async ({ values: { clientId, contactId } }) => {
      if (clientId === null) return;
      const body = { clientId, ...(contactId && contactId !== NEW ? { contactId } : {}) };
      const { ticketId, joined } = await send('POST /mail/incoming/{id}/settle', { params: { id: mail.id }, body });
      toast.done(
        ticketId ? await becameOf(ticketId, joined) : 'Settled. No ticket came of it; why stands with the mail.',
      );
    },
    onSaved: onSettled,
  });
  const { values, set } = form;
  // Whoever has this very address at one client alone is most likely meant.
  const alike = useGet('GET /contacts', { query: { q: address, active: true, limit: 5 } }, { enabled: address !== '' });
  const same = alike.data?.items.filter(({ email }) => email === address.toLowerCase()) ?? [];
  const [only] = same.length === 1 ? same : [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known
  useEffect(() => {
    if (!only || values.clientId !== null) return;
    set('clientId', only.clientId);
    set('contactId', only.id);
  }, [only?.id]);
  const reject = useDo('POST /mail/incoming/{id}/reject', {
    failed: 'Not put away',
    onDone: () => {
      toast.done('Put away. It stays in the list of all mail.');
      onSettled();
    },
  });
  return (
    <section className="f-mail-settle" aria-label="Whose is it?">
      <h3>Whose is it?</h3>
      <FormShell
        form={form}
        submit="Log it"
        more={
          <Button
            variant="default"
            loading={reject.isPending}
            onClick={() => reject.mutate({ params: { id: mail.id } })}
          >
            Put away
          </Button>
        }
      >
        <PickField
          form={form}
          name="clientId"
          label="Client"
          placeholder="Type a name"
          searchable
          data={named(clients)}
          required
        />
        {values.clientId !== null && <PersonField form={form} clientId={values.clientId} mail={mail} />}
      </FormShell>
    </section>
  );
}

async function becameOf(ticketId: string, joined: boolean): Promise<string> {
  const { key } = await call('GET /tickets/{idOrKey}', { params: { idOrKey: ticketId } });
  return joined ? `Joined to ${key}, which it answers to` : `Logged as ${key}`;
}

type PersonProps = { form: Parameters<typeof FormShell<Values>>[0]['form']; clientId: string; mail: IncomingView };

/** Who of the client asks. Of a client with many people, those who fit what is typed are offered. */
function PersonField({ form, clientId, mail: { from } }: PersonProps) {
  const { contactId } = form.values;
  const newcomer = { value: NEW, label: `Somebody new: ${[from.name, from.address].filter(Boolean).join(' · ')}` };
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(newcomer);
  const [typed] = useDebouncedValue(text.trim(), WAIT_MS);
  // What was chosen stands in the field as well, and is no search.
  const q = typed === chosen.label || typed === newcomer.label ? '' : typed;
  const { data } = useGet(
    'GET /contacts',
    { query: { clientId, active: true, limit: MOST_OFFERED, ...(q ? { q } : {}) } },
    { placeholderData: keepPreviousData },
  );
  const people = (data?.items ?? []).map(({ id, name, email }) => ({
    value: id,
    label: [name, email].filter(Boolean).join(' · '),
  }));
  const found = people.find(({ value }) => value === contactId);
  if (found && found.value !== chosen.value) setChosen(found);
  const isKept = chosen.value === contactId && chosen.value !== NEW && !found;
  return (
    <PickField
      form={form}
      name="contactId"
      label="Who asks"
      description={contactId === NEW ? 'They become one of the client’s people.' : undefined}
      searchable
      required
      onSearchChange={setText}
      data={[...(from.address ? [newcomer] : []), ...(isKept ? [chosen] : []), ...people]}
    />
  );
}
