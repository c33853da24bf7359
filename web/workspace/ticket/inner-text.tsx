import type { Draft } from './draft.ts';

/** The articles that the client may not read and of which something was put into what is to be a reply. */
export const innerOf = ({ visibility, articles }: Draft): Draft['articles'] =>
  visibility === 'public' ? articles.filter(({ readable }) => !readable) : [];

/** Says that a reply holds text that is not for the client. */
export function InnerText({ draft }: { draft: Draft }) {
  const inner = innerOf(draft);
  if (inner.length === 0) return null;
  return (
    <p className="f-composer-missing" role="status">
      Text of an article that the client may not read was put in:{' '}
      {inner.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <bdi>{title}</bdi>
        </span>
      ))}
      . Take it out, or write a note.
    </p>
  );
}
