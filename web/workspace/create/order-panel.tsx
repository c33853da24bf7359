import { Button, Group } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import type { CatalogueItem } from '#shared/request.ts';
import { call } from '#web/api/client.ts';
import { fieldErrors } from '#web/api/problem.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EMPTY_ORDER, type OrderValues, orderBody } from '#web/ui/answers/order.ts';
import { OrderFields } from '#web/ui/answers/order-fields.tsx';
import { Quote } from '#web/ui/answers/quote.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { useFocusFault } from '#web/ui/form/focus-fault.ts';
import { useSettled } from '#web/ui/use-settled.ts';
import { refreshTickets } from '../actions/index.ts';
import { Refused } from '../actions/refused.tsx';
import { useColleagues } from '../desk/colleagues.ts';
import { createOpen } from './store.ts';

type Orderer = { clientId: string; requesterId: string };
type Props = { who: Orderer; name: string; itemId: string; onBack(): void };

/** Ordering something from the catalogue for somebody: the item's form, and what it costs, who decides and when it is there. */
export function OrderPanel({ who, name, itemId, onBack }: Props) {
  const { data } = useGet('GET /catalogue/{catalogueItemId}', {
    params: { catalogueItemId: itemId },
    query: { clientId: who.clientId, requesterId: who.requesterId },
  });
  return data ? <Order who={who} name={name} item={data} onBack={onBack} /> : <SkeletonLines lines={8} />;
}

function Order({ who, name, item, onBack }: Omit<Props, 'itemId'> & { item: CatalogueItem }) {
  const { clientId, requesterId } = who;
  const navigate = useNavigate();
  const ref = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<OrderValues>(EMPTY_ORDER);
  const people = useColleagues(clientId);
  const settled = useSettled(values);
  const quote = useQuery({
    queryKey: ['POST /requests/quote', item.id, clientId, requesterId, settled],
    queryFn: () => call('POST /requests/quote', { body: { clientId, requesterId, ...orderBody(item, settled, []) } }),
    placeholderData: keepPreviousData,
  });
  const included = quote.data?.included ?? item.parts.filter((part) => part.included).map(({ id }) => id);
  const order = useDo('POST /requests', {
    lasting: true,
    failed: false,
    onDone: async ({ key }) => {
      createOpen.set(null);
      toast.done(`${key} is logged`);
      await refreshTickets();
      await navigate({ to: '/tickets/$key', params: { key } });
    },
  });
  const faults = fieldErrors(order.error);
  useFocusFault(ref, order.error);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!order.isPending) order.mutate({ body: { clientId, requesterId, ...orderBody(item, values, included) } });
  };
  return (
    <form
      ref={ref}
      className="f-action-form"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit(event)}
    >
      <h2>
        <bdi>{item.name}</bdi> for <bdi>{name}</bdi>
      </h2>
      <OrderFields
        item={item}
        values={values}
        included={included}
        faults={faults}
        people={people}
        usually={`For ${name}`}
        change={(part) => setValues((now) => ({ ...now, ...part }))}
      />
      {quote.data && <Quote quote={quote.data} />}
      <Refused error={order.error} shown={Object.keys(faults).filter((path) => path.includes('answers.'))} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
        <Button type="submit" loading={order.isPending}>
          Log request
        </Button>
      </Group>
    </form>
  );
}
