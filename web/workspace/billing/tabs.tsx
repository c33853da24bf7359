import { RoomTabs } from '#web/ui/frame/room-tabs.tsx';
import { useCan, useMe } from '../session/me.ts';

/** The lists of the room in which clients are billed. */
export function BillingTabs() {
  const can = useCan();
  const { allClients } = useMe();
  return (
    <RoomTabs
      label="Billing"
      tabs={[
        { to: '/billing', name: 'Invoices' },
        { to: '/billing/owed', name: 'Owed' },
        ...(can('billing.run') && allClients ? [{ to: '/billing/runs' as const, name: 'Runs' }] : []),
        { to: '/billing/quotes', name: 'Quotes' },
        { to: '/billing/price-book', name: 'Price book' },
        { to: '/billing/contracts', name: 'Contracts' },
        { to: '/billing/counts', name: 'Counts' },
        ...(allClients ? [{ to: '/billing/vendors' as const, name: 'Vendors’ lists' }] : []),
        { to: '/billing/charges', name: 'Charges' },
        { to: '/billing/rates', name: 'Rates' },
        ...(can('billing.run')
          ? ([
              { to: '/billing/margin', name: 'Margin' },
              { to: '/billing/recurring', name: 'Recurring' },
            ] as const)
          : []),
        ...(can('billing.run') && allClients ? [{ to: '/billing/accounting' as const, name: 'Accounting' }] : []),
      ]}
    />
  );
}
