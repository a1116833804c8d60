const words = /quota|over.?limit/i;

/** Whether an answer says that there is no room, in the words of whoever refuses. */
export const speaksOfQuota = (text: string): boolean => words.test(text);
