import { Button, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ProductView } from '#shared/product.ts';
import { BILLED_WAY_WORDS, PRODUCT_KIND_WORDS, PRODUCT_KINDS } from '#shared/product-words.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { Dialog } from '#web/ui/form/dialog.tsx';
import { Select } from '#web/ui/form/select.tsx';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useAddress } from '#web/ui/frame/use-address.ts';
import { useSettled } from '#web/ui/use-settled.ts';
import { useCan, useMe } from '../../session/me.ts';
import { unitPrice } from '../money.ts';
import { BillingTabs } from '../tabs.tsx';
import { ImportPriceList } from './import-price-list.tsx';
import { ProductForm } from './product-form.tsx';
import { PRODUCTS_TOUCHED } from './touched.ts';
import '../../clients/report/report.css';
import '../billing.css';

/** The price book: what is sold, for how much, and what it costs. */
export default function PriceBookPage() {
  const { at, go } = useAddress();
  const can = useCan();
  const { allClients } = useMe();
  const may = can('contract.manage') && allClients;
  const [open, setOpen] = useState<ProductView | 'new' | 'import' | null>(null);
  const kind = PRODUCT_KINDS.find((one) => one === at.get('kind'));
  const [q, setQ] = useState(at.get('q') ?? '');
  const retired = at.get('retired') === 'yes';
  const settled = useSettled(q).trim();
  const query = {
    ...(settled ? { q: settled } : {}),
    ...(kind ? { kind } : {}),
    ...(retired ? { retired } : {}),
  };
  const { data, error, refetch } = useGet('GET /products', { query });
  const close = () => setOpen(null);
  const add = may && <Button onClick={() => setOpen('new')}>New product</Button>;
  const found = q !== '' || kind !== undefined;
  return (
    <div className="f-report">
      <PageHead
        title="Billing"
        actions={
          may && (
            <>
              {add}
              <Button variant="default" onClick={() => setOpen('import')}>
                Import a list…
              </Button>
            </>
          )
        }
      >
        <BillingTabs />
      </PageHead>
      <PageBody>
        <search className="f-billing-bar">
          <TextInput
            aria-label="Find a product"
            placeholder="Code, name or words"
            maxLength={100}
            value={q}
            onChange={(event) => {
              setQ(event.currentTarget.value);
              go({ q: event.currentTarget.value || null });
            }}
          />
          <Select
            aria-label="Kind"
            data={[
              { value: '', label: 'Every kind' },
              ...PRODUCT_KINDS.map((value) => ({ value, label: PRODUCT_KIND_WORDS[value] })),
            ]}
            value={kind ?? ''}
            onChange={(next) => go({ kind: next || null })}
          />
          <Switch
            label="Retired too"
            checked={retired}
            onChange={(event) => go({ retired: event.currentTarget.checked ? 'yes' : null })}
          />
        </search>
        {error && <ErrorState error={error} onRetry={() => void refetch()} compact />}
        {!data && !error && <SkeletonLines lines={8} />}
        {data?.items.length === 0 && (
          <EmptyState
            title={found ? 'Nothing is called so' : 'Nothing is in the price book yet'}
            action={!found && add}
          >
            {found
              ? 'Look for another word, or for every kind.'
              : 'What you sell stands here, and quotes are made of it.'}
          </EmptyState>
        )}
        {data && data.items.length > 0 && <Products rows={data.items} may={may} onEdit={setOpen} />}
      </PageBody>
      <Dialog title="Import a list of products" opened={open === 'import'} onClose={close} size={760}>
        <ImportPriceList onClose={close} />
      </Dialog>
      <Dialog
        title={open === 'new' ? 'New product' : 'Product'}
        opened={open !== null && open !== 'import'}
        onClose={close}
        size={680}
      >
        {open !== 'import' && <ProductForm product={open === 'new' ? null : open} onClose={close} />}
      </Dialog>
    </div>
  );
}

type Props = { rows: readonly ProductView[]; may: boolean; onEdit(product: ProductView): void };

function Products({ rows, may, onEdit }: Props) {
  const retire = useDo('PATCH /products/{id}', { failed: 'Not changed', refresh: PRODUCTS_TOUCHED });
  return (
    <Sideways label="Products">
      <table className="f-report-table">
        <caption className="f-hidden">Products</caption>
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Kind</th>
            <th scope="col">Billed</th>
            <th scope="col" className="f-money">
              Price
            </th>
            <th scope="col" className="f-money">
              Costs you
            </th>
            <th scope="col">
              <span className="f-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <bdi>{row.name}</bdi>
                <div className="f-dim">
                  <bdi>{row.code}</bdi>
                  {!row.active && ', retired'}
                </div>
              </th>
              <td>{PRODUCT_KIND_WORDS[row.kind]}</td>
              <td>
                {BILLED_WAY_WORDS[row.billed]}
                {row.unit && (
                  <div className="f-dim">
                    per <bdi>{row.unit}</bdi>
                  </div>
                )}
              </td>
              <td className="f-money">
                <div className="f-amounts">
                  {row.prices.map(({ currency, price }) => (
                    <span key={currency}>{unitPrice(price, currency)}</span>
                  ))}
                </div>
                {row.prices.length === 0 && '–'}
              </td>
              <td className="f-money">
                <div className="f-amounts">
                  {row.prices.map(({ currency, cost }) => (
                    <span key={currency}>{cost === null ? '–' : unitPrice(cost, currency)}</span>
                  ))}
                </div>
              </td>
              <td>
                {may && (
                  <div className="f-row-of-buttons">
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Edit ${row.name}`}
                      onClick={() => onEdit(row)}
                    >
                      Edit
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`${row.active ? 'Retire' : 'Sell again'} ${row.name}`}
                      loading={retire.isPending && retire.variables.params.id === row.id}
                      onClick={() =>
                        retire.mutate({ params: { id: row.id }, body: { version: row.version, active: !row.active } })
                      }
                    >
                      {row.active ? 'Retire' : 'Sell again'}
                    </Button>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
