import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { AnnouncementView } from '#shared/announcement.ts';
import { call } from '#web/api/client.ts';
import { useGet } from '#web/api/use.ts';
import { ErrorState } from '#web/ui/feedback/error-state.tsx';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { toast } from '#web/ui/feedback/toast-store.ts';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { AboutFields, bodyOf, follow, LABELS, RULES, TextFields, type Values, valuesOf } from './fields.tsx';
import { TOUCHED } from './touched.ts';
import './announcements.css';

/** Changing an announcement; of one that is published, for its readers at once. */
export default function EditAnnouncementPage() {
  const { id } = useParams({ from: '/workspace/announcements/$id/edit' });
  const { data, error, refetch } = useGet('GET /announcements/{id}', { params: { id } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead title={data?.title ?? 'Announcement'} />
      <PageBody>{data ? <EditAnnouncement key={id} announcement={data} /> : <SkeletonLines lines={10} />}</PageBody>
    </>
  );
}

function EditAnnouncement({ announcement }: { announcement: AnnouncementView }) {
  const navigate = useNavigate();
  const wide = useMe().allClients === true;
  const params = { id: announcement.id };
  const form = useForm<Values>({
    values: valuesOf(announcement),
    version: announcement.version,
    rules: RULES,
    draft: `announcement.${announcement.id}`,
    follow,
    save: ({ values, version }) =>
      send('PATCH /announcements/{id}', { params, body: { version, ...bodyOf(values) } }, TOUCHED),
    latest: async () => {
      const now = await call('GET /announcements/{id}', { params });
      return { values: valuesOf(now), version: now.version };
    },
    onSaved: () => {
      toast.done(announcement.state === 'draft' ? 'Draft saved' : 'Saved; its readers see it now');
      return navigate({ to: '/announcements/$id', params });
    },
  });
  return (
    <>
      <p className="f-plain">
        <Link to="/announcements/$id" params={params}>
          Back to the announcement
        </Link>
      </p>
      <FormShell form={form} submit="Save" labels={LABELS}>
        <div className="f-announcement-form">
          <div>
            <TextFields form={form} />
          </div>
          <div>
            <AboutFields form={form} wide={wide} />
          </div>
        </div>
      </FormShell>
    </>
  );
}
