import { useNavigate } from '@tanstack/react-router';

/**
 * Tags of a ticket in its row. Pressed, one shows all tickets that have it. No stop of the keyboard, of which a list has too many:
 * the filter above it finds by tag as well.
 */
export function TagChips({ tags, most }: { tags: readonly string[]; most: number }) {
  const navigate = useNavigate();
  const left = tags.length - most;
  return (
    <>
      {tags.slice(0, most).map((tag) => (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the filter does the same by keyboard
        <span
          key={tag}
          className="f-tag"
          data-tip={`Show all tagged “${tag}”`}
          onClick={(event) => {
            event.stopPropagation();
            void navigate({ to: '/queue', search: { tag: [tag] } });
          }}
        >
          <bdi>{tag}</bdi>
        </span>
      ))}
      {left > 0 && (
        <span className="f-tag-more" data-tip={tags.slice(most).join(', ')}>
          +{left}
        </span>
      )}
    </>
  );
}
