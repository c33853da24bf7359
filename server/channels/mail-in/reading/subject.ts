/** Marks of answers and of mails passed on, as programs of many languages write them. */
const ANSWER = 're|aw|antw|antwort|antwoord|sv|vs|odp|r|rif|res|resp|ref|ynt|vá|回复|答复|回覆|atb|bls|αθ|απ|на|отв';
const FORWARD = 'fwd?|fw|wg|tr|rv|i|enc|doorst|fs|vb|pd|vl|továbbítás|转发|轉寄|πρθ|i̇lt|пересл';
const ANY = new RegExp(
  `^\\s*(?:(?:${ANSWER}|${FORWARD})\\s*(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\^\\d{1,3}|\\d{1,2})?\\s*[:：]|\\[[^\\]\\r\\n]{1,60}\\](?=\\s*\\S))\\s*`,
  'iu',
);
const FIRST_FORWARD = new RegExp(
  `^\\s*(?:\\[[^\\]]{1,60}\\]\\s*)?(?:${FORWARD})\\s*(?:\\[\\d{1,3}\\])?\\s*[:：]`,
  'iu',
);
const FIRST_ANSWER = new RegExp(
  `^\\s*(?:\\[[^\\]]{1,60}\\]\\s*)?(?:${ANSWER})\\s*(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\^\\d{1,3})?\\s*[:：]`,
  'iu',
);

/** The subject without marks of answers ("Re:", "AW:", "RE[2]:") and forwards, and without tags of lists. */
export function plainSubject(subject: string): string {
  let rest = subject.replace(/\s+/g, ' ').trim();
  for (let rounds = 0; rounds < 30; rounds++) {
    const shorter = rest.replace(ANY, '');
    if (shorter === rest || shorter === '') break;
    rest = shorter;
  }
  return rest;
}

/** Whether the outermost mark of a subject says that the mail was passed on. */
export const saysForward = (subject: string): boolean => FIRST_FORWARD.test(subject);
/** Whether the outermost mark of a subject says that the mail answers another. */
export const saysAnswer = (subject: string): boolean => FIRST_ANSWER.test(subject);
