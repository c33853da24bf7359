import type { ReactNode } from 'react';
import { useGet } from '#web/api/use.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { t } from '../words/t.ts';

/** What binds the company is for whoever may sign for it; anybody else is told so, and by whom to ask. */
export function ForSigners({ children }: { children: ReactNode }) {
  const { data: me } = useGet('GET /me', {}, { staleTime: 5 * 60_000 });
  if (!me) return <SkeletonLines lines={6} />;
  if (!me.companyWide) return <EmptyState title={t('quotes.forSigners')}>{t('quotes.forSignersHelp')}</EmptyState>;
  return children;
}
