export { automaticWhy } from './automatic.ts';
export type { Keep, Kept } from './kept-file.ts';
export type { MachinePart, MailAddress, MailAttachment, MailWords, ReadMail } from './mail.ts';
export { type NewPart, newPartOf } from './new-part.ts';
export { readMail } from './read.ts';
export { plainSubject } from './subject.ts';
