import { Button, Checkbox, Group, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ItemTerms } from '#kernel/catalogue.ts';
import type { OfferView, PutOffer } from '#shared/catalogue.ts';
import { formatMoney, minorDigits } from '#shared/money-words.ts';
import { fieldErrors, toProblem } from '#web/api/problem.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { NumberInput } from '#web/ui/form/number-input.tsx';
import { Section } from '#web/ui/form/section.tsx';
import { useClients } from '../../desk/names.ts';
import { Named } from './basic-fields.tsx';

const TOUCHED = ['GET /catalogue-items/{catalogueItemId}/offers'] as const;

/** What differs for groups and clients; what is not said there is inherited. */
export function Offers({ itemId, terms, mayEdit }: { itemId: string; terms: ItemTerms; mayEdit: boolean }) {
  const [open, setOpen] = useState<OfferView | 'new' | null>(null);
  const { data } = useGet('GET /catalogue-items/{catalogueItemId}/offers', { params: { catalogueItemId: itemId } });
  const drop = useDo('DELETE /catalogue-items/{catalogueItemId}/offers/{offerId}', {
    failed: 'Not removed',
    refresh: TOUCHED,
  });
  return (
    <Section
      title="For groups and clients"
      help="A price, a time or an approval of their own. The nearest holds: the client’s, then the group’s, then the item’s."
      actions={
        mayEdit && (
          <Button variant="default" size="compact-sm" onClick={() => setOpen('new')}>
            Add
          </Button>
        )
      }
    >
      <ul className="f-item-offers">
        {data?.items.map((offer) => (
          <li key={offer.id}>
            <div>
              <bdi>{offer.client?.name ?? offer.group?.name}</bdi>
              <div className="f-dim">{wordsOf(offer.terms)}</div>
            </div>
            {mayEdit && (
              <Group gap={4}>
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={`Edit ${offer.client?.name ?? offer.group?.name}`}
                  onClick={() => setOpen(offer)}
                >
                  Edit
                </Button>
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  aria-label={`Let ${offer.client?.name ?? offer.group?.name} inherit`}
                  onClick={() => drop.mutate({ params: { catalogueItemId: itemId, offerId: offer.id } })}
                >
                  Inherit
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
      <Dialog title="For a group or client" opened={open !== null} onClose={() => setOpen(null)}>
        {open && (
          <OfferForm itemId={itemId} terms={terms} offer={open === 'new' ? null : open} onClose={() => setOpen(null)} />
        )}
      </Dialog>
    </Section>
  );
}

function wordsOf({ price, deliveryDays, approval, offered }: OfferView['terms']): string {
  const said = [
    offered === false && 'not offered',
    price && formatMoney(price),
    price === null && 'no price',
    typeof deliveryDays === 'number' && `${deliveryDays} business days`,
    approval === null && 'no approval',
    approval && `approval: ${approval.steps.map(({ name }) => name).join(', ')}`,
  ];
  return said.filter(Boolean).join(' · ') || 'as the item says';
}

type FormProps = { itemId: string; terms: ItemTerms; offer: OfferView | null; onClose(): void };

function OfferForm({ itemId, terms, offer, onClose }: FormProps) {
  const clients = useClients();
  const groups = useGet('GET /client-groups', {}).data?.items ?? [];
  const [at, setAt] = useState<'client' | 'group'>(offer?.group ? 'group' : 'client');
  const [place, setPlace] = useState<string | null>(offer?.client?.id ?? offer?.group?.id ?? null);
  const [values, setValues] = useState<PutOffer['terms']>(offer?.terms ?? {});
  const currency = values.price?.currency ?? terms.price?.currency ?? 'AUD';
  const factor = 10 ** minorDigits(currency);
  const save = useDo('PUT /catalogue-items/{catalogueItemId}/offers', {
    failed: false,
    refresh: TOUCHED,
    onDone: onClose,
  });
  /** Undefined means inherited, so it is left out. */
  const set = <K extends keyof PutOffer['terms']>(key: K, value: PutOffer['terms'][K] | undefined) =>
    setValues(
      ({ [key]: _gone, ...rest }) => (value === undefined ? rest : { ...rest, [key]: value }) as PutOffer['terms'],
    );
  const send = () => {
    if (place === null) return;
    const body: PutOffer = {
      ...(at === 'client' ? { clientId: place } : { groupId: place }),
      terms: values,
      ...(offer ? { version: offer.version } : {}),
    };
    save.mutate({ params: { catalogueItemId: itemId }, body });
  };
  const faults = Object.values(fieldErrors(save.error));
  return (
    <form
      className="f-action-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {!offer && (
        <SegmentedControl
          aria-label="For a client or a group"
          data={[
            { value: 'client', label: 'A client' },
            { value: 'group', label: 'A group' },
          ]}
          value={at}
          onChange={(next) => {
            setAt(next as 'client' | 'group');
            setPlace(null);
          }}
        />
      )}
      {offer ? (
        <p className="f-plain">
          <bdi>{offer.client?.name ?? offer.group?.name}</bdi>
        </p>
      ) : (
        <Named
          label={at === 'client' ? 'Client' : 'Group'}
          list={at === 'client' ? clients : groups}
          placeholder="Choose one"
          value={place}
          onChange={setPlace}
        />
      )}
      <NumberInput
        label={`Price (${currency})`}
        description="Empty: inherited"
        min={0}
        decimalScale={minorDigits(currency)}
        value={values.price ? values.price.minor / factor : ''}
        onChange={(next) =>
          set('price', typeof next === 'number' ? { minor: Math.round(next * factor), currency } : undefined)
        }
      />
      <NumberInput
        label="Delivered after business days"
        description="Empty: inherited"
        min={0}
        max={365}
        allowDecimal={false}
        value={values.deliveryDays ?? ''}
        onChange={(next) => set('deliveryDays', typeof next === 'number' ? next : undefined)}
      />
      <Checkbox
        label="Needs no approval here"
        checked={values.approval === null}
        onChange={(event) => set('approval', event.currentTarget.checked ? null : undefined)}
      />
      <Checkbox
        label="Not offered here"
        checked={values.offered === false}
        onChange={(event) => set('offered', event.currentTarget.checked ? false : undefined)}
      />
      {save.error && <p role="alert">{faults.join(' ') || toProblem(save.error).message}</p>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={save.isPending} disabled={place === null}>
          Save
        </Button>
      </Group>
    </form>
  );
}
