import { Badge, Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { ItemTerms } from '#kernel/catalogue.ts';
import type { CatalogueItemView, SaveItem } from '#shared/catalogue.ts';
import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { queryClient, useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { Section } from '#web/ui/form/section.tsx';
import { useKept } from '#web/ui/form/use-kept.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useCan } from '../../session/me.ts';
import { WordsLink } from '../words/words-link.tsx';
import { ApprovalFields } from './approval-fields.tsx';
import { type Audience, AudienceFields } from './audience-fields.tsx';
import { BasicFields } from './basic-fields.tsx';
import { FormBuilder } from './form-builder.tsx';
import { Offers } from './offers.tsx';
import { PlanFields } from './plan-fields.tsx';
import { Preview } from './preview.tsx';
import { newTerms } from './values.ts';

const TOUCHED = ['GET /catalogue-items', 'GET /catalogue-items/{catalogueItemId}'] as const;

/** An item: what it says on the left, how people see it on the right. What is typed is kept until it is saved. */
export function ItemEditor({ item }: { item: CatalogueItemView }) {
  const mayEdit = useCan()('catalogue.manage');
  const stored = (item.draft ?? item.current?.terms ?? newTerms('')) as ItemTerms;
  const { audience, groupIds, clientIds, roles } = item;
  const base = { terms: stored, whom: { audience, groupIds, clientIds, roles } as Audience };
  const { values, change, clear } = useKept(`catalogue.${item.id}.${item.version}`, base);
  const [refused, setRefused] = useState<unknown>(null);
  const params = { catalogueItemId: item.id };
  const dirty = JSON.stringify(values) !== JSON.stringify(base);
  const save = useDo('PATCH /catalogue-items/{catalogueItemId}', { failed: false });
  const publish = useDo('POST /catalogue-items/{catalogueItemId}/publish', { failed: false });
  const busy = save.isPending || publish.isPending;
  const terms = (part: Partial<ItemTerms>) => change((now) => ({ terms: { ...now.terms, ...part } }));
  /** Saves what differs, then does what is asked besides; the last answer is what is shown. */
  const run = async (besides: { publish?: boolean; active?: boolean }) => {
    setRefused(null);
    try {
      let { version } = item;
      if (dirty || besides.active !== undefined) {
        const body: SaveItem = {
          version,
          ...(dirty ? { terms: values.terms as NonNullable<SaveItem['terms']>, ...values.whom } : {}),
          ...(besides.active === undefined ? {} : { active: besides.active }),
        };
        version = (await save.mutateAsync({ params, body })).version;
      }
      if (besides.publish) await publish.mutateAsync({ params, body: { version } });
      clear();
      toast.done(besides.publish ? `${values.terms.name} is offered` : `${values.terms.name} is saved`);
      await Promise.all(TOUCHED.map((one) => queryClient.invalidateQueries({ queryKey: [one] })));
    } catch (error) {
      setRefused(error);
    }
  };
  const faults = Object.fromEntries(
    Object.entries(fieldErrors(refused)).map(([path, message]) => [path.replace(/^terms\./, ''), message]),
  );
  const mayPublish = dirty || item.draft !== null;
  return (
    <>
      <PageHead
        title={values.terms.name || 'Item'}
        actions={
          mayEdit && (
            <Group gap={8}>
              {dirty && (
                <Button variant="default" disabled={busy} onClick={clear}>
                  Discard changes
                </Button>
              )}
              <Button variant="default" loading={busy} disabled={!dirty} onClick={() => void run({})}>
                Save draft
              </Button>
              <Button loading={busy} disabled={!mayPublish} onClick={() => void run({ publish: true })}>
                Publish
              </Button>
            </Group>
          )
        }
      />
      <PageBody>
        <p className="f-plain f-dim">
          {item.current ? `Version ${item.current.number} is offered. ` : 'Nobody is offered it yet. '}
          {item.draft && <Badge color="gray">Changes in draft</Badge>}
          {!item.active && <Badge color="gray">Withdrawn</Badge>} <WordsLink kind="item" of={values.terms.name} />
        </p>
        {refused !== null && (
          <div role="alert" className="f-form-fault">
            <p>{toProblem(refused).message}</p>
            {Object.entries(faults).map(([path, message]) => (
              <p key={path}>
                {path.replaceAll('.', ' › ')}: {message}
              </p>
            ))}
          </div>
        )}
        <div className="f-item-columns">
          <fieldset className="f-item-fields" disabled={!mayEdit} aria-label="What it says">
            <BasicFields terms={values.terms} change={terms} />
            <FormBuilder form={values.terms.form} onChange={(form) => terms({ form })} />
            <ApprovalFields
              approval={values.terms.approval}
              currency={values.terms.price?.currency ?? 'AUD'}
              onChange={(approval) => terms({ approval })}
            />
            <PlanFields terms={values.terms} itemId={item.id} change={terms} />
            <Section title="Whom it is for" help="Whoever it is not for does not know that there is such an item.">
              <AudienceFields value={values.whom} onChange={(whom) => change({ whom })} />
            </Section>
          </fieldset>
          <div className="f-item-preview">
            <Preview terms={values.terms} />
            <Offers itemId={item.id} terms={values.terms} mayEdit={mayEdit} />
            {mayEdit && (
              <Button variant="default" loading={busy} onClick={() => void run({ active: !item.active })}>
                {item.active ? 'Withdraw from the catalogue' : 'Offer it again'}
              </Button>
            )}
            <Section title="Versions">
              <ol className="f-item-versions" reversed>
                {item.versions.map(({ number, note, publishedAt, publishedBy }) => (
                  <li key={number} value={number}>
                    {publishedAt.slice(0, 10)} {publishedBy} {note && <q>{note}</q>}
                  </li>
                ))}
              </ol>
            </Section>
          </div>
        </div>
      </PageBody>
    </>
  );
}
