/** What is taken as another password. */
export const shortestPassword = 10
export const longestPassword = 1000
