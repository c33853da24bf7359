import { useDo, useGet } from '#web/api/use.ts';
import { t } from '../words/t.ts';

const READ = ['GET /portal/announcements'] as const;

/** What is announced to the reader. */
export const useAnnounced = () => useGet('GET /portal/announcements', {}, { staleTime: 30_000 });

/** Whether the reader gets mail about announcements; as most do while that is not known. */
export const useMailed = () => useAnnounced().data?.mail ?? true;

export const useWantMail = () => useDo('PUT /portal/announcement-mail', { failed: t('common.notSent'), refresh: READ });

export const useDismiss = () =>
  useDo('PUT /portal/announcements/{id}/dismissal', { failed: t('common.notSent'), refresh: READ });

export const useFollow = () =>
  useDo('PUT /portal/announcements/{id}/following', { failed: t('common.notSent'), refresh: READ });
