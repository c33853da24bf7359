import { Link } from '@tanstack/react-router';
import type { TicketView } from '#shared/ticket.ts';
import { useGet } from '#web/api/use.ts';
import { useCan } from '../session/me.ts';
import { blockedWords, spanWords } from './words.ts';
import './projects.css';

/** Of which project a ticket is a task, when it is planned, and what holds it up. */
export function ProjectOfTicket({ ticket }: { ticket: TicketView }) {
  const reads = useCan()('project.read') && ticket.kind === 'task';
  const { data } = useGet('GET /tickets/{idOrKey}/project', { params: { idOrKey: ticket.id } }, { enabled: reads });
  const project = reads ? data?.project : null;
  if (!project) return null;
  return (
    <ul className="f-ticket-announced" aria-label="The project of this ticket">
      <li data-linked>
        <span className="f-cut">
          Project:{' '}
          <Link to="/projects/$id" params={{ id: project.id }}>
            {project.key} <bdi>{project.name}</bdi>
          </Link>
          {project.phase && <bdi>, {project.phase}</bdi>}
        </span>
        <span className="f-dim">
          {spanWords(project)}
          {project.late && <span className="f-project-late"> · late</span>}
        </span>
        {project.blockedBy.length > 0 && <span className="f-dim">{blockedWords(project)}</span>}
      </li>
    </ul>
  );
}
