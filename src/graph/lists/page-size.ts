/** Rows of a page without `first`. */
export const DEFAULT_PAGE_ROWS = 50;
/** Rows that a page has at most: each is held in memory until the page is answered. */
export const MAX_PAGE_ROWS = 1000;
