import type { HeaderBlock } from './header-block.ts';
import { plainSubject } from './subject.ts';

/** What is known of the mail that another answers: its subject, and the domains of those who may have written it. */
export type Answered = { subject: string; domains: ReadonlySet<string> };

const ADDRESS_DOMAIN = /@([\p{L}\p{N}.-]{3,255})/gu;

const comparable = (subject: string) => plainSubject(subject).toLowerCase();

/** Whether one of the addresses in a text belongs to those who are answered; undefined when it names none. */
function namesAnswered(text: string, { domains }: Answered): boolean | undefined {
  const named = [...text.slice(0, 1_000).matchAll(ADDRESS_DOMAIN)].map(([, domain = '']) => domain.toLowerCase());
  if (named.length === 0 || domains.size === 0) return undefined;
  return named.some((domain) => domains.has(domain.replace(/[.-]+$/, '')));
}

/** Whether a quoted header is that of the mail that is answered, and not of another one that somebody copied into the text. */
export function isAnswered({ fields }: HeaderBlock, answered: Answered): boolean {
  if (namesAnswered(fields.get('from') ?? '', answered)) return true;
  const subject = comparable(fields.get('subject') ?? '');
  const own = comparable(answered.subject);
  return subject !== '' && own !== '' && (subject.includes(own) || own.includes(subject));
}

/** Whether a line such as "On … Jo Lee <jo@acme.example> wrote:" may be of the mail that is answered. */
export const mayBeAnswered = (text: string, answered: Answered): boolean => namesAnswered(text, answered) !== false;
