import type { MessageView } from '#shared/ticket.ts';
import { IconLock, IconPaperclip } from '#web/ui/icons.ts';
import { Avatar } from '#web/ui/marks/person.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { Html } from '#web/ui/text/html.tsx';

type Props = {
  name: string;
  at: string;
  /** Who speaks: the client, us to the client, or us among ourselves. */
  side: 'client' | 'us' | 'note';
  html: string;
  attachments: MessageView['attachments'];
  label?: string;
  /** The ticket it was said on, before a merge. */
  from?: string | null;
};

const KILO = 1024;
const sizeOf = (bytes: number): string =>
  bytes < KILO
    ? `${bytes} B`
    : bytes < KILO * KILO
      ? `${Math.round(bytes / KILO)} KB`
      : `${(bytes / KILO / KILO).toFixed(1)} MB`;
const IMAGE = /^image\/(png|jpeg|gif|webp)$/;

/** One message: whose, when, what, and what was attached. */
export function Message({ name, at, side, html, attachments, label, from }: Props) {
  return (
    <article
      className="f-message"
      data-side={side}
      aria-label={`${side === 'note' ? 'Internal note' : 'Message'} of ${name}`}
    >
      <div className="f-message-head">
        <Avatar name={name} size={24} />
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {label && <span className="f-dim">{label}</span>}
        {side === 'note' && (
          <span className="f-note-mark">
            <IconLock size={13} aria-hidden="true" /> Internal
          </span>
        )}
        {from && <span className="f-dim">on {from}</span>}
        <TimeAgo at={at} long />
      </div>
      <Html html={html} />
      {attachments.length > 0 && (
        <ul className="f-attachments" aria-label="Attachments">
          {attachments.map((file) => (
            <li key={file.id}>
              <a href={`/api/v1/files/${file.id}`} target="_blank" rel="noreferrer">
                {IMAGE.test(file.mediaType) ? (
                  <img src={`/api/v1/files/${file.id}`} alt={file.name} loading="lazy" />
                ) : (
                  <IconPaperclip size={14} aria-hidden="true" />
                )}
                <bdi className="f-cut">{file.name}</bdi>
                <span className="f-dim">{sizeOf(file.size)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
