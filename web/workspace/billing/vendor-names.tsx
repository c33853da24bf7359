import { Button } from '@mantine/core';
import { useState } from 'react';
import type { VendorNameView } from '#shared/count.ts';
import { useDo, useGet } from '#web/api/use.ts';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { named } from '#web/ui/form/choices.ts';
import { Section } from '#web/ui/form/section.tsx';
import { MOST_OFFERED, Select } from '#web/ui/form/select.tsx';
import { useClients } from '../desk/names.ts';
import { BILLING_TOUCHED } from './touched.ts';

type Props = { names: readonly VendorNameView[]; may: boolean };
const idOf = ({ vendor, kind, name }: VendorNameView): string => `${vendor} ${kind} ${name}`;

/** What vendors call clients and products: first what nobody has mapped, then what was. */
export function VendorNames({ names, may }: Props) {
  const open = names.filter(({ state }) => state === 'open');
  const mapped = names.filter(({ state }) => state !== 'open');
  return (
    <>
      {open.length > 0 && (
        <Section
          title={`Names to map (${open.length})`}
          help="Once each: it holds from now on, and for the list that counts."
        >
          <Names title="Names to map" names={open} may={may} />
        </Section>
      )}
      {mapped.length > 0 && (
        <Section title="Mapped names">
          <Names title="Mapped names" names={mapped} may={may} />
        </Section>
      )}
    </>
  );
}

function Names({ title, names, may }: Props & { title: string }) {
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <ul className="f-vendor-names" aria-label={title}>
      {names.map((one) => (
        <li key={idOf(one)}>
          <div>
            <bdi>{one.name}</bdi>
            <div className="f-dim">
              {one.kind === 'client' ? 'Client' : 'Product'} of <bdi>{one.vendor}</bdi>
              {one.rows > 0 && `, in ${one.rows === 1 ? '1 row' : `${one.rows} rows`}`}
            </div>
          </div>
          {may && (one.state === 'open' || editing === idOf(one)) ? (
            <MapName one={one} onDone={() => setEditing(null)} />
          ) : (
            <div className="f-vendor-name">
              <bdi>{one.client?.name ?? one.product?.name ?? 'Passed over'}</bdi>
              {may && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Change what ${one.name} is`}
                  onClick={() => setEditing(idOf(one))}
                >
                  Change
                </Button>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

const NEW = 'new';

function MapName({ one, onDone }: { one: VendorNameView; onDone(): void }) {
  const { kind, vendor, name, version } = one;
  const clients = useClients();
  const { data: products } = useGet('GET /vendor-products', {});
  const [target, setTarget] = useState<string | null>(one.client?.id ?? one.product?.id ?? null);
  const map = useDo('PUT /vendor-names', {
    failed: 'Not mapped',
    refresh: BILLING_TOUCHED,
    onDone: () => {
      toast.done(`${name} is mapped`);
      onDone();
    },
  });
  const own = (products?.items ?? []).filter((product) => product.vendor.toLowerCase() === vendor.toLowerCase());
  const options =
    kind === 'client' ? named(clients) : [...named(own), { value: NEW, label: `A new product, “${name}”` }];
  const save = (to: { clientId?: string; productId?: string; newProduct?: string }) =>
    map.mutate({ body: { version, vendor, kind, name, ...to } });
  return (
    <div className="f-vendor-name">
      <Select
        aria-label={`What ${name} is`}
        placeholder={kind === 'client' ? 'Which client' : 'Which product'}
        searchable
        limit={MOST_OFFERED}
        data={options}
        value={target}
        onChange={setTarget}
      />
      <Button
        variant="light"
        aria-label={`Map ${name}`}
        disabled={target === null}
        loading={map.isPending}
        onClick={() =>
          target !== null &&
          save(kind === 'client' ? { clientId: target } : target === NEW ? { newProduct: name } : { productId: target })
        }
      >
        Map
      </Button>
      <Button variant="default" aria-label={`Pass over ${name}`} loading={map.isPending} onClick={() => save({})}>
        Pass over
      </Button>
    </div>
  );
}
