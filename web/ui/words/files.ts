/** Files, and mails that are quoted: what the shared parts of a page say, in English. */
export const FILES = {
  'files.attach': 'Attach files',
  'files.attached': 'Attachments',
  'files.toAttach': 'To be attached',
  'files.remove': 'Do not attach {name}',
  'files.failed': '{name} was not attached',
  'files.unnamed': 'File',
  'files.tooLarge': 'A file may have at most {most} MB; this one has {size} MB.',

  'message.showQuoted': 'Show quoted text',
  'message.quotedText': 'Quoted text',
  'message.hideQuoted': 'Hide quoted text',
} as const;
