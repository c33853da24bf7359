/** Text that breaks programs: quotes, line breaks, other scripts, signs that mean something elsewhere, and ten kilobytes of it. */
export const HARD_TEXTS: readonly string[] = [
  'He said "no" and \'never\' \\ C:\\Temp\\new\r\nsecond line\tafter a tab',
  'Praxis Dr. Müller & Söhne <b>fett</b> %s {{name}} #{x} [alert_uid]',
  'مستشفى النور ‏– قسم الأشعة',
  'プリンター故障 🖨️👩🏽‍💻 \u{1F1E6}\u{1F1FA}',
  "'; drop table items; -- \u0000\u0007\u202Edoc.exe",
  `=cmd|'/c calc'!A1 ${'lang '.repeat(2_048)}`,
];
