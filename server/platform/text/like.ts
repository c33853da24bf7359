/** A text as it stands for itself in a `like`. */
export const likeText = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
