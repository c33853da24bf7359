export { acceptedLanguage } from './accepted.ts';
export { heardIn } from './heard-in.ts';
