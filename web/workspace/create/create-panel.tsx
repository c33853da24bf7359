import { Anchor, Button, Group, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isEmpty } from '#kernel/custom-value.ts';
import type { Level } from '#kernel/priority.ts';
import { textToHtml } from '#shared/html.ts';
import { askCustom } from '#shared/lifecycle-words.ts';
import { SOURCES, type Source, type TicketKind } from '#shared/vocabulary.ts';
import { call } from '#web/api/client.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useFocusFault } from '#web/ui/form/focus-fault.ts';
import { Select } from '#web/ui/form/select.tsx';
import { Keys } from '#web/ui/keys/keys.tsx';
import { useFocusFirst } from '#web/ui/picker/focus-first.ts';
import { plainText } from '#web/ui/text/plain.ts';
import { refreshTickets } from '../actions/index.ts';
import { Refused } from '../actions/refused.tsx';
import { CustomValuesFields, customValue, useAskedFields } from '../desk/custom-values.tsx';
import { inWords, useCategories, useServices } from '../desk/names.ts';
import { useCan } from '../session/me.ts';
import { TypedKnown } from '../ticket/problem/typed-known.tsx';
import { openTab } from '../ticket/tabs.ts';
import { CatalogueField } from './catalogue-field.tsx';
import { toChange, toTicket, useForm } from './form.ts';
import { ModelField } from './model-field.tsx';
import { OrderPanel } from './order-panel.tsx';
import { PriorityPreview } from './priority-preview.tsx';
import { proposeCategory } from './propose.ts';
import { createOpen, type Preset } from './store.ts';
import { TemplateField } from './template-field.tsx';
import { WhoField } from './who-field.tsx';

const KINDS = [
  { value: 'incident', label: 'Incident' },
  { value: 'request', label: 'Request' },
];
const CHANGE = { value: 'change', label: 'Change' };
const LEVELS = [
  { value: '1', label: 'High' },
  { value: '2', label: 'Medium' },
  { value: '3', label: 'Low' },
];
/** Fields of the panel that show what is wrong with them. */
const SHOWN = ['modelId', 'clientId', 'requesterId', 'title', 'description', 'categoryId', 'serviceId'];
const sources = SOURCES.map((value) => ({
  value,
  label: inWords(value),
}));

