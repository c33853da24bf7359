export { seal, unseal } from './box.ts';
