import type { ReadMail } from './mail.ts';
import { shown, titled } from './shown.ts';

/** Headers in which a filter says yes. */
const FLAGS = ['x-spam-flag', 'x-spam-status', 'x-spam', 'x-barracuda-spam-flag', 'x-gm-spam'];
/** From this level of confidence on, Microsoft puts a mail into the folder for spam. */
const MICROSOFT_SPAM = 5;

/** Why a filter before us holds a mail for spam, naming its header; null when none does. What it only suspects does not count. */
export function spamWhy(mail: ReadMail): string | null {
  for (const name of FLAGS) {
    const value = mail.header(name)[0] ?? '';
    if (/^\s*(yes|true|1)\b/i.test(value)) return `Its header ${titled(name)} says “${shown(value)}”.`;
  }
  const level = mail.header('x-ms-exchange-organization-scl')[0]?.trim() ?? '';
  if (/^\d$/.test(level) && Number(level) >= MICROSOFT_SPAM)
    return `Its header X-MS-Exchange-Organization-SCL says ${level} of 9.`;
  const report = mail.header('x-forefront-antispam-report')[0] ?? '';
  const category = /(?:^|;)\s*CAT:(SPM|HSPM|PHSH|HPHSH|HPHISH|MALW|SPOOF)\b/.exec(report)?.[1];
  if (category) return `Its header X-Forefront-Antispam-Report calls it ${category}.`;
  return /(?:^|;)\s*SFV:(SPM|SKB)\b/.test(report) ? 'Its header X-Forefront-Antispam-Report calls it spam.' : null;
}