/** Logging a ticket: who, what, impact, urgency; the rest is proposed. */
export function CreatePanel({ preset }: { preset: Preset }) {
  const { form, change, clear } = useForm(preset);
  const navigate = useNavigate();
  const can = useCan();
  const categories = useCategories().filter(({ active }) => active);
  const services = useServices();
  /** What is missing is said once it was to be logged, not before. */
  const [tried, setTried] = useState(0);
  const ref = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLInputElement>(null);
  usePresetWho(preset, form.who === null, (who) => change({ who }));
  useFocusFirst(ref);
  const proposal = form.categoryId === null ? proposeCategory(form.title, categories) : null;
  /** The known error that it is, as somebody said while logging it. */
  const [known, setKnown] = useState<{ id: string; clientId: string } | null>(null);
  const categoryId = form.categoryId === 'none' ? null : (form.categoryId ?? proposal?.category.id ?? null);
  const templates = useTemplates();
  const template = form.kind === 'change' ? undefined : templates.find(({ id }) => id === form.templateId);
  const logged = {
    failed: false,
    lasting: true,
    onDone: async ({ key }: { key: string }) => {
      if (known) await noteKnown(key, known.id);
      clear();
      createOpen.set(null);
      toast.done(`${key} is logged`);
      await refreshTickets();
      await navigate({ to: '/tickets/$key', params: { key } });
      if (form.kind === 'change') openTab('change');
    },
  } as const;
  const plain = useDo('POST /tickets', logged);
  const raise = useDo('POST /changes', logged);
  const fromTemplate = useDo('POST /ticket-templates/{id}/tickets', logged);
  const isChange = form.kind === 'change';
  const create = isChange ? raise : template ? fromTemplate : plain;
  const asked = useAskedFields(form.kind, template?.fields.custom);
  const open = asked.filter(({ key }) => isEmpty(customValue(form.custom, key)));
  const errors = {
    ...(tried ? Object.fromEntries(open.map(({ key }) => [askCustom(key), 'Is required.'])) : {}),
    ...fieldErrors(create.error),
  };
  useFocusFault(ref, tried);
  useFocusFault(ref, create.error);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (create.isPending) return;
    if (form.who && form.title.trim() && open.length === 0) {
      const text = form.description.trim();
      // A template's own words go along as they are formatted there.
      const isIts = template && text === plainText(template.fields.description ?? '');
      const html = text && !isIts ? `<p>${textToHtml(text)}</p>` : '';
      const body = toTicket(form, categoryId, html);
      if (isChange) raise.mutate({ body: toChange(form, categoryId, html) });
      else if (template) fromTemplate.mutate({ params: { id: template.id }, body });
      else plain.mutate({ body });
    } else setTried((times) => times + 1);
  };
  const [itemId, setItemId] = useState<string | null>(null);
  const { who } = form;
  const orderer =
    form.kind === 'request' && who?.requesterId ? { clientId: who.clientId, requesterId: who.requesterId } : null;
  if (orderer && itemId)
    return <OrderPanel who={orderer} name={who?.requesterName ?? ''} itemId={itemId} onBack={() => setItemId(null)} />;
  return (
    <form
      ref={ref}
      className="f-action-form"
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit(event)}
    >
      <Group justify="space-between">
        <h2>Log a ticket</h2>
        <SegmentedControl
          aria-label="Kind"
          data={can('change.manage') ? [...KINDS, CHANGE] : KINDS}
          value={form.kind}
          onChange={(kind) => change({ kind: kind as TicketKind })}
        />
      </Group>
      <WhoField
        who={form.who}
        error={
          errors['requesterId'] ??
          errors['clientId'] ??
          (tried > 0 && !form.who ? 'Say who asks, or for which client.' : undefined)
        }
        onChange={(who) => {
          change({ who });
          // The field just answered is gone; the next one takes the keyboard.
          setTimeout(
            () =>
              (who
                ? title.current
                : (ref.current?.querySelector('input[data-autofocus]') as HTMLElement | null)
              )?.focus(),
            0,
          );
        }}
      />
      {orderer && <CatalogueField who={orderer} onPick={setItemId} />}
      {isChange ? (
        <ModelField modelId={form.modelId} error={errors['modelId']} onPick={(modelId) => change({ modelId })} />
      ) : (
        <TemplateField form={form} templates={templates} change={change} />
      )}
      <TextInput
        ref={title}
        label="What"
        placeholder="In one line, as the client says it"
        required
        maxLength={300}
        value={form.title}
        error={errors['title'] ?? (tried > 0 && !form.title.trim() && 'Say in one line what it is about.')}
        data-autofocus={form.who !== null && form.description === '' ? true : undefined}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        label="More about it"
        value={form.description}
        data-autofocus={form.who !== null && form.description !== '' ? true : undefined}
        error={errors['description']}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      {form.kind === 'incident' && who && (
        <TypedKnown
          query={{
            clientId: who.clientId,
            q: form.title,
            ...(categoryId ? { categoryId } : {}),
            ...(form.serviceId ? { serviceId: form.serviceId } : {}),
          }}
          chosen={known?.clientId === who.clientId ? known.id : null}
          onChoose={(error) => setKnown(error ? { id: error.id, clientId: who.clientId } : null)}
        />
      )}
      <div className="f-two">
        <div>
          <span className="f-field-label">Impact</span>
          <SegmentedControl
            fullWidth
            aria-label="Impact: how many are hurt"
            data={LEVELS}
            value={String(form.impact)}
            onChange={(value) => change({ impact: Number(value) as Level })}
          />
        </div>
        <div>
          <span className="f-field-label">Urgency</span>
          <SegmentedControl
            fullWidth
            aria-label="Urgency: how soon it must work again"
            data={LEVELS}
            value={String(form.urgency)}
            onChange={(value) => change({ urgency: Number(value) as Level })}
          />
        </div>
      </div>
      <PriorityPreview
        clientId={form.who?.clientId ?? null}
        impact={form.impact}
        urgency={form.urgency}
        vip={form.who?.vip ?? false}
      />
      <div className="f-two">
        <Select
          label="Category"
          data={categories.map(({ id, path }) => ({ value: id, label: path }))}
          value={categoryId}
          error={errors['categoryId']}
          searchable
          clearable={!template?.fields.categoryId}
          placeholder="None"
          description={
            proposal && (
              <>
                Proposed because of “{proposal.word}”.{' '}
                <Anchor component="button" type="button" size="xs" onClick={() => change({ categoryId: 'none' })}>
                  Not that
                </Anchor>
              </>
            )
          }
          onChange={(next) => change({ categoryId: next ?? 'none' })}
        />
        <Select
          label="Service"
          data={services.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.serviceId}
          error={errors['serviceId']}
          searchable
          clearable={!template?.fields.serviceId}
          placeholder="None"
          onChange={(serviceId) => change({ serviceId })}
        />
        <Select
          label="Came by"
          data={sources}
          value={form.source}
          allowDeselect={false}
          onChange={(source) => source && change({ source: source as Source })}
        />
      </div>
      <CustomValuesFields
        kind={form.kind}
        only={asked.map(({ key }) => key)}
        values={form.custom}
        errors={errors}
        onChange={(custom) => change({ custom })}
      />
      <Refused error={create.error} shown={[...SHOWN, ...asked.map(({ key }) => askCustom(key))]} />
      <Group justify="flex-end">
        <Button variant="subtle" color="gray" onClick={clear}>
          Start over
        </Button>
        <Button variant="default" onClick={() => createOpen.set(null)}>
          Cancel
        </Button>
        <Button type="submit" loading={create.isPending} rightSection={<Keys combo="mod+enter" />}>
          Log ticket
        </Button>
      </Group>
    </form>
  );
}

