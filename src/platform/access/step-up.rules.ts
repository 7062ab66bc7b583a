/** So long a proof of who someone is lasts for what asks for a fresh one. */
const minutes = 15;

export const isRecent = (at: Date, now: Date): boolean => now.getTime() - at.getTime() < minutes * 60_000;
