export { seal, sealUnder, unseal, unsealUnder } from './box.ts';
export { keyIdOf, newDataKey, openDataKey, type WrappedKey, wrapKey } from './envelope.ts';