/** A ticket that is logged stays so where this cannot be noted. */
const noteKnown = (idOrKey: string, knownErrorId: string): Promise<unknown> =>
  call('POST /tickets/{idOrKey}/known-errors', { params: { idOrKey }, body: { knownErrorId } }).catch(
    (error: unknown) => toast.fault(error, 'The known error was not noted'),
  );

/** Templates of what is logged here. */
function useTemplates() {
  const kinds: readonly string[] = KINDS.map(({ value }) => value);
  const items = useGet('GET /ticket-templates', {}).data?.items ?? [];
  return items.filter(({ fields }) => kinds.includes(fields.kind));
}

/** Fills in who asks, where the panel was opened from a client or a person. */
function usePresetWho(
  preset: Preset,
  empty: boolean,
  fill: (who: Parameters<typeof WhoField>[0]['who']) => void,
): void {
  const contact = useGet(
    'GET /contacts/{id}',
    { params: { id: preset.requesterId ?? '' } },
    { enabled: preset.requesterId !== undefined },
  );
  const client = useGet(
    'GET /clients/{id}',
    { params: { id: preset.clientId ?? '' } },
    { enabled: preset.clientId !== undefined && preset.requesterId === undefined },
  );
  const person = contact.data?.contact;
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled once, when it becomes known
  useEffect(() => {
    if (!empty) return;
    if (person)
      fill({
        clientId: person.clientId,
        clientName: person.clientName,
        requesterId: person.id,
        requesterName: person.name,
        vip: person.vip,
      });
    else if (client.data)
      fill({
        clientId: client.data.id,
        clientName: client.data.name,
        requesterId: null,
        requesterName: null,
        vip: false,
      });
  }, [person, client.data]);
}
