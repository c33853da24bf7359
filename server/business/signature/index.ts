export { signerLanguage } from './language.ts';
export { mailedOf, mailSigner } from './mails.ts';
export { maySign, signersOf } from './may-sign.ts';
export { type Signed, sign, signatureOf } from './sign.ts';
