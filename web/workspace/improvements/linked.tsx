import { Link } from '@tanstack/react-router';
import type { ImprovementView } from '#shared/improvement.ts';
import type { ImprovementLink } from '#shared/improvement-words.ts';

/** What an improvement can change, as one of them is called. */
export const LINK_NAMES: Readonly<Record<ImprovementLink, string>> = {
  ticket: 'Ticket, problem or change',
  service: 'Service',
  article: 'Article',
  stream: 'Value stream',
  change_rule: 'Rule about changes',
  alert_rule: 'Rule about alerts',
};

type Props = { kind: ImprovementLink; link: Pick<ImprovementView['links'][number], 'id' | 'name' | 'key'> };

/** What an improvement names, as the way there; of what is gone or out of sight only that it was there. */
export function Linked({ kind, link: { id, name, key } }: Props) {
  if (id === null) return <span className="f-dim">Something that is gone, or that you do not see</span>;
  const title = <bdi>{name}</bdi>;
  switch (kind) {
    case 'ticket':
      return (
        <Link to="/tickets/$key" params={{ key: key ?? id }}>
          {key} {title}
        </Link>
      );
    case 'service':
      return (
        <Link to="/services/$id" params={{ id }}>
          {title}
        </Link>
      );
    case 'article':
      return (
        <Link to="/knowledge/$id" params={{ id }}>
          {title}
        </Link>
      );
    case 'stream':
      return (
        <Link to="/value-streams/$id" params={{ id }}>
          {title}
        </Link>
      );
    case 'change_rule':
      return <Link to="/settings/change-rules">{title}</Link>;
    case 'alert_rule':
      return <Link to="/settings/alert-rules">{title}</Link>;
  }
}
