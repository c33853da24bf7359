export { type Config, loadConfig, ROLES, type Role } from './config.ts';
