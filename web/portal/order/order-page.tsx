import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import type { CatalogueItem, OrderBody } from '#shared/request.ts';
import { call } from '#web/api/client.ts';
import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EMPTY_ORDER, orderBody, orderValues } from '#web/ui/answers/order.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { useFocusFault } from '#web/ui/form/focus-fault.ts';
import { useKept } from '#web/ui/form/use-kept.ts';
import { Part, preload } from '#web/ui/load/part.tsx';
import { useSettled } from '#web/ui/use-settled.ts';
import { heard } from '#web/ui/words/words.ts';
import { Title } from '../title.tsx';
import { t } from '../words/t.ts';

const loadFields = () => import('#web/ui/answers/order-fields.tsx').then(({ OrderFields }) => OrderFields);
const loadQuote = () => import('#web/ui/answers/quote.tsx').then(({ Quote }) => Quote);
preload(loadFields);
preload(loadQuote);

/** Asking for one thing: its form, and what it costs, who decides and when it is there, before it is sent. */
export default function PortalOrderPage() {
  const { id } = useParams({ from: '/portal/catalogue/$id' });
  const { again } = useSearch({ from: '/portal/catalogue/$id' });
  const former = useGet(
    'GET /portal/tickets/{idOrKey}/request/again',
    { params: { idOrKey: again ?? '' } },
    // What was filled in since is not filled in anew.
    { enabled: again !== undefined, staleTime: Number.POSITIVE_INFINITY },
  );
  const { data, error, refetch } = useGet('GET /portal/catalogue/{catalogueItemId}', {
    params: { catalogueItemId: id },
  });
  return (
    <>
      <p className="f-portal-back">
        <Link to="/portal/catalogue">{t('catalogue.all')}</Link>
      </p>
      {data && !former.isLoading ? (
        <Order key={data.id} item={data} former={former.data?.order ?? null} again={again} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} whole />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </>
  );
}

type OrderProps = {
  item: CatalogueItem;
  /** What was asked for before, to be asked for once more. */
  former: OrderBody | null;
  /** The ticket that it was asked for by. */
  again: string | undefined;
};

function Order({ item, former, again }: OrderProps) {
  const navigate = useNavigate();
  const ref = useRef<HTMLFormElement>(null);
  const { values, change, clear } = useKept(
    `portal.order.${item.id}${former ? `.${again}` : ''}`,
    former ? orderValues(former) : EMPTY_ORDER,
  );
  const [tried, setTried] = useState(0);
  const people = useGet('GET /portal/colleagues', { query: {} }).data?.items ?? [];
  const settled = useSettled(values);
  const quote = useQuery({
    queryKey: ['POST /portal/requests/quote', item.id, settled],
    queryFn: () =>
      call('POST /portal/requests/quote', {
        body: orderBody(item, settled, []),
      }),
    placeholderData: keepPreviousData,
  });
  const included = quote.data?.included ?? item.parts.filter((part) => part.included).map(({ id }) => id);
  const order = useDo('POST /portal/requests', {
    lasting: true,
    failed: false,
    refresh: ['GET /portal/tickets'],
    onDone: async ({ key }) => {
      clear();
      await navigate({ to: '/portal/tickets/$key', params: { key } });
    },
  });
  const faults = { ...fieldErrors(order.error) };
  useFocusFault(ref, order.error);
  useFocusFault(ref, tried);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (order.isPending) return;
    setTried((times) => times + 1);
    order.mutate({ body: orderBody(item, values, included) });
  };
  const refused = order.error && Object.keys(faults).length === 0 ? heard(toProblem(order.error).message) : null;
  return (
    <>
      <Title of={item.name} />
      <div className="f-portal-head">
        <h1>
          <bdi>{item.name}</bdi>
        </h1>
      </div>
      {item.description && <p className="f-portal-note">{item.description}</p>}
      {former && <p className="f-dim">{t('order.again')}</p>}
      <form ref={ref} className="f-portal-order" noValidate onSubmit={send}>
        <Part load={loadFields} waiting={<SkeletonLines lines={6} />}>
          {(OrderFields) => (
            <OrderFields
              item={item}
              values={values}
              included={included}
              faults={faults}
              people={people}
              usually={t('order.forYou')}
              change={change}
            />
          )}
        </Part>
        {quote.data && (
          <Part load={loadQuote} waiting={<SkeletonLines lines={3} />}>
            {(Quote) => <Quote quote={quote.data} />}
          </Part>
        )}
        {refused && <p role="alert">{refused}</p>}
        <div className="f-portal-buttons">
          <Button type="submit" loading={order.isPending}>
            {t('order.send')}
          </Button>
        </div>
      </form>
    </>
  );
}
