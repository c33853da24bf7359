export { diskStore, type FileStore } from './store.ts';
