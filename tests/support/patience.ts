/** For what comes by itself in a moment: a busy computer may need many of them. */
export const patience = { timeout: 15_000, interval: 50 }
