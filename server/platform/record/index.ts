export { createRecord, deleteRecord, lockRecord, updateRecord } from './record.ts';
