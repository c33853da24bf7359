export { maySign } from './may-sign.ts';
export { type Signed, sign, signatureOf } from './sign.ts';
