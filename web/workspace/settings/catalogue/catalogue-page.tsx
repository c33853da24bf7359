import { Badge, Button, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CatalogueItemRow, CreateCatalogueItem } from '#shared/catalogue.ts';
import { formatMoney } from '#shared/money-words.ts';
import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { fits } from '#web/ui/form/fitting.ts';
import { SearchField } from '#web/ui/form/search-field.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { ItemIcon } from '#web/ui/marks/item-icon.tsx';
import { useClients } from '../../desk/names.ts';
import { useCan } from '../../session/me.ts';
import { forWhom, isFor } from './for-whom.ts';
import { newTerms } from './values.ts';
import '../lists/record-list.css';
import './catalogue.css';

/** What clients may ask for: each item opens with its form, price, approval and plan. */
export default function CataloguePage() {
  const mayEdit = useCan()('catalogue.manage');
  const [making, setMaking] = useState(false);
  const { data, error, refetch } = useGet('GET /catalogue-items', {});
  const { at, go } = useAddress();
  const clients = useClients();
  const groups = useGet('GET /client-groups', {}).data?.items ?? [];
  const q = at.get('q') ?? '';
  const client = clients.find(({ id }) => id === at.get('client'));
  const shown = data?.items.filter(
    (item) => fits(`${item.name} ${item.heading}`, q) && (!client || isFor(item, client)),
  );
  const add = mayEdit && <Button onClick={() => setMaking(true)}>New item</Button>;
  return (
    <>
      <PageHead title="Catalogue" actions={add} narrow />
      <PageBody narrow>
        <p className="f-plain f-dim">
          What people of clients may ask for, in the portal or through you: with a form of its own, a price, an
          approval, and the tasks that carry it out. A draft is offered to nobody until it is published.
        </p>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={6} />}
        {data?.items.length === 0 && (
          <EmptyState title="No items yet" action={add}>
            What is asked for again and again is answered faster with a form, and carried out by a plan.
          </EmptyState>
        )}
        {data && data.items.length > 0 && (
          <search className="f-list-bar">
            <SearchField label="Search the catalogue" text={q} onChange={(text) => go({ q: text })} />
            <Select
              aria-label="Client"
              placeholder="For all clients"
              clearable
              searchable
              data={clients.map(({ id, name }) => ({ value: id, label: name }))}
              value={client?.id ?? null}
              onChange={(id) => go({ client: id })}
            />
          </search>
        )}
        {shown?.length === 0 && data?.items.length !== 0 && <p className="f-plain f-dim">Nothing fits.</p>}
        <ul className="f-records">
          {shown?.map((item) => (
            <li key={item.id} data-inactive={!item.active || undefined}>
              <ItemIcon icon={item.icon} size={18} />
              <div>
                <Link to="/settings/catalogue/$id" params={{ id: item.id }}>
                  <bdi>{item.name}</bdi>
                </Link>{' '}
                <Marks item={item} />
                <div className="f-dim">
                  {[
                    item.heading,
                    item.price && formatMoney(item.price),
                    forWhom(item, clients, groups),
                    item.roles.length > 0 && `only ${item.roles.join(', ')}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
            </li>
          ))}
        </ul>
      </PageBody>
      <Dialog title="New item" opened={making} onClose={() => setMaking(false)}>
        <NewItem />
      </Dialog>
    </>
  );
}

function Marks({ item }: { item: CatalogueItemRow }) {
  return (
    <>
      {!item.active && <Badge color="gray">Withdrawn</Badge>}
      {item.published === null && <Badge color="gray">Draft</Badge>}
      {item.published !== null && item.draft && <Badge color="gray">Changes in draft</Badge>}
      {item.bundle && <Badge color="gray">Bundle</Badge>}
    </>
  );
}

function NewItem() {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const make = useDo('POST /catalogue-items', {
    failed: false,
    refresh: ['GET /catalogue-items'],
    onDone: ({ id }) => navigate({ to: '/settings/catalogue/$id', params: { id } }),
  });
  return (
    <form
      className="f-action-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) make.mutate({ body: { terms: newTerms(name.trim()) as CreateCatalogueItem['terms'] } });
      }}
    >
      <TextInput
        label="What people read"
        placeholder="Laptop"
        data-autofocus
        maxLength={200}
        value={name}
        error={make.error && (fieldErrors(make.error)['terms.name'] ?? toProblem(make.error).message)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
        Begin a draft
      </Button>
    </form>
  );
}
