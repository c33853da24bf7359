import type { EstateItemView } from '#shared/estate.ts';
import { Section } from '#web/ui/form/section.tsx';
import { TimeAgo } from '#web/ui/marks/time-ago.tsx';
import { LongText } from './long-text.tsx';
import { fieldWords, SECTION_WORDS, valueWords } from './words.ts';

/** Lists of parts as an inventory tells them: networks, disks, memory. */
export function Parts({ sections }: { sections: EstateItemView['sections'] }) {
  return sections
    .filter(({ records }) => records.length > 0)
    .map(({ section, by, at, records }) => {
      const fields = [...new Set(records.flatMap((record) => Object.keys(record)))];
      const title = SECTION_WORDS[section] ?? fieldWords(section);
      return (
        <Section
          key={section}
          title={title}
          help={
            <>
              From <bdi>{by}</bdi>, <TimeAgo at={at} />
            </>
          }
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="f-parts" tabIndex={0} aria-label={`Table of ${title.toLowerCase()}`}>
            <table>
              <thead>
                <tr>
                  {fields.map((field) => (
                    <th key={field} scope="col">
                      {fieldWords(field)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {records.map((record, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id, and the list is replaced whole
                  <tr key={at}>
                    {fields.map((field) => (
                      <td key={field}>
                        <LongText
                          text={valueWords(record[field] ?? null, 'text', field.endsWith('Mb') ? 'MB' : null)}
                          what={fieldWords(field)}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </Section>
      );
    });
}
