import { Button, Textarea } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import type { Answers, Form } from '#kernel/form.ts';
import type { CatalogueItem, OrderBody } from '#shared/request.ts';
import { call } from '#web/api/client.ts';
import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { AnswersForm } from '#web/ui/answers/answers-form.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { useFocusFault } from '#web/ui/form/focus-fault.ts';
import { Select } from '#web/ui/form/select.tsx';
import { useKept } from '#web/ui/form/use-kept.ts';
import { useSettled } from '#web/ui/use-settled.ts';
import { Quote } from './quote.tsx';

/** Asking for one thing: its form, and what it costs, who decides and when it is there, before it is sent. */
export default function PortalOrderPage() {
  const { id } = useParams({ from: '/portal/catalogue/$id' });
  const { data, error, refetch } = useGet('GET /portal/catalogue/{catalogueItemId}', {
    params: { catalogueItemId: id },
  });
  return (
    <>
      <p className="f-portal-back">
        <Link to="/portal/catalogue">Everything you can ask for</Link>
      </p>
      {data ? (
        <Order key={data.id} item={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} whole />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </>
  );
}

const EMPTY = {
  answers: {} as Answers,
  parts: {} as Record<string, Answers>,
  forContactId: null as string | null,
  reason: '',
};

function Order({ item }: { item: CatalogueItem }) {
  const navigate = useNavigate();
  const ref = useRef<HTMLFormElement>(null);
  const { values, change, clear } = useKept(`portal.order.${item.id}`, EMPTY);
  const [tried, setTried] = useState(0);
  const people = useGet('GET /portal/colleagues', { query: {} }).data?.items ?? [];
  const settled = useSettled(values);
  const quote = useQuery({
    queryKey: ['POST /portal/requests/quote', item.id, settled],
    queryFn: () =>
      call('POST /portal/requests/quote', {
        body: bodyOf(
          item,
          settled,
          item.parts.map(({ id }) => id),
        ),
      }),
    placeholderData: keepPreviousData,
  });
  const included = quote.data?.included ?? item.parts.filter((part) => part.included).map(({ id }) => id);
  const order = useDo('POST /portal/requests', {
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
  const parts = item.parts.filter(({ id }) => included.includes(id));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (order.isPending) return;
    setTried((times) => times + 1);
    order.mutate({ body: bodyOf(item, values, included) });
  };
  const refused = order.error && Object.keys(faults).length === 0 ? toProblem(order.error).message : null;
  return (
    <>
      <title>{`${item.name} · Fettle`}</title>
      <div className="f-portal-head">
        <h1>
          <bdi>{item.name}</bdi>
        </h1>
      </div>
      {item.description && <p className="f-portal-note">{item.description}</p>}
      <form ref={ref} className="f-portal-order" noValidate onSubmit={send}>
        <AnswersForm
          form={item.form as Form}
          answers={values.answers}
          errors={below(faults, 'answers')}
          people={people}
          clientId={item.clientId}
          onChange={(answers) => change({ answers })}
        />
        {parts.map((part, at) => (
          <section key={part.id} aria-label={part.name} className="f-portal-part">
            <h2>
              <bdi>{part.name}</bdi>
            </h2>
            {part.summary && <p className="f-dim">{part.summary}</p>}
            <AnswersForm
              form={part.form as Form}
              answers={values.parts[part.id] ?? {}}
              errors={below(faults, `parts.${at}.answers`)}
              people={people}
              clientId={item.clientId}
              onChange={(answers) => change((now) => ({ parts: { ...now.parts, [part.id]: answers } }))}
            />
          </section>
        ))}
        <Select
          label="Who is it for?"
          searchable
          clearable
          placeholder="For you"
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.forContactId}
          error={faults['forContactId']}
          onChange={(forContactId) => change({ forContactId })}
        />
        <Textarea
          label="Why do you need it?"
          description={item.needsApproval ? 'Whoever approves it reads this.' : undefined}
          autosize
          minRows={2}
          maxLength={2_000}
          value={values.reason}
          error={faults['reason']}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        {quote.data && <Quote quote={quote.data} />}
        {refused && <p role="alert">{refused}</p>}
        <div className="f-portal-buttons">
          <Button type="submit" loading={order.isPending}>
            Send the request
          </Button>
        </div>
      </form>
    </>
  );
}

function bodyOf(item: CatalogueItem, values: typeof EMPTY, included: readonly string[]): OrderBody {
  const parts = item.parts
    .filter(({ id }) => included.includes(id))
    .map(({ id }) => ({ itemId: id, answers: (values.parts[id] ?? {}) as OrderBody['answers'] }));
  return {
    itemId: item.id,
    answers: values.answers as OrderBody['answers'],
    ...(parts.length > 0 ? { parts } : {}),
    ...(values.forContactId ? { forContactId: values.forContactId } : {}),
    ...(values.reason.trim() ? { reason: values.reason.trim() } : {}),
  };
}

/** The faults below a path, by what is left of theirs. */
const below = (faults: Readonly<Record<string, string>>, path: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faults).flatMap(([at, message]) =>
      at.startsWith(`${path}.`) ? [[at.slice(path.length + 1), message]] : [],
    ),
  );
