/** Stands before each word of TeX in the search index: a sign without width, which no text has. */
export const TEX_SIGN = '\u2063';
