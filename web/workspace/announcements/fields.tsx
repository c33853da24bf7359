import { useQuery } from '@tanstack/react-query';
import type { AnnouncementView, CreateAnnouncement } from '#shared/announcement.ts';
import type { AnnouncementKind, Audience, ServiceTrouble } from '#shared/announcement-words.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { named } from '#web/ui/form/choices.ts';
import { AreaField, ManyField, PickField, TextField } from '#web/ui/form/fields.tsx';
import { InstantField } from '#web/ui/form/instant-field.tsx';
import { needed, type Rules } from '#web/ui/form/rules.ts';
import type { Form } from '#web/ui/form/use-form.ts';
import { useSettled } from '#web/ui/use-settled.ts';
import { useClients, useServices } from '../desk/names.ts';
import { ofChosen, SitesField, siteIdsOf, siteValue } from './sites-field.tsx';
import { AUDIENCE_CHOICES, AUDIENCE_WORDS, EFFECT_CHOICES, KIND_CHOICES } from './words.ts';

export type Values = {
  kind: AnnouncementKind;
  title: string;
  text: string;
  effect: ServiceTrouble | 'none';
  fromAt: string;
  untilAt: string;
  serviceIds: readonly string[];
  audience: Audience;
  groupIds: readonly string[];
  clientIds: readonly string[];
  /** Each with its client: see `siteValue`. */
  siteIds: readonly string[];
};

export const LABELS: Partial<Record<keyof Values, string>> = {
  kind: 'Kind',
  title: 'Title',
  text: 'What is to be said',
  effect: 'What it does to them',
  fromAt: 'From',
  untilAt: 'Until',
  serviceIds: 'Services',
  audience: 'For',
  groupIds: 'Groups',
  clientIds: 'Clients',
  siteIds: 'Sites',
};

const someFor =
  (audience: Audience, says: string) =>
  (ids: readonly string[], all: Values): string | null =>
    all.audience === audience && ids.length === 0 ? says : null;

export const RULES: Rules<Values> = {
  title: needed('what it is about'),
  fromAt: needed('when it begins'),
  untilAt: (until, { fromAt }) => (until !== '' && until <= fromAt ? 'Choose a time after the beginning.' : null),
  serviceIds: someFor('services', 'Choose a service, or somebody else for whom it is.'),
  groupIds: someFor('groups', 'Choose a group.'),
  clientIds: someFor('chosen', 'Choose a client.'),
};

export const valuesOf = (one: AnnouncementView): Values => ({
  kind: one.kind,
  title: one.title,
  text: one.text,
  effect: one.effect ?? 'none',
  fromAt: one.fromAt,
  untilAt: one.untilAt ?? '',
  serviceIds: one.services.map(({ id }) => id),
  audience: one.audience,
  groupIds: one.groups.map(({ id }) => id),
  clientIds: one.clients.map(({ id }) => id),
  siteIds: one.sites.map(siteValue),
});

/** What a kind does to services unless somebody says otherwise. */
export const USUAL: Readonly<Record<AnnouncementKind, Values['effect']>> = {
  notice: 'none',
  maintenance: 'maintenance',
  outage: 'outage',
};

/** Another kind brings what it usually does; who chose something else keeps it. Without a client its sites go. */
export const follow = (next: Values, before: Values): Values => ({
  ...next,
  effect: next.kind !== before.kind && before.effect === USUAL[before.kind] ? USUAL[next.kind] : next.effect,
  siteIds: next.clientIds === before.clientIds ? next.siteIds : ofChosen(next.siteIds, next.clientIds),
});

const audienceOf = ({ audience, groupIds, clientIds, siteIds, serviceIds }: Values) => ({
  audience,
  serviceIds: [...serviceIds],
  groupIds: audience === 'groups' ? [...groupIds] : [],
  clientIds: audience === 'chosen' ? [...clientIds] : [],
  siteIds: audience === 'chosen' ? siteIdsOf(siteIds, clientIds) : [],
});

/** What the API takes. */
export const bodyOf = (values: Values): CreateAnnouncement => ({
  kind: values.kind,
  title: values.title.trim(),
  text: values.text,
  effect: values.effect === 'none' ? null : values.effect,
  fromAt: values.fromAt,
  untilAt: values.untilAt === '' ? null : values.untilAt,
  ...audienceOf(values),
});

/** What is said. */
export function TextFields({ form }: { form: Form<Values> }) {
  return (
    <>
      <TextField form={form} name="title" label="Title" required maxLength={200} data-autofocus />
      <AreaField
        form={form}
        name="text"
        label="What is to be said"
        description="Plain text: what happens, whom it affects, what they can do"
        autosize
        minRows={8}
        maxRows={24}
        maxLength={5_000}
      />
    </>
  );
}

/** What it is about, when, and for whom. */
export function AboutFields({ form, wide }: { form: Form<Values>; wide: boolean }) {
  const services = useServices().filter(({ id, active }) => active || form.values.serviceIds.includes(id));
  const all = useClients();
  const groups = useGet('GET /client-groups', {}, { staleTime: 60_000 }).data?.items ?? [];
  const { kind, audience } = form.values;
  const help = {
    notice: 'It is seen from here on',
    maintenance: 'It is seen as soon as it is published',
    outage: undefined,
  }[kind];
  const until = {
    notice: 'It ends by itself then; empty: when you end it',
    maintenance: 'It ends by itself then; empty: when you end it',
    outage: 'What you expect, if you do; it ends when you say so',
  }[kind];
  return (
    <>
      <PickField form={form} name="kind" label="Kind" data={KIND_CHOICES} />
      <ManyField form={form} name="serviceIds" label="Services" data={named(services)} />
      {form.values.serviceIds.length > 0 && (
        <PickField form={form} name="effect" label="What it does to them" data={EFFECT_CHOICES} />
      )}
      <InstantField form={form} name="fromAt" label="From" required {...(help ? { description: help } : {})} />
      <InstantField form={form} name="untilAt" label="Until" description={until} />
      <PickField
        form={form}
        name="audience"
        label="For"
        description={AUDIENCE_WORDS[audience].help}
        data={wide ? AUDIENCE_CHOICES : AUDIENCE_CHOICES.filter(({ value }) => value === 'chosen')}
      />
      {audience === 'groups' && <ManyField form={form} name="groupIds" label="Groups" required data={named(groups)} />}
      {audience === 'chosen' && <ManyField form={form} name="clientIds" label="Clients" required data={named(all)} />}
      {audience === 'chosen' && <SitesField form={form} />}
      <ReachLine values={form.values} />
    </>
  );
}

/** Whom it would reach. */
function ReachLine({ values }: { values: Values }) {
  const asked = useSettled(JSON.stringify(audienceOf(values)));
  const { data } = useQuery({
    queryKey: ['POST /announcements/reach', asked],
    queryFn: () => call('POST /announcements/reach', { body: JSON.parse(asked) }),
  });
  if (!data) return <p className="f-plain f-dim">Counting whom it reaches …</p>;
  const more = data.clients - data.names.length;
  return (
    <div className="f-announcement-reach" role="status">
      <p className="f-plain">
        It reaches <strong>{people(data.people)}</strong> at <strong>{clients(data.clients)}</strong>.
      </p>
      {data.names.length > 0 && (
        <p className="f-plain f-dim">
          <bdi>{data.names.join(', ')}</bdi>
          {more > 0 && ` and ${more} more`}
        </p>
      )}
    </div>
  );
}

export const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);
export const clients = (count: number) => (count === 1 ? '1 client' : `${count} clients`);
