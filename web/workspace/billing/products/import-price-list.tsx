import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PriceListPreview } from '#shared/product.ts';
import { useDo } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { FormFault } from '#web/ui/form/shell.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { ListFaults } from '../list-faults.tsx';
import { ListFile, ListText } from '../list-text.tsx';
import { unitPrice } from '../money.ts';
import { PRODUCTS_TOUCHED } from './touched.ts';

const EXAMPLE = `code,name,kind,billed,currency,price,cost
FW-60,Firewall 60,goods,once,AUD,1299,801.50`;
const DOES = { create: 'new', change: 'changes', same: 'as it is' } as const;

/** A list of products, pasted or from a file: first what it would do and what is wrong with which line, then all of it or nothing. */
export function ImportPriceList({ onClose }: { onClose(): void }) {
  const [csv, setCsv] = useState('');
  const look = useDo('POST /price-lists/preview', { failed: false });
  const take = useDo('POST /price-lists', {
    failed: false,
    refresh: PRODUCTS_TOUCHED,
    onDone: ({ created, changed }) => {
      toast.done(`The list was taken: ${created} new, ${changed} changed`);
      onClose();
    },
  });
  const change = (next: string) => {
    setCsv(next);
    look.reset();
    take.reset();
  };
  const seen = look.data;
  return (
    <div className="f-vendor-import">
      <p className="f-plain">
        A table (CSV) with a first line of names: code, name, kind (goods, licence, service, labour), billed (once,
        monthly), currency and price; where they are there, cost, description, unit, supplier and tax. A product with
        prices in several currencies has a line for each. Codes that are there are changed.
      </p>
      <ListText csv={csv} example={EXAMPLE} onChange={change} />
      <FormFault error={look.error ?? take.error} />
      {seen && <Preview seen={seen} />}
      <div className="f-form-foot">
        <ListFile onChange={change} />
        <Button
          variant={seen ? 'default' : 'filled'}
          disabled={csv.trim() === ''}
          loading={look.isPending}
          onClick={() => look.mutate({ body: { csv } })}
        >
          Preview
        </Button>
        {seen && seen.faults.length === 0 && seen.created + seen.changed > 0 && (
          <Button loading={take.isPending} onClick={() => take.mutate({ body: { csv } })}>
            Take it
          </Button>
        )}
      </div>
    </div>
  );
}

function Preview({ seen }: { seen: PriceListPreview }) {
  if (seen.faults.length > 0) return <ListFaults faults={seen.faults} />;
  const { created, changed, same, ignored, first } = seen;
  const prices = (of: PriceListPreview['first'][number]['prices']) =>
    of.map(({ currency, price }) => unitPrice(price, currency)).join(', ') || '–';
  return (
    <section aria-label="What the list says">
      <p className="f-plain" role="status">
        {created} new, {changed} changed, {same} as they are.
        {ignored.length > 0 && ` Not read: ${ignored.join(', ')}.`}
        {first.length < created + changed + same && ` The first ${first.length} are shown.`}
      </p>
      <Sideways label="What the list says, as a table">
        <table className="f-report-table">
          <caption className="f-hidden">What the list says</caption>
          <thead>
            <tr>
              <th scope="col">Product</th>
              <th scope="col">It</th>
              <th scope="col">Price</th>
              <th scope="col">Until now</th>
            </tr>
          </thead>
          <tbody>
            {first.map((one) => (
              <tr key={one.code}>
                <th scope="row">
                  <bdi>{one.name}</bdi>
                  <div className="f-dim">
                    <bdi>{one.code}</bdi>
                  </div>
                </th>
                <td>{DOES[one.does]}</td>
                <td>{prices(one.prices)}</td>
                <td>{prices(one.was)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}
