const words = /quota|over.?limit/i;

/** Whether a refusal is for want of room, by its words. */
export const speaksOfQuota = (text: string): boolean => words.test(text);
