import { automaticWhy, machineAddress, SUPPRESSED } from './automatic.ts';
import type { ReadMail } from './mail.ts';
import { shown } from './shown.ts';

/**
 * Why no automatic answer may go to the sender of a mail; null when one may. `ours`: the addresses of our mailboxes,
 * mailing lists among them.
 */
export function mustNotAnswerWhy(mail: ReadMail, ours: readonly string[] = []): string | null {
  for (const value of mail.header('x-auto-response-suppress'))
    if (SUPPRESSED.test(value)) return `Its header X-Auto-Response-Suppress says “${shown(value)}”.`;
  const to = mail.replyTo[0] ?? mail.from;
  if (to === null) return 'It names no sender (header From).';
  const machine = machineAddress({ from: to });
  if (machine !== null) return `An answer would go to “${shown(machine)}”, the address of a program.`;
  return automaticWhy(mail, ours);
}
