import { Button } from '@mantine/core';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { signOut } from '#web/api/here.ts';
import { queryClient, useGet } from '#web/api/use.ts';
import { useBrand } from './brand.ts';
import { PortalShell } from './shell.tsx';
import { useWaiting } from './use-waiting.ts';
import { t } from './words/t.ts';

/** What is around each page of the people of clients: whose desk it is, who is signed in, and the way out. */
export default function PortalFrame() {
  const { data: me } = useGet('GET /me', {}, { staleTime: 5 * 60_000 });
  const bare = me?.needsSecondFactor ?? true;
  const waiting = useWaiting(!bare);
  const brand = useBrand();
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the line is longer than the page: where one is stands in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page has its own place in the line
  useEffect(() => {
    nav.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname, bare]);
  const leave = async () => {
    await signOut();
    queryClient.clear();
    window.location.assign(brand?.home ?? '/portal/sign-in');
  };
  return (
    <PortalShell
      brand={brand}
      home={(name) => (
        <Link to="/portal" className="f-portal-home">
          {name}
        </Link>
      )}
      end={
        <>
          {me && (
            <Link to="/portal/security" className="f-portal-me" aria-label={t('frame.account', { name: me.name })}>
              <bdi className="f-cut">{me.name}</bdi>
            </Link>
          )}
          <Button variant="default" size="compact-sm" onClick={() => void leave()}>
            {t('frame.signOut')}
          </Button>
        </>
      }
      nav={
        !bare && (
          <nav ref={nav} className="f-portal-nav" aria-label={t('frame.nav')}>
            <Link to="/portal" activeOptions={{ exact: true }}>
              {t('frame.tickets')}
            </Link>
            {me?.companyWide && <Link to="/portal/company">{t('frame.company')}</Link>}
            {me?.companyWide && <Link to="/portal/quotes">{t('frame.quotes')}</Link>}
            {me?.companyWide && <Link to="/portal/invoices">{t('frame.invoices')}</Link>}
            {me?.companyWide && <Link to="/portal/projects">{t('frame.projects')}</Link>}
            <Link to="/portal/raise">{t('frame.raise')}</Link>
            <Link to="/portal/status">{t('frame.status')}</Link>
            <Link to="/portal/knowledge">{t('frame.knowledge')}</Link>
            <Link to="/portal/catalogue">{t('frame.catalogue')}</Link>
            <Link to="/portal/approvals">
              {t('frame.approvals')}
              {waiting > 0 && ` (${waiting})`}
            </Link>
          </nav>
        )
      }
    >
      <Outlet />
    </PortalShell>
  );
}
