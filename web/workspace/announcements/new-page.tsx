import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { SkeletonLines } from '#web/ui/feedback/skeleton.tsx';
import { FormShell } from '#web/ui/form/shell.tsx';
import { useForm } from '#web/ui/form/use-form.ts';
import { PageBody } from '#web/ui/frame/page-body.tsx';
import { PageHead } from '#web/ui/frame/page-head.tsx';
import { useMe } from '../session/me.ts';
import { send } from '../session/send.ts';
import { AboutFields, bodyOf, follow, RULES, TextFields, USUAL, type Values } from './fields.tsx';
import { TOUCHED } from './touched.ts';
import './announcements.css';

/** Writing an announcement, from a ticket where one is named. It is a draft until it is published. */
export default function NewAnnouncementPage() {
  const { ticket } = useSearch({ from: '/workspace/announcements/new' });
  const about = useGet('GET /tickets/{idOrKey}', { params: { idOrKey: ticket ?? '' } }, { enabled: !!ticket });
  return (
    <>
      <PageHead title="New announcement" />
      <PageBody>
        <p className="f-plain">
          <Link to="/announcements">All announcements</Link>
        </p>
        {ticket && about.isPending ? <SkeletonLines lines={8} /> : <NewAnnouncement about={about.data} />}
      </PageBody>
    </>
  );
}

function NewAnnouncement({ about }: { about: TicketView | undefined }) {
  const navigate = useNavigate();
  const wide = useMe().allClients === true;
  const service = about?.service?.id;
  const kind = about ? 'outage' : 'notice';
  const form = useForm<Values>({
    values: {
      kind,
      title: about?.title ?? '',
      text: '',
      effect: USUAL[kind],
      fromAt: about?.createdAt ?? new Date().toISOString(),
      untilAt: '',
      serviceIds: service ? [service] : [],
      audience: wide && service ? 'services' : wide && !about ? 'all' : 'chosen',
      groupIds: [],
      clientIds: about && !(wide && service) ? [about.client.id] : [],
      siteIds: [],
    },
    rules: RULES,
    draft: about ? `announcement.new.${about.id}` : 'announcement.new',
    follow,
    save: async ({ values }) => {
      const body = { ...bodyOf(values), ...(about ? { ticketId: about.id } : {}) };
      const { id } = await send('POST /announcements', { body }, TOUCHED);
      await navigate({ to: '/announcements/$id', params: { id } });
    },
  });
  return (
    <FormShell form={form} submit="Save draft">
      {about && (
        <p className="f-plain">
          About{' '}
          <Link to="/tickets/$key" params={{ key: about.key }}>
            {about.key} <bdi>{about.title}</bdi>
          </Link>
        </p>
      )}
      <div className="f-announcement-form">
        <div>
          <TextFields form={form} />
        </div>
        <div>
          <AboutFields form={form} wide={wide} />
        </div>
      </div>
    </FormShell>
  );
}
