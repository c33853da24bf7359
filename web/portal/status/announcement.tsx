import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PortalAnnouncement } from '#shared/announcement.ts';
import { labelledIn } from '#shared/label-words.ts';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { useLanguage } from '#web/ui/words/words.ts';
import { Say, t } from '../words/t.ts';
import { useFollow, useMailed, useWantMail } from './use-announced.ts';
import './status.css';

/** What kind it is, what it is about, and when. */
function Facts({ announcement }: { announcement: PortalAnnouncement }) {
  const { kind, services, fromAt, untilAt, endedAt } = announcement;
  const from = <TimeAgo at={fromAt} long />;
  return (
    <p className="f-portal-facts f-dim">
      <span className="f-announced-kind">{t(`announced.${kind}`)}</span>
      {services.length > 0 && <bdi>{services.map(({ name }) => name).join(', ')}</bdi>}
      <span>
        {endedAt ? (
          <Say it="announced.fromUntil" from={from} until={<TimeAgo at={endedAt} long />} />
        ) : untilAt ? (
          <Say it="announced.fromUntil" from={from} until={<TimeAgo at={untilAt} long />} />
        ) : (
          <Say it="announced.from" from={from} />
        )}
      </span>
    </p>
  );
}

type Props = {
  announcement: PortalAnnouncement;
  /** Only the newest of what is said, in two lines, where something else is what one came for. */
  brief?: boolean;
  more?: ReactNode;
};

/** One announcement: what is said, what was said since, and what the reader can do. */
export function Announcement({ announcement, brief = false, more }: Props) {
  const { id, kind, title, text, updates, endedAt, report } = announcement;
  const language = useLanguage();
  const hasReport = report && !brief;
  const newest = brief ? updates.slice(-1) : updates;
  return (
    <article
      id={id}
      className="f-announced"
      data-kind={kind}
      data-brief={brief || undefined}
      data-ended={endedAt !== null || undefined}
      aria-labelledby={`${id}-title`}
    >
      <h3 id={`${id}-title`}>
        <bdi>{title}</bdi>
      </h3>
      <Facts announcement={announcement} />
      {text && !(brief && newest.length > 0) && (
        <p className="f-portal-note" dir="auto">
          {text}
        </p>
      )}
      {newest.length > 0 && (
        <ol>
          {newest.map((one) => (
            <li key={one.id}>
              <TimeAgo at={one.at} long />
              <p className="f-portal-note" dir="auto">
                {one.text}
              </p>
            </li>
          ))}
        </ol>
      )}
      {(more || hasReport || (endedAt === null && kind !== 'notice')) && (
        <div className="f-portal-buttons">
          {endedAt === null && kind !== 'notice' && <Follow announcement={announcement} />}
          {hasReport && (
            <a
              href={`/api/v1/portal/announcements/${id}/report`}
              download
              aria-label={labelledIn(language, t('announced.report'), title)}
            >
              {t('announced.report')}
            </a>
          )}
          {more}
        </div>
      )}
    </article>
  );
}

/** "This affects me too": whoever says so is told what follows, or that they want no such mail, and gets it again if they like. */
export function Follow({ announcement: { id, follows } }: { announcement: PortalAnnouncement }) {
  const follow = useFollow();
  const mailed = useMailed();
  const want = useWantMail();
  return (
    <>
      {follows && (
        <span role="status" className="f-announced-follows">
          {t(mailed ? 'announced.following' : 'announced.followingUnmailed')}
        </span>
      )}
      {follows && !mailed && (
        <Button
          variant="default"
          size="compact-md"
          loading={want.isPending}
          onClick={() => want.mutate({ body: { wanted: true } })}
        >
          {t('announced.mailAgain')}
        </Button>
      )}
      <Button
        variant="default"
        size="compact-md"
        loading={follow.isPending}
        onClick={() => follow.mutate({ params: { id }, body: { follows: !follows } })}
      >
        {t(!follows ? 'announced.affectsMe' : mailed ? 'announced.unfollow' : 'announced.notMe')}
      </Button>
    </>
  );
}
