/** Why a step of an approval is asked that every cost asks for; translated where it is read. */
export const ALWAYS_ASKED = 'always asked';
