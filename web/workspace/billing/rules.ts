import { both, needed, type Rule, shaped } from '#web/ui/form/rules.ts';

const AMOUNT = 'Enter a number such as 2.5, with a point and at most four digits behind it.';
const PRICE = 'Enter an amount such as 180.00, with a point and at most four digits behind it.';

/** A number from 0, or nothing. */
export const amount = shaped(/^\s*\d{1,8}(\.\d{1,4})?\s*$/, AMOUNT);
/** An amount, below zero too, or nothing. */
export const price = shaped(/^\s*-?\d{1,8}(\.\d{1,4})?\s*$/, PRICE);

/** The same where something has to stand; `what` completes "Enter …". */
export const neededAmount = <V>(what: string): Rule<string, V> => both<string, V>(needed(what), amount);
export const neededPrice = <V>(what: string): Rule<string, V> => both<string, V>(needed(what), price);
