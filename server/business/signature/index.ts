export { type Signed, sign, signatureOf } from './sign.ts';
